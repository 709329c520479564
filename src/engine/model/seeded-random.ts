/**
 * Mulberry32: a repeatable stream of numbers in [0, 1) for sampling and generated data.
 *
 * Never for secrets: its state is 32 bits, so the stream repeats after 2^32 numbers and is easy to guess.
 * Any finite `seed` works; only its low 32 bits count, a fraction is dropped.
 *
 * Algorithm: Mulberry32 by Tommy Ettinger: a Weyl sequence (an odd step, so the period is full) and a multiplying hash.
 */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
