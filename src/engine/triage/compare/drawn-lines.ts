/** Bytes looked at for a gutter: a line number and its margin. */
const widestGutter = 16;
const [blank, tab, bar, hyphen, equals, greater] = [0x20, 0x09, 0x7c, 0x2d, 0x3d, 0x3e];

/**
 * Whether a line is drawn into a frame: a box (`│ on main.tf line 3`), source code behind a gutter (`14 | let x = y;`), a compiler's
 * pointer (`--> src/a.rs:4`, `= note: …`). It goes on with the message that the frame is about, although it is not indented.
 */
export function looksDrawn(text: Uint8Array): boolean {
  let at = 0;
  while (at < text.length && (text[at] === blank || text[at] === tab)) at++;
  if (isBoxDrawing(text, at)) return true;
  if (text[at] === hyphen)
    return text[at + 1] === hyphen && text[at + 2] === greater && text[at + 3] === blank;
  if (text[at] === equals) return at > 0 && text[at + 1] === blank;
  const digits = at;
  while (at < text.length && at < digits + widestGutter && isDigit(text[at])) at++;
  const numbered = at > digits;
  while (numbered && text[at] === blank) at++;
  // A table's rows begin with a bar too, but at the margin.
  const isGutter = text[at] === bar && at > 0 && at <= digits + widestGutter;
  return isGutter && (at + 1 >= text.length || text[at + 1] === blank);
}

/** U+2500 to U+257F in UTF-8. */
function isBoxDrawing(text: Uint8Array, at: number): boolean {
  return text[at] === 0xe2 && (text[at + 1] === 0x94 || text[at + 1] === 0x95) && text[at + 2] >= 0x80;
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}
