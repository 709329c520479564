import { setImmediate } from 'node:timers/promises';

/** Whoever waits on this thread waits no longer. */
const turnMs = 10;
/** Elements, of which each takes some microseconds, between two looks at the clock. */
const stepElements = 16;

/** Work that says where it may be interrupted. */
export type Steps<Result> = Generator<void, Result>;

/** Others on the thread get their turn in between. */
export async function inTurns<Result>(steps: Steps<Result>): Promise<Result> {
  let since = performance.now();
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    if (performance.now() - since < turnMs) continue;
    await setImmediate();
    since = performance.now();
  }
}

/** In one go, where nobody else waits. */
export function toEnd<Result>(steps: Steps<Result>): Result {
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

export function* eachOf<Each>(all: readonly Each[], take: (each: Each, at: number) => void): Steps<void> {
  for (let at = 0; at < all.length; at++) {
    take(all[at], at);
    if (at % stepElements === stepElements - 1) yield;
  }
}

export function* mapped<Each, Made>(
  all: readonly Each[],
  make: (each: Each, at: number) => Made,
): Steps<Made[]> {
  const made: Made[] = [];
  yield* eachOf(all, (each, at) => made.push(make(each, at)));
  return made;
}

export function* filtered<Each>(all: readonly Each[], isKept: (each: Each) => boolean): Steps<Each[]> {
  const kept: Each[] = [];
  yield* eachOf(all, (each) => {
    if (isKept(each)) kept.push(each);
  });
  return kept;
}

/** Stable. What is in order but for a few takes one pass more for each doubling of these. */
export function* sorted<Each>(
  all: readonly Each[],
  compare: (one: Each, other: Each) => number,
): Steps<Each[]> {
  let runs = yield* ascendingRuns(all, compare);
  while (runs.length > 1) {
    const merged: Each[][] = [];
    for (let at = 0; at < runs.length; at += 2) {
      const isLast = at + 1 === runs.length;
      merged.push(isLast ? runs[at] : yield* mergedRuns(runs[at], runs[at + 1], compare));
    }
    runs = merged;
  }
  return runs.at(0) ?? [];
}

function* ascendingRuns<Each>(
  all: readonly Each[],
  compare: (one: Each, other: Each) => number,
): Steps<Each[][]> {
  const runs: Each[][] = [];
  yield* eachOf(all, (each, at) => {
    if (at > 0 && compare(all[at - 1], each) <= 0) runs[runs.length - 1].push(each);
    else runs.push([each]);
  });
  return runs;
}

function* mergedRuns<Each>(
  one: readonly Each[],
  other: readonly Each[],
  compare: (one: Each, other: Each) => number,
): Steps<Each[]> {
  const merged: Each[] = [];
  let [here, there] = [0, 0];
  while (here < one.length || there < other.length) {
    const isFromOne = there === other.length || (here < one.length && compare(one[here], other[there]) <= 0);
    merged.push(isFromOne ? one[here++] : other[there++]);
    if (merged.length % stepElements === 0) yield;
  }
  return merged;
}
