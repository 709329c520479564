import type { RecordTable } from '../../model/record-table';
import type { SourceIndex } from '../../model/units';
import type { LinesEnd } from '../../records/line-texts';
import type { SourceTexts } from '../../records/source-texts';
import { prefixedLines, type TextsOfLines } from './collector-prefix';
import { roleOf } from './cues';
import { LineKinds } from './line-kinds';
import { scanLines } from './line-scan';
import { shapeOf } from './line-shape';
import { LineWeigher } from './line-weight';

/** What reading a source's lines again needs of its reader. */
export type EvidenceReader = LinesEnd & TextsOfLines;

/** What was seen of every line of a log. 8 bytes a line. */
export interface Survey {
  readonly kinds: LineKinds;
  /** By line, from 0. */
  readonly kindOf: Uint32Array;
  /** By line: how much its words say of a failure, whatever its level. */
  readonly weight: Float32Array;
}

interface NewLine {
  readonly line: number;
  readonly kind: number;
  readonly bytes: Uint8Array;
}

/** Looks at every line of a log once. Words are weighed once a kind. */
export class Surveyor {
  private readonly kinds = new LineKinds();
  private readonly weigher = new LineWeigher();

  constructor(
    private readonly records: RecordTable,
    private readonly texts: SourceTexts,
  ) {}

  /** A good log: what it holds is usual. Yields the share done. */
  *learn(source: SourceIndex, reader: EvidenceReader): Generator<number, void> {
    yield* scanLines(this.records, source, reader, this.texts, (bytes, start, end) => {
      this.kinds.addUsual(shapeOf(bytes, start, end));
    });
  }

  /** Yields the share done. */
  *survey(source: SourceIndex, reader: EvidenceReader): Generator<number, Survey> {
    const { kinds } = this;
    const { lines } = this.records.sources[source];
    const kindOf = new Uint32Array(lines);
    const weight = new Float32Array(lines);
    const fresh: NewLine[] = [];
    const onLine = (bytes: Uint8Array, start: number, end: number, line: number): void => {
      const shape = shapeOf(bytes, start, end);
      const before = kinds.size;
      const kind = kinds.add(shape, line);
      kindOf[line] = kind;
      if (kind !== LineKinds.other && kinds.size === before) return;
      fresh.push({ line, kind, bytes: new Uint8Array(bytes.subarray(start, end)) });
    };
    for (const share of scanLines(this.records, source, reader, this.texts, onLine)) {
      this.weigh(fresh.splice(0), reader, weight);
      yield share;
    }
    for (let line = 0; line < lines; line++) {
      if (kindOf[line] !== LineKinds.other) weight[line] = kinds.weights[kindOf[line]];
    }
    return { kinds, kindOf, weight };
  }

  private weigh(fresh: readonly NewLine[], reader: EvidenceReader, weight: Float32Array): void {
    const lines = fresh.map(({ bytes }) => bytes);
    for (const [i, { plain, prefix }] of prefixedLines(reader, lines).entries()) {
      const { line, kind } = fresh[i];
      const text = plain.slice(prefix);
      const found = this.weigher.weightOf(text);
      if (kind === LineKinds.other) weight[line] = found;
      else {
        this.kinds.weights[kind] = found;
        this.kinds.roles[kind] = roleOf(text);
      }
    }
  }
}
