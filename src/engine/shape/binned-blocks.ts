import { blockLength } from '../model/column';
import type { RecordTable } from '../model/record-table';
import { BinRuler } from './bin-ruler';
import { isBefore, momentOf } from './moment';
import { endOf, type TimeBins } from './time-bins';
import { BlockTimes, type TimeBlock, type TimeIndex } from './time-index';
import { offsetOf, type TimeWindow } from './time-window';

/** Records `[from, to)` of one source, at most 65,536, and the bin of each: -1 without a time and outside all bins. */
export interface BinnedBlock {
  readonly source: number;
  readonly from: number;
  readonly to: number;
  /** By record from `from` on; holds until the next block. */
  readonly bins: Int16Array;
}

/**
 * All blocks of the logs' records that may reach into the bins, at most 2,000 of them. Bins are whole: what they hold does not
 * depend on which window asked for them.
 */
export function* binnedBlocks(
  records: RecordTable,
  index: TimeIndex,
  bins: TimeBins,
  clockOffsets: TimeWindow['clockOffsets'],
): Generator<BinnedBlock, void> {
  const times = new BlockTimes(records);
  const binOf = new Int16Array(blockLength);
  const rulers = records.sources.map((_, source) => {
    const offset = offsetOf({ clockOffsets }, source);
    return new BinRuler({ ...bins, from: bins.from - offset });
  });
  for (const block of index.blocks) {
    if (!mayReach(block, bins, offsetOf({ clockOffsets }, block.source))) continue;
    const { source, from, to } = block;
    if (rulers[source].ignoresFractions) times.readSeconds(from, to);
    else times.read(from, to);
    rulers[source].measure(times, to - from, binOf);
    yield { source, from, to, bins: binOf };
  }
}

function mayReach({ first, last, timed }: TimeBlock, bins: TimeBins, offset: bigint): boolean {
  if (timed === 0 || isBefore(last, momentOf(bins.from - offset))) return false;
  return isBefore(first, momentOf(endOf(bins) - offset));
}
