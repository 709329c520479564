import type { LineIndex, RecordIndex } from '../model/units';
import type { SessionSink } from './line-rows';

/** How much there was of everything at one moment. */
export interface SinkMark {
  readonly lines: LineIndex;
  readonly records: RecordIndex;
  readonly unfit: number;
  readonly signatures: number;
  readonly components: number;
}

export function markOf({ records, miner, components }: SessionSink): SinkMark {
  return {
    lines: records.lineCount as LineIndex,
    records: records.recordCount as RecordIndex,
    unfit: records.unfit.length,
    signatures: miner.signatureCount,
    components: components.count,
  };
}

/** Gives up what came after the mark; all of it must be of the source opened last. */
export function rewind({ records, miner, components }: SessionSink, mark: SinkMark): void {
  records.truncate(mark.lines, mark.records, mark.unfit);
  miner.forget(mark.signatures);
  components.truncate(mark.components);
}
