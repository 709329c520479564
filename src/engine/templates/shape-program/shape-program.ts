import { type Code, moduleOf, type } from '../../wasm/code';
import { call, get, int, set, when, whileSo } from '../../wasm/expressions';
import { RunShape } from '../run-shape';
import { at, behind, end, first, locals, parameters, shaped, text, width } from './locals';
import { answerHash, mixText, seedHash } from './mixing';
import { anyDigit, cutWindow, findRun, isNumber, lookAtWindow, passRun } from './runs';

/** What the host says of a run, in one number; `literal` is 0. */
const [endShift, nextShift] = [4, 12];

/** `textEnd` and `next`: how far behind the run's first byte the text before the shape ends, and the next one begins. */
export function packShape(shape: RunShape, textEnd: number, next: number): number {
  return shape | (textEnd << endShift) | (next << nextShift);
}

const textEnd = int.and(int.shiftRight(get(shaped), int.of(endShift)), int.of(0xff));

const inMemory = (place: number): Code => int.add(get(at), get(place));

/** Digits alone are the commonest run by far: of any other the host is asked, so that it is written down once what it is. */
const mixRun = when(
  isNumber,
  [...mixText(inMemory(first), int.of(RunShape.number)), set(text, inMemory(behind))],
  [
    set(shaped, call(inMemory(first), inMemory(behind))),
    when(get(shaped), [
      ...mixText(int.add(inMemory(first), textEnd), int.and(get(shaped), int.of(0xf))),
      set(text, int.add(inMemory(first), int.shiftRight(get(shaped), int.of(nextShift)))),
    ]),
  ],
);

/**
 * (start, end, salt, answer) writes 64 bits to `answer` and gives 1, or gives 0: a run was too long.
 *
 * Windows of 64 bytes become masks of a bit a byte, so that where a run begins and ends is an instruction each and no loop whose
 * end no predictor knows; text is mixed sixteen bytes a step in two independent halves. `host.shapeOf` is asked for runs
 * that are more than digits.
 */
export const shapeProgram = moduleOf({
  name: 'hash',
  parameters,
  result: type.i32,
  locals,
  calls: { name: 'shapeOf', parameters: [type.i32, type.i32], result: type.i32 },
  body: [
    ...set(text, get(at)),
    ...seedHash.flat(),
    ...whileSo(int.isBelow(get(at), get(end)), [
      ...lookAtWindow,
      set(width, int.subtract(get(end), get(at))),
      ...cutWindow,
      whileSo(anyDigit, [...findRun, mixRun, passRun]),
      set(at, inMemory(width)),
    ]),
    ...mixText(get(end), int.of(RunShape.literal)).flat(),
    ...answerHash.flat(),
    ...int.of(1),
  ],
});
