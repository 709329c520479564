import { type Code, op, unsigned } from './code';

/** Instructions as expressions: what they take stands in brackets behind them, as in any other language. */

const unary =
  (...opcode: number[]) =>
  (value: Code): Code => [...value, ...opcode];
const binary =
  (...opcode: number[]) =>
  (left: Code, right: Code): Code => [...left, ...right, ...opcode];

/** 64 bits, LEB128. */
function signed64(value: bigint): number[] {
  const low = Number(value & 0x7fn);
  const rest = value >> 7n;
  const isLast = (rest === 0n && low < 0x40) || (rest === -1n && low >= 0x40);
  return isLast ? [low] : [low | 0x80, ...signed64(rest)];
}

export const get = op.local;
export const set = (index: number, value: Code): Code => [...value, ...op.setLocal(index)];

/** Of 32 bits. */
export const int = {
  of: op.constant,
  add: binary(0x6a),
  subtract: binary(0x6b),
  and: binary(0x71),
  or: binary(0x72),
  shiftLeft: binary(0x74),
  shiftRight: binary(0x76),
  trailingZeros: unary(0x68),
  isZero: unary(0x45),
  /** Unsigned. */
  isBelow: binary(0x49),
  isAbove: binary(0x4b),
  isAtLeast: binary(0x4f),
  ofLong: unary(0xa7),
  at: (address: Code, offset = 0): Code => [...address, 0x28, 0, ...unsigned(offset)],
  /** Four bytes at the address, which is a multiple of four. */
  store: (address: Code, value: Code): Code => [...address, ...value, 0x36, 2, 0],
};

/** Of 64 bits. */
export const long = {
  of: (value: bigint): Code => [0x42, ...signed64(BigInt.asIntN(64, value))],
  ofInt: unary(0xad),
  or: binary(0x84),
  and: binary(0x83),
  xor: binary(0x85),
  add: binary(0x7c),
  subtract: binary(0x7d),
  multiply: binary(0x7e),
  shiftLeft: binary(0x86),
  shiftRight: binary(0x88),
  rotate: binary(0x89),
  leadingZeros: unary(0x79),
  trailingZeros: unary(0x7a),
  isZero: unary(0x50),
};

/** Of 64 bits with a fraction. */
export const double = {
  at: (address: Code, offset = 0): Code => [...address, 0x2b, 0, ...unsigned(offset)],
  store: (address: Code, offset: number, value: Code): Code => [
    ...address,
    ...value,
    0x39,
    0,
    ...unsigned(offset),
  ],
  add: binary(0xa0),
  /** False where one is no number. */
  isAtLeast: binary(0x66),
};

/** Of sixteen bytes; what is true is -1 in each. */
export const bytes = {
  at: (address: Code, offset = 0): Code => [...address, ...op.load(offset)],
  all: op.bytesOf,
  of: (values: readonly number[]): Code => [0xfd, 12, ...values],
  spread: unary(0xfd, 15),
  isEqual: binary(0xfd, 35),
  /** Unsigned. */
  isBelow: binary(0xfd, 38),
  and: binary(0xfd, 78),
  or: binary(0xfd, 80),
  subtract: binary(0xfd, 113),
  /** One bit a byte. */
  bits: unary(0xfd, 100),
  lowHalf: unary(0xfd, 29, 0),
  highHalf: unary(0xfd, 29, 1),
};

export const when = (condition: Code, then: readonly Code[], otherwise?: readonly Code[]): Code =>
  otherwise === undefined
    ? [...condition, 0x04, 0x40, ...then.flat(), 0x0b]
    : [...condition, 0x04, 0x40, ...then.flat(), 0x05, ...otherwise.flat(), 0x0b];

/** Repeats while the condition holds; asks before the first time. */
export const whileSo = (condition: Code, body: readonly Code[]): Code => [
  ...[0x02, 0x40, 0x03, 0x40],
  ...condition,
  ...[0x45, 0x0d, 1],
  ...body.flat(),
  ...[0x0c, 0, 0x0b, 0x0b],
];

/** Repeats while the condition holds; asks after each time. */
export const repeatWhile = (condition: Code, body: readonly Code[]): Code => [
  ...[0x03, 0x40],
  ...body.flat(),
  ...condition,
  ...[0x0d, 0, 0x0b],
];

export const giveBack = (value: Code): Code => [...value, 0x0f];
/** The function given as `WasmFunction.calls`. */
export const call = (...values: readonly Code[]): Code => [...values.flat(), 0x10, 0];
