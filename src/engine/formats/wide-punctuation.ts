/** Chinese punctuation around a level, in UTF-8: each is three bytes. */
const width = 3;

/** Behind `【` or `［`; `pos` where none begins there. */
export function wideBracketEnd(bytes: Uint8Array, pos: number, end: number): number {
  const is = isAt(bytes, pos, end, 0xe3, 0x80, 0x90) || isAt(bytes, pos, end, 0xef, 0xbc, 0xbb);
  return is ? pos + width : pos;
}

/** `：` */
export function fullWidthColonAt(bytes: Uint8Array, pos: number, end: number): boolean {
  return isAt(bytes, pos, end, 0xef, 0xbc, 0x9a);
}

/** Behind `】`, `］` or `：`; `pos` where none begins there. */
export function wideClosingEnd(bytes: Uint8Array, pos: number, end: number): number {
  const isBracket = isAt(bytes, pos, end, 0xe3, 0x80, 0x91) || isAt(bytes, pos, end, 0xef, 0xbc, 0xbd);
  return isBracket || fullWidthColonAt(bytes, pos, end) ? pos + width : pos;
}

function isAt(
  bytes: Uint8Array,
  pos: number,
  end: number,
  first: number,
  second: number,
  third: number,
): boolean {
  return pos + width <= end && bytes[pos] === first && bytes[pos + 1] === second && bytes[pos + 2] === third;
}
