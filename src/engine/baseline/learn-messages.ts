import { EpisodeCounts } from '../features/episode-counts';
import { log2Of } from '../features/log2-table';
import type { TemplateStatistics } from '../features/template-statistics';
import { recordBytes } from '../features/template-statistics';
import { TransitionCounts } from '../features/transition-counts';
import { Level } from '../model/level';
import type { SourceRow } from '../model/record-table';
import type { RecordIndex } from '../model/units';
import type { BaselineModel, KnownMessage } from './baseline-model';
import { logScale, shareScale } from './baseline-prior';
import { peakOf, stretchShares } from './stretch-shares';

const stepRecords = 1 << 16;
const levels = Object.keys(Level).length;
/** Silence that ends an episode (see `TemplateStatistics`). */
const leastQuietRecords = 100;

/** What a message has beside its text and its strangest record. */
type CountedMessage = Omit<KnownMessage, 'text' | 'strangest'>;

export interface CountedLog {
  /** By signature. */
  readonly messages: readonly CountedMessage[];
  /** By component number. */
  readonly components: Uint32Array;
  readonly transitions: BaselineModel['transitions'];
}

/** Counts the records of one source; `shares` of its signatures by stretch. Yields now and then. */
export function* countLog(source: SourceRow, templates: TemplateStatistics): Generator<void, CountedLog> {
  const { records, templateOfSignature, mined } = templates;
  const counts = new MessageCounts(mined.signatureCount, source.records);
  const components = new Uint32Array(1 << 16);
  const transitions = new TransitionCounts();
  const end = source.firstRecord + source.records;
  for (let record = source.firstRecord as number; record < end; record++) {
    const signature = records.signature.get(record);
    counts.add(record, signature, records.level.get(record));
    components[records.component.get(record)]++;
    if (record + 1 < end) {
      counts.measure(signature, recordBytes(records, record as RecordIndex));
      const next = records.signature.get(record + 1);
      transitions.add(templateOfSignature[signature], templateOfSignature[next]);
    }
    if (record % stepRecords === 0) yield;
  }
  const shares = yield* stretchShares(source, records, (signature) => signature, mined.signatureCount);
  const pairs: (readonly [number, number, number])[] = [];
  transitions.forEach((from, to, count) => {
    pairs.push([from, to, count]);
  });
  return {
    messages: counts.finish((signature) => Math.round(peakOf(shares, signature) * shareScale)),
    components,
    transitions: pairs,
  };
}

/** Columns by signature. */
class MessageCounts {
  private readonly levels: Uint32Array;
  private readonly measured: Uint32Array;
  private readonly logBytes: Float64Array;
  private readonly episodes: EpisodeCounts;

  constructor(
    private readonly signatures: number,
    records: number,
  ) {
    this.levels = new Uint32Array(signatures * levels);
    this.measured = new Uint32Array(signatures);
    this.logBytes = new Float64Array(signatures);
    this.episodes = new EpisodeCounts(signatures, Math.max(leastQuietRecords, records / 100));
  }

  add(record: number, signature: number, level: number): void {
    this.levels[signature * levels + level]++;
    this.episodes.note(signature, record);
  }

  measure(signature: number, bytes: number): void {
    this.measured[signature]++;
    this.logBytes[signature] += Math.round(log2Of(bytes) * logScale);
  }

  finish(peakOfSignature: (signature: number) => number): CountedMessage[] {
    return Array.from({ length: this.signatures }, (_, signature) => ({
      levels: [...this.levels.subarray(signature * levels, (signature + 1) * levels)],
      episodes: this.episodes.counts[signature],
      measured: this.measured[signature],
      logBytes: this.logBytes[signature],
      peak: peakOfSignature(signature),
    }));
  }
}
