import { moduleOf, op, type } from '../../engine/wasm/code';
import { lineEndLanes } from '../files/line-end-lanes';

const lanes = 16;
/** Looked through at once; what is read behind the end of the bytes does not matter, but must be there. */
const stride = 4 * lanes;

/** Parameters of both functions; then those of `find`: two bytes to look for, and how far behind the place they stand. */
const [at, end] = [0, 1];
const [firstByte, firstFold, firstOffset, secondByte, secondFold, secondOffset] = [2, 3, 4, 5, 6, 7];
const [firstBytes, firstFolds, secondBytes, secondFolds, found] = [8, 9, 10, 11, 12];

const spread = (from: number, to: number) => [...op.local(from), ...op.spread, ...op.setLocal(to)];

/** -1 by place where the byte, with the bits of `folds` set, is the one looked for. */
const isByte = (offset: number, folds: number, bytes: number, lane: number) => [
  ...op.local(at),
  ...op.local(offset),
  ...op.add,
  ...op.load(lane),
  ...op.local(folds),
  ...op.or,
  ...op.local(bytes),
  ...op.equalBytes,
];

const areBoth = (lane: number) => [
  ...isByte(firstOffset, firstFolds, firstBytes, lane),
  ...isByte(secondOffset, secondFolds, secondBytes, lane),
  ...op.andBytes,
];

const giveBackPlace = (lane: number) => [
  ...areBoth(lane),
  ...op.bits,
  ...op.teeLocal(found),
  ...op.when([
    ...op.local(at),
    ...op.constant(lane),
    ...op.add,
    ...op.local(found),
    ...op.trailingZeros,
    ...op.add,
    ...op.giveBack,
  ]),
];

const strideLanes = [0, 1, 2, 3].map((i) => i * lanes);

const step = (bytes: number) => [...op.local(at), ...op.constant(bytes), ...op.add, ...op.teeLocal(at)];
const untilEnd = [...op.local(end), ...op.isBelow];

/** The first place from `at` on where both bytes stand, or one at or behind `end`. */
export const findProgram = moduleOf({
  name: 'find',
  parameters: new Array<number>(8).fill(type.i32),
  result: type.i32,
  locals: [type.v128, type.v128, type.v128, type.v128, type.i32],
  body: [
    ...spread(firstByte, firstBytes),
    ...spread(firstFold, firstFolds),
    ...spread(secondByte, secondBytes),
    ...spread(secondFold, secondFolds),
    ...op.repeat([
      ...strideLanes.flatMap(areBoth),
      ...op.or,
      ...op.or,
      ...op.or,
      ...op.anyByte,
      ...op.when(strideLanes.flatMap(giveBackPlace)),
      ...step(stride),
      ...untilEnd,
    ]),
    ...op.local(end),
  ],
});

const [count, bytes] = [2, 3];

/** Sixteen bits where bytes before `end` are to be counted. */
const wanted = [
  ...op.constant(-1),
  ...op.constant(-1),
  ...op.local(end),
  ...op.local(at),
  ...op.subtract,
  ...op.shiftLeft,
  ...op.constant(-1),
  ...op.xor,
  ...op.local(end),
  ...op.local(at),
  ...op.subtract,
  ...op.constant(lanes - 1),
  ...op.isAbove,
  ...op.select,
];

/** How many line ends begin in `[at, end)`, where a CR that an LF follows is none. */
export const countProgram = moduleOf({
  name: 'count',
  parameters: [type.i32, type.i32],
  result: type.i32,
  locals: [type.i32, type.v128],
  body: [
    ...op.repeat([
      ...lineEndLanes(at, bytes),
      ...op.bits,
      ...wanted,
      ...op.and,
      ...op.bitCount,
      ...op.local(count),
      ...op.add,
      ...op.setLocal(count),
      ...step(lanes),
      ...untilEnd,
    ]),
    ...op.local(count),
  ],
});
