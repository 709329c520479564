/** Where `byte` stands in `bytes[start, end)`, or `end`. Not `indexOf`, which would search on to the end of the chunk. */
export function indexWithin(bytes: Uint8Array, byte: number, start: number, end: number): number {
  let i = start;
  while (i < end && bytes[i] !== byte) i++;
  return i;
}
