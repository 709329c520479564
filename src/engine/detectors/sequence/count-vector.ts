import type { EventSequence } from './oddity';

/** How often each event occurs in a sequence, its order forgotten. */
export interface CountVector {
  /** Those that occur, ascending. */
  readonly events: Uint32Array;
  /** By place in `events`. */
  readonly bins: Uint8Array;
}

/** Counts up to here are told apart one by one, those above by quarter octaves: 9 to 9.5, 9.5 to 11.3 … */
const exactCounts = 8;
const binsPerOctave = 4;
const mostBin = 0xff;

function binOf(count: number): number {
  if (count <= exactCounts) return count;
  const above = Math.floor(binsPerOctave * Math.log2(count / exactCounts));
  return Math.min(mostBin, exactCounts + 1 + above);
}

/** The least count in a bin. */
export function leastCount(bin: number): number {
  if (bin <= exactCounts) return bin;
  return Math.max(exactCounts + 1, Math.ceil(exactCounts * 2 ** ((bin - exactCounts - 1) / binsPerOctave)));
}

export function countVector(sequence: EventSequence): CountVector {
  const events = Uint32Array.from(sequence).sort();
  const bins = new Uint8Array(events.length);
  let size = 0;
  for (let from = 0; from < events.length; ) {
    let to = from + 1;
    while (to < events.length && events[to] === events[from]) to++;
    events[size] = events[from];
    bins[size++] = binOf(to - from);
    from = to;
  }
  return { events: events.slice(0, size), bins: bins.slice(0, size) };
}

export function binIn(vector: CountVector, event: number): number {
  const { events, bins } = vector;
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (events[middle] < event) low = middle + 1;
    else high = middle;
  }
  return events[low] === event ? bins[low] : 0;
}

/** Equal for vectors of equal counts, as far as bins tell them apart. */
export function keyOf(vector: CountVector): string {
  let key = '';
  for (let at = 0; at < vector.events.length; at++) {
    const event = vector.events[at];
    key += String.fromCharCode(event & 0xffff, (event >>> 16) + (vector.bins[at] << 8));
  }
  return key;
}
