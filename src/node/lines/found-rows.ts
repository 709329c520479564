import { setImmediate } from 'node:timers/promises';
import { bytesOfSet, LineSet } from '../../engine/filter/line-set';
import type { FoundRows } from '../../protocol/log-lines';
import type { RowMap } from './row-map';

/** Pages are answered between so many found lines: about 20 ms. */
const linesAtOnce = 100_000;

/** Where found lines stand in what is shown. Throws the signal's reason. */
export async function foundRows(
  found: ArrayBuffer,
  lines: number,
  shown: RowMap | undefined,
  signal: AbortSignal,
): Promise<FoundRows> {
  if (shown === undefined) return { rows: null, places: null };
  const rows = new Uint8Array(bytesOfSet(shown.rows));
  const places = shown.isOrdered ? new Uint8Array(bytesOfSet(lines)) : undefined;
  const set = new LineSet(found, lines);
  let steps = 0;
  for (let line = set.next(0); line !== undefined; line = set.next(line + 1)) {
    addTo(rows, shown.rowShowing(line));
    if (places) addTo(places, shown.placeOfLine(line));
    if (++steps % linesAtOnce === 0) await setImmediate(undefined, { signal });
  }
  return { rows: rows.buffer, places: places?.buffer ?? null };
}

function addTo(bits: Uint8Array, member: number | undefined): void {
  if (member !== undefined) bits[member >>> 3] |= 1 << (member & 7);
}
