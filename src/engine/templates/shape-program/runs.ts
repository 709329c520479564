import type { Code } from '../../wasm/code';
import { bytes, get, giveBack, int, long, set, when } from '../../wasm/expressions';
import { at, behind, digitLanes, digits, first, lanes, run, runs, width } from './locals';

const laneBytes = 16;
/** Looked at together, one bit a byte. */
const windowBytes = 64;

const isWithin = (byte: Code, from: number, count: number): Code =>
  bytes.isBelow(bytes.subtract(byte, bytes.all(from)), bytes.all(count));

const lowerCase = bytes.or(get(lanes), bytes.all(0x20));

/** As `runMask`: letters, digits, `_` and `-`. */
const runLanes = [
  isWithin(lowerCase, 0x61, 26),
  bytes.isEqual(get(lanes), bytes.all(0x2d)),
  bytes.isEqual(get(lanes), bytes.all(0x5f)),
].reduce((left, right) => bytes.or(left, right), get(digitLanes));

const addBits = (window: number, bits: Code, lane: number): Code =>
  set(window, long.or(get(window), long.shiftLeft(long.ofInt(bits), long.of(BigInt(lane * laneBytes)))));

/** Which bytes of the window are digits, and which are of runs. */
export const lookAtWindow: readonly Code[] = [
  set(digits, long.of(0n)),
  set(runs, long.of(0n)),
  ...[0, 1, 2, 3].flatMap((lane) => [
    set(lanes, bytes.at(get(at), lane * laneBytes)),
    set(digitLanes, isWithin(get(lanes), 0x30, 10)),
    addBits(digits, bytes.bits(get(digitLanes)), lane),
    addBits(runs, bytes.bits(runLanes), lane),
  ]),
];

const without = (window: number, those: Code): Code => long.and(get(window), long.xor(those, long.of(-1n)));
/** The lowest so many bits, 1 to 64. */
const lowBits = (count: Code): Code =>
  long.shiftRight(long.of(-1n), long.subtract(long.of(64n), long.ofInt(count)));
const bitsFrom = (place: Code): Code => long.shiftLeft(long.of(-1n), long.ofInt(place));
const notRuns = long.xor(get(runs), long.of(-1n));

/** A run that goes on behind the window is left to the next one; one that fills the window is given up: 0. */
export const cutWindow: readonly Code[] = [
  when(
    int.isAbove(get(width), int.of(windowBytes)),
    [
      set(width, int.subtract(int.of(windowBytes), int.ofLong(long.leadingZeros(notRuns)))),
      when(int.isZero(get(width)), [giveBack(int.of(0))]),
    ],
    [set(runs, long.and(get(runs), lowBits(get(width))))],
  ),
  set(digits, long.and(get(digits), lowBits(get(width)))),
];

/** The run around the lowest digit. */
export const findRun: readonly Code[] = [
  set(first, int.ofLong(long.trailingZeros(get(digits)))),
  set(behind, int.ofLong(long.trailingZeros(long.and(notRuns, bitsFrom(get(first)))))),
  set(
    first,
    int.subtract(
      int.of(windowBytes),
      int.ofLong(long.leadingZeros(long.and(notRuns, long.xor(bitsFrom(get(first)), long.of(-1n))))),
    ),
  ),
  set(run, long.and(lowBits(get(behind)), bitsFrom(get(first)))),
];

export const isNumber = long.isZero(without(run, get(digits)));
export const anyDigit = int.isZero(long.isZero(get(digits)));
export const passRun = set(digits, without(digits, get(run)));
