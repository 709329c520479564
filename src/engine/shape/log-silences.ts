import type { RecordTable } from '../model/record-table';
import { gapsLookedAt, mostSilences, type Silence, silencesOf } from './silences';
import { longestTimeGaps, type TimeGaps } from './time-gaps';
import type { TimeExtent, TimeIndex } from './time-index';
import type { TimeWindow } from './time-window';
import { windowBlocks } from './window-blocks';

/** What is looked at; `clockOffsets` by source. */
interface TimedLog extends Pick<TimeWindow, 'clockOffsets'> {
  readonly records: RecordTable;
  readonly index: TimeIndex;
}

/** A gap that takes more of the extent cuts it into stretches. */
const cuttingShare = 0.1;
/** Where so many of the records stand, the others are strays. */
const busyShare = 0.9;

/**
 * Silences of the logs, also where stray times (a clock that was not set yet, a mangled stamp) stretch the extent so far that a cell of
 * it is longer than any silence: then the stretch that holds nearly all records is looked at by itself, too. Yields the share done.
 */
export function* logSilences(log: TimedLog, extent: TimeExtent): Generator<number, readonly Silence[]> {
  const gaps = yield* gapsWithin(log, extent);
  const silences = silencesOf(gaps, extent);
  const stretch = yield* busyStretch(log, extent, gaps);
  if (stretch === undefined) return silences;
  const within = silencesOf(yield* gapsWithin(log, stretch), stretch);
  const around = silences.filter(({ from, until }) => until <= stretch.first || from >= stretch.last);
  return [...around, ...within].sort(longestFirst).slice(0, mostSilences);
}

function gapsWithin(
  { records, index, clockOffsets }: TimedLog,
  extent: TimeExtent,
): Generator<number, TimeGaps> {
  return longestTimeGaps(records, index, extent, clockOffsets, gapsLookedAt);
}

/** Between two gaps that cut, or one and an end, what holds nearly all records; undefined where nothing cuts, or none does. */
function* busyStretch(
  { records, index, clockOffsets }: TimedLog,
  { first, last }: TimeExtent,
  { longest }: TimeGaps,
): Generator<number, TimeExtent | undefined> {
  const least = Number(last - first) * cuttingShare;
  const cuts = longest
    .filter(({ nanoseconds }) => nanoseconds > least)
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  if (cuts.length === 0) return undefined;
  for (const [place, { from }] of [...cuts, { from: last }].entries()) {
    const begin = cuts[place - 1]?.until ?? first;
    let count = 0;
    for (const runs of windowBlocks(records, index, { from: begin, until: from, clockOffsets })) {
      count += runs.reduce((sum, run) => sum + run.to - run.from, 0);
      yield count / index.recordCount;
    }
    if (count >= busyShare * index.recordCount) return { first: begin, last: from };
  }
  return undefined;
}

function longestFirst(one: Silence, other: Silence): number {
  return Number(other.until - other.from - (one.until - one.from));
}
