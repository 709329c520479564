import { type } from '../../wasm/code';

/** What the program of `ShapeHash` is given: where the message begins (and then the window), its end, the salt, where to answer. */
export const [at, end, salt, answer] = [0, 1, 2, 3];
export const parameters = [type.i32, type.i32, type.i32, type.i32];

/** Where the text begins that is not mixed yet. */
export const text = 4;
/** Bytes of the window that are of the message and of no run that goes on behind it. */
export const width = 5;
/** A run that holds a digit: its first byte and the one behind it, from the window's first; what the host says of it. */
export const [first, behind, shaped] = [6, 7, 8];
/** Bytes of a text that are left to mix. */
export const left = 9;
/** Both halves of the hash. */
export const [low, high] = [10, 11];
/** One bit a byte of the window: digits not looked at yet, bytes of runs, and the bytes of one run. */
export const [digits, runs, run] = [12, 13, 14];
/** Sixteen bytes, and which of them are digits. */
export const [lanes, digitLanes] = [15, 16];

export const locals = [
  ...new Array<number>(6).fill(type.i32),
  ...new Array<number>(5).fill(type.i64),
  ...new Array<number>(2).fill(type.v128),
];
