/**
 * Runs `work` with `Math.random` replaced by `random`, and puts it back whatever happens.
 *
 * `ml-isolation-forest` takes `Math.random` directly and offers no other way; without this the same log
 * would give other findings each time. Safe because `work` is synchronous: nothing else runs meanwhile.
 * This is the only file of the engine that may name `Math.random`.
 */
export function withSeededMathRandom<Result>(random: () => number, work: () => Result): Result {
  const original = Math.random;
  Math.random = random;
  try {
    return work();
  } finally {
    Math.random = original;
  }
}
