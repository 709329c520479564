import { moduleOf, type } from '../wasm/code';
import { bytes, get, int, repeatWhile, set, whileSo } from '../wasm/expressions';
import { controlsIn, firstFlagged } from './byte-words';

/** Finds the bytes below a blank: line ends, escapes, tabs, NULs. */
export interface ControlFinder {
  readonly bytes: Uint8Array;
  /** What was found last, ascending. */
  readonly list: Int32Array;
  /** Lists those in `[from, end)`, at most `stretchBytes`, and perhaps some behind; gives how many. */
  find(from: number, end: number): number;
}

/** Looked through at once: its list stays in the first caches. */
export const stretchBytes = 32 << 10;
const lanes = 16;
/** What a list must hold where every byte is one. */
export const listLength = stretchBytes + lanes;

/** Eight bytes a step: twice as fast as `indexOf` for LF, CR and ESC each. For hosts without vectors. */
export class ScalarControls implements ControlFinder {
  private readonly words: DataView;

  constructor(
    readonly bytes: Uint8Array,
    readonly list: Int32Array,
  ) {
    this.words = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  find(from: number, end: number): number {
    let found = 0;
    for (let at = nextControl(this.words, from, end); at < end; at = nextControl(this.words, at + 1, end))
      this.list[found++] = at;
    return found;
  }
}

/** Where the first one stands, from `from` on; `end` where there is none. */
function nextControl(words: DataView, from: number, end: number): number {
  let i = from;
  for (; i + 8 <= end; i += 8) {
    const first = controlsIn(words.getInt32(i, true));
    const second = controlsIn(words.getInt32(i + 4, true));
    if ((first | second) === 0) continue;
    return first === 0 ? i + 4 + firstFlagged(second) : i + firstFlagged(first);
  }
  while (i < end && words.getUint8(i) >= 0x20) i++;
  return i;
}

/** Parameters, then the local: one bit for each of the sixteen bytes that is one and not listed yet. */
const [at, end, list, found] = [0, 1, 2, 3];

/**
 * The same by vectors: (at, end, list) lists them as places of four bytes and gives where the list ends. What stands in the up
 * to fifteen bytes behind `end` is listed too.
 */
export const controlsProgram = moduleOf({
  name: 'controls',
  parameters: [type.i32, type.i32, type.i32],
  result: type.i32,
  locals: [type.i32],
  body: [
    ...repeatWhile(int.isBelow(get(at), get(end)), [
      set(found, bytes.bits(bytes.isBelow(bytes.at(get(at)), bytes.all(0x20)))),
      whileSo(get(found), [
        int.store(get(list), int.add(get(at), int.trailingZeros(get(found)))),
        set(list, int.add(get(list), int.of(4))),
        set(found, int.and(get(found), int.subtract(get(found), int.of(1)))),
      ]),
      set(at, int.add(get(at), int.of(lanes))),
    ]),
    ...get(list),
  ],
});
