import type { Code } from '../../wasm/code';
import { bytes, get, int, long, set, whileSo } from '../../wasm/expressions';
import { answer, high, lanes, left, low, salt, text } from './locals';

const stepBytes = 16;
/** Odd, and half of their bits set: those of splitmix64 and xxHash64. */
const multipliers = {
  step: { [low]: 0x9e3779b97f4a7c15n, [high]: 0xc2b2ae3d27d4eb4fn },
  last: { [low]: 0xbf58476d1ce4e5b9n, [high]: 0x94d049bb133111ebn },
} as const;

export const seedHash: readonly Code[] = [low, high].map((half) =>
  set(half, long.multiply(long.add(long.ofInt(get(salt)), long.of(1n)), long.of(multipliers.step[half]))),
);

const mix = (half: typeof low | typeof high, word: Code, by: keyof typeof multipliers): Code =>
  set(
    half,
    long.rotate(long.multiply(long.xor(get(half), word), long.of(multipliers[by][half])), long.of(29n)),
  );

const firstOfThem = bytes.isBelow(
  bytes.of(Array.from({ length: stepBytes }, (_, i) => i)),
  bytes.spread(get(left)),
);

/** How many bytes are left and what follows them, where the sixteenth byte of the last step would be. */
const closing = (shape: Code): Code =>
  long.shiftLeft(long.ofInt(int.or(int.shiftLeft(get(left), int.of(3)), shape)), long.of(56n));

/**
 * Mixes the text up to `to` and the shape that follows it; text begins there then, or further on. The last step, of up to fifteen
 * bytes, multiplies by other numbers than those before: no text passes for the end of one.
 */
export const mixText = (to: Code, shape: Code): readonly Code[] => [
  set(left, int.subtract(to, get(text))),
  whileSo(int.isAtLeast(get(left), int.of(stepBytes)), [
    set(lanes, bytes.at(get(text))),
    mix(low, bytes.lowHalf(get(lanes)), 'step'),
    mix(high, bytes.highHalf(get(lanes)), 'step'),
    set(text, int.add(get(text), int.of(stepBytes))),
    set(left, int.subtract(get(left), int.of(stepBytes))),
  ]),
  set(lanes, bytes.and(bytes.at(get(text)), firstOfThem)),
  mix(low, bytes.lowHalf(get(lanes)), 'last'),
  mix(high, long.xor(bytes.highHalf(get(lanes)), closing(shape)), 'last'),
];

const shifted = (by: bigint): Code => long.xor(get(low), long.shiftRight(get(low), long.of(by)));

/** Each half to all bits of both (the finaliser of splitmix64); then to where the answer belongs. */
export const answerHash: readonly Code[] = [
  set(low, long.xor(get(low), long.rotate(get(high), long.of(32n)))),
  set(low, long.multiply(shifted(30n), long.of(multipliers.last[low]))),
  set(low, long.multiply(shifted(27n), long.of(multipliers.last[high]))),
  set(low, shifted(31n)),
  int.store(get(answer), int.ofLong(get(low))),
  int.store(int.add(get(answer), int.of(4)), int.ofLong(long.shiftRight(get(low), long.of(32n)))),
];
