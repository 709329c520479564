import type { Sessions } from '../../features/sessions/sessions';
import type { RecordTable } from '../../model/record-table';
import type { RecordIndex } from '../../model/units';
import { type SplitItem, splitNames, splitSteps } from '../split/split';
import { splitByTime } from '../split/time-split';
import type { SequenceCuts } from './cut-records';
import type { ExportSettings } from './export-settings';
import { sequenceSpans } from './sequence-spans';

/** A sequence that stands in no part. */
export const leftOut = 255;
const parts = splitNames.length;
/** Windows of a log that stay together: stretches are enough to be shared out, and so long that few sessions cross their borders. */
const mostStretches = 100;
const usualStretch = 10;
const fewestStretches = 10;
/** Sequences between two steps. */
const stepSequences = 1 << 12;

export interface SplitInput extends Pick<ExportSettings, 'shares' | 'splitBy' | 'seed'> {
  readonly records: RecordTable;
  /** Ascending. */
  readonly kept: Uint32Array;
  readonly cuts: SequenceCuts;
  readonly sessions: Sessions;
  readonly isAnomalous: (sequence: number) => boolean;
  readonly categoryOf: (sequence: number) => string | null;
}

export interface SplitSequences {
  /** By place in `kept`: index into `splitNames`, or `leftOut`. */
  readonly places: Uint8Array;
  /** Left out since they, or a session of theirs, reach into another part. */
  readonly crossing: number;
}

/**
 * By time, the earliest first; or drawn: sessions are dealt one by one, as each shape stands once and no two share a record, windows by
 * stretches of the log, so that neighbours stay together. A window at a border with a session that is mostly in another part is left out.
 */
export function* splitSequences(input: SplitInput): Generator<void, SplitSequences> {
  const { kept, cuts, splitBy } = input;
  const places = splitBy === 'time' ? yield* timePlaces(input) : yield* drawnPlaces(input);
  const isOfWindows = kept.length > 0 && cuts.sessionOf(kept[0]) === null;
  if (isOfWindows) yield* leaveOutCrossing(input, places);
  return { places, crossing: places.filter((place) => place === leftOut).length };
}

function* drawnPlaces(input: SplitInput): Generator<void, Uint8Array> {
  const { places } = yield* splitSteps(yield* itemsOf(input), input.shares, input.seed);
  return places;
}

function* timePlaces(input: SplitInput): Generator<void, Uint8Array> {
  const places = splitByTime(yield* sequenceSpans(input), input.shares);
  return Uint8Array.from(places, (place) => place ?? leftOut);
}

function* itemsOf({ kept, cuts, isAnomalous, categoryOf }: SplitInput): Generator<void, SplitItem[]> {
  const stretch = stretchOf(kept.length);
  const items: SplitItem[] = [];
  for (const [place, sequence] of kept.entries()) {
    if (place % stepSequences === 0) yield;
    items.push({
      label: isAnomalous(sequence) ? 'anomalous' : 'normal',
      category: categoryOf(sequence),
      keys: cuts.sessionOf(sequence) === null ? [String(Math.floor(place / stretch))] : [],
    });
  }
  return items;
}

function stretchOf(windows: number): number {
  const short = Math.max(1, Math.min(usualStretch, Math.floor(windows / fewestStretches)));
  return Math.max(short, Math.ceil(windows / mostStretches));
}

function* leaveOutCrossing(input: SplitInput, places: Uint8Array): Generator<void, void> {
  const homes = yield* homesOf(input, places);
  for (const [at, sequence] of input.kept.entries()) {
    if (at % stepSequences === 0) yield;
    if (sessionsIn(input, sequence).every((session) => homes[session] === places[at])) continue;
    places[at] = leftOut;
  }
}

/** By session the part that has most of its windows; of equal ones the first. */
function* homesOf(input: SplitInput, places: Uint8Array): Generator<void, Uint8Array> {
  const counts = new Uint32Array(input.sessions.count * parts);
  for (const [at, sequence] of input.kept.entries()) {
    if (at % stepSequences === 0) yield;
    if (places[at] === leftOut) continue;
    for (const session of sessionsIn(input, sequence)) counts[session * parts + places[at]]++;
  }
  const homes = new Uint8Array(input.sessions.count);
  for (let session = 0; session < homes.length; session++) {
    if (session % stepSequences === 0) yield;
    const own = counts.subarray(session * parts, (session + 1) * parts);
    homes[session] = own.indexOf(Math.max(...own));
  }
  return homes;
}

function sessionsIn({ cuts, sessions }: SplitInput, sequence: number): number[] {
  const found: number[] = [];
  for (const record of cuts.recordsOf(sequence)) {
    const session = sessions.sessionOf(record as RecordIndex);
    if (session >= 0) found.push(session);
  }
  return found;
}

/** Sessions and shapes that stand in more than one part: 0, unless something is wrong. */
export function* countExportLeaks(
  input: SplitInput,
  shapes: Float64Array,
  places: Uint8Array,
): Generator<void, number> {
  const seen = new Map<string, number>();
  const leaked = new Set<string>();
  for (const [at, sequence] of input.kept.entries()) {
    if (at % stepSequences === 0) yield;
    if (places[at] === leftOut) continue;
    const keys = new Set([`t${shapes[sequence]}`, ...sessionsIn(input, sequence).map((id) => `s${id}`)]);
    for (const key of keys) {
      if ((seen.get(key) ?? places[at]) !== places[at]) leaked.add(key);
      seen.set(key, places[at]);
    }
  }
  return leaked.size;
}
