import { op } from '../../engine/wasm/code';

export const lineFeed = 0x0a;
export const carriageReturn = 0x0d;

/**
 * Sixteen bytes from `at` on: -1 in each that ends a line, an LF, or a CR that no LF follows. `bytes` is a local that holds them
 * meanwhile. Reads the byte behind them too.
 */
export function lineEndLanes(at: number, bytes: number): readonly number[] {
  return [
    ...op.local(at),
    ...op.load(0),
    ...op.teeLocal(bytes),
    ...op.bytesOf(lineFeed),
    ...op.equalBytes,
    ...op.local(bytes),
    ...op.bytesOf(carriageReturn),
    ...op.equalBytes,
    ...op.local(at),
    ...op.load(1),
    ...op.bytesOf(lineFeed),
    ...op.equalBytes,
    ...op.andNot,
    ...op.or,
  ];
}
