import type { Field, FormatVariant, Header } from '../format';
import type { LogReader } from '../log-reader';
import type { CorrectedLine } from './corrected-line';
import type { Corrections } from './ready-corrections';

/** How the lines of a corrected log are read. */
export interface CorrectedWay {
  readonly corrections: Corrections;
  readonly line: CorrectedLine;
  /** What stands before the first corrected column is passed over: the base was chosen for the rest. */
  readonly fromColumn: boolean;
}

/** Reads lines whose odd columns are replaced by what `base` knows. Offsets are told as of the line itself. */
export class CorrectedVariant implements FormatVariant {
  constructor(
    private readonly way: CorrectedWay,
    private readonly base: LogReader,
  ) {}

  read(bytes: Uint8Array, start: number, end: number, header: Header): boolean {
    const { corrections, line } = this.way;
    const begins = corrections.begins?.(bytes, start, end);
    if (begins === false) return false;
    if (!line.edit({ bytes, start, end })) {
      if (this.base.read(bytes, start, end, header)) return true;
      if (begins) line.resetTo(header);
      return begins === true;
    }
    if (this.readsEdited(header)) line.giveBack(header);
    else if (begins || line.has(corrections.time)) line.resetTo(header);
    else return false;
    return true;
  }

  private readsEdited(header: Header): boolean {
    const { line, fromColumn } = this.way;
    const { bytes, start, end } = line.line;
    return this.base.read(bytes, fromColumn ? line.firstColumn : start, end, header);
  }

  fields(bytes: Uint8Array, start: number, end: number): Field[] {
    const named = this.base.fieldsOf(bytes, start, end);
    return [...this.way.corrections.idsOf(this.way.line, { bytes, start, end }), ...named];
  }

  fresh(): CorrectedVariant {
    return new CorrectedVariant(this.way, this.base.fresh());
  }

  fork(): CorrectedVariant {
    return new CorrectedVariant(this.way, this.base.fork());
  }
}
