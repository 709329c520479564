/** Runs steps that yield their share done, 0 to 1, as the part from `from` to `to` of a longer run. */
export function* scaled<Result>(
  steps: Generator<number, Result>,
  from: number,
  to: number,
): Generator<number, Result> {
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    yield from + (to - from) * step.value;
  }
}

/** Runs steps that do not say how far they are: the share stays at `share`. */
export function* at<Result>(share: number, steps: Generator<void, Result>): Generator<number, Result> {
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    yield share;
  }
}
