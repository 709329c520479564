import { moduleOf, op, type } from '../../engine/wasm/code';
import { memoryOf, programOf } from '../../engine/wasm/host';
import { carriageReturn, lineEndLanes, lineFeed } from './line-end-lanes';

const lanes = 16;
/** Counted a lane in one byte each before they are summed: at most 255 times. */
const blockBytes = 128 * lanes;

/** Parameters, then locals. */
const [at, end, stop, counts, total, bytes] = [0, 1, 2, 3, 4, 5];

/** A byte ends a line where it is an LF, or a CR that no LF follows. */
const countLanes = [
  ...op.local(counts),
  ...lineEndLanes(at, bytes),
  // What is true is -1.
  ...op.subtractBytes,
  ...op.setLocal(counts),
];

const countBlock = [
  ...op.bytesOf(0),
  ...op.setLocal(counts),
  ...op.local(at),
  ...op.constant(blockBytes),
  ...op.add,
  ...op.setLocal(stop),
  ...op.repeat([
    ...countLanes,
    ...op.local(at),
    ...op.constant(lanes),
    ...op.add,
    ...op.teeLocal(at),
    ...op.local(stop),
    ...op.isOther,
  ]),
  ...op.local(total),
  ...op.local(counts),
  ...op.addPairsOfBytes,
  ...op.addPairsOfShorts,
  ...op.addInts,
  ...op.setLocal(total),
];

const program = moduleOf({
  name: 'count',
  parameters: [type.i32, type.i32],
  result: type.i32,
  locals: [type.i32, type.v128, type.v128, type.v128],
  body: [
    ...op.repeat([...countBlock, ...op.local(at), ...op.local(end), ...op.isBelow]),
    ...[0, 1, 2, 3].flatMap((lane) => [...op.local(total), ...op.lane(lane)]),
    ...op.add,
    ...op.add,
    ...op.add,
  ],
});

/**
 * Counts line ends as VS Code counts them, CR LF, LF and a lone CR, 16 bytes a step: as fast as the bytes come from the page
 * cache, where a loop in JavaScript manages 0.8 GB/s. Buffers are `capacity` bytes each, and one for the byte that follows.
 */
export class LineEndCounter {
  readonly buffers: readonly Uint8Array[];
  private readonly count: (from: number, end: number) => number;

  constructor(
    private readonly capacity: number,
    buffers: number,
  ) {
    const room = Math.ceil((capacity + 1 + lanes) / blockBytes) * blockBytes + blockBytes;
    const memory = memoryOf(room * buffers);
    this.count = programOf(program, 'count', memory);
    this.buffers = Array.from({ length: buffers }, (_, i) => new Uint8Array(memory.buffer, i * room, room));
  }

  /**
   * Line ends that the first `length` bytes of the buffer complete; the byte behind them, where `filled` is greater, says whether
   * a CR that comes last is one.
   */
  lineEnds(buffer: Uint8Array, length: number, filled: number): number {
    const [count = 0] = this.lineEndsByStretch(buffer, length, filled, Math.max(1, length));
    return count;
  }

  /** As `lineEnds`, of each stretch of so many bytes: a whole number of 2 KiB, but where one stretch is all. */
  lineEndsByStretch(buffer: Uint8Array, length: number, filled: number, stretchBytes: number): Uint32Array {
    if (length > this.capacity) throw new RangeError(`${length} bytes do not fit into ${this.capacity}`);
    const stretches = new Uint32Array(Math.ceil(length / stretchBytes));
    const counted = Math.ceil(length / blockBytes) * blockBytes;
    const next = filled > length ? buffer[length] : 0;
    buffer.fill(0, length, counted + 1);
    for (let i = 0; i < stretches.length; i++) {
      const end = i === stretches.length - 1 ? counted : (i + 1) * stretchBytes;
      stretches[i] = this.count(buffer.byteOffset + i * stretchBytes, buffer.byteOffset + end);
    }
    // What follows a CR that comes last; were it an LF to count, it would stand behind the last block.
    if (buffer[length - 1] === carriageReturn && next === lineFeed) stretches[stretches.length - 1]--;
    return stretches;
  }
}
