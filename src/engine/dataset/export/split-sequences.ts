import type { Sessions } from '../../features/sessions/sessions';
import type { RecordIndex } from '../../model/units';
import { type SplitItem, type SplitShares, splitNames, splitSteps } from '../split/split';
import type { SequenceCuts } from './cut-records';

/** A sequence that stands in no part. */
export const leftOut = 255;
const parts = splitNames.length;
/** Windows of a log that stay together: stretches are enough to be shared out, and so long that few sessions cross their borders. */
const mostStretches = 100;
const usualStretch = 10;
const fewestStretches = 10;
/** Sequences between two steps. */
const stepSequences = 1 << 12;

export interface SplitInput {
  /** Ascending. */
  readonly kept: Uint32Array;
  readonly cuts: SequenceCuts;
  readonly sessions: Sessions;
  readonly isAnomalous: (sequence: number) => boolean;
  readonly categoryOf: (sequence: number) => string | null;
  readonly shares: SplitShares;
  readonly seed: number;
}

export interface SplitSequences {
  /** By place in `kept`: index into `splitNames`, or `leftOut`. */
  readonly places: Uint8Array;
  /** Left out since a session of theirs stands in another part. */
  readonly crossing: number;
}

/**
 * Sessions are dealt one by one: each shape stands once, and no two share a record. Windows are dealt by stretches of the log, so that
 * neighbours stay together; a window at a border with a session that is mostly in another part is left out.
 */
export function* splitSequences(input: SplitInput): Generator<void, SplitSequences> {
  const { kept, cuts, shares, seed } = input;
  const { places } = yield* splitSteps(yield* itemsOf(input), shares, seed);
  const isOfWindows = kept.length > 0 && cuts.sessionOf(kept[0]) === null;
  const crossing = isOfWindows ? yield* leaveOutCrossing(input, places) : 0;
  return { places, crossing };
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

function* leaveOutCrossing(input: SplitInput, places: Uint8Array): Generator<void, number> {
  const homes = yield* homesOf(input, places);
  let crossing = 0;
  for (const [at, sequence] of input.kept.entries()) {
    if (at % stepSequences === 0) yield;
    if (sessionsIn(input, sequence).every((session) => homes[session] === places[at])) continue;
    places[at] = leftOut;
    crossing++;
  }
  return crossing;
}

/** By session the part that has most of its windows; of equal ones the first. */
function* homesOf(input: SplitInput, places: Uint8Array): Generator<void, Uint8Array> {
  const counts = new Uint32Array(input.sessions.count * parts);
  for (const [at, sequence] of input.kept.entries()) {
    if (at % stepSequences === 0) yield;
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
