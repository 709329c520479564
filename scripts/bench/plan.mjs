/** How much of everything is measured; `--quick` is for trying the bench and a first look, not for the documents. */

/**
 * `growth`: bytes and repetitions; `memory`: bytes of about 96 a line.
 * @typedef {{
 *   bytes: number, repetitions: number, growth: readonly (readonly [bytes: number, repetitions: number])[],
 *   memory: number, drain3: { lines: number, repetitions: number }
 * }} Plan
 */

/** @type {Plan} */
const whole = {
  bytes: 500e6,
  repetitions: 5,
  growth: [
    [50e6, 5],
    [500e6, 3],
    [5000e6, 1],
  ],
  memory: 960e6,
  drain3: { lines: 200_000, repetitions: 3 },
};

/** @type {Plan} */
const quick = {
  bytes: 50e6,
  repetitions: 3,
  growth: [
    [5e6, 3],
    [50e6, 1],
  ],
  memory: 96e6,
  drain3: { lines: 20_000, repetitions: 1 },
};

/** @param {{ quick: boolean, repetitions: number | undefined }} wishes @returns {Plan} */
export function planOf({ quick: isQuick, repetitions }) {
  const plan = isQuick ? quick : whole;
  return { ...plan, repetitions: repetitions ?? plan.repetitions };
}
