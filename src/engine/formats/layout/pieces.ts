/** The pieces of a layout: elements and optional pieces in braces, other characters one by one. */
export function piecesOf(layout: string): string[] {
  const pieces: string[] = [];
  for (let i = 0; i < layout.length; i = i + pieces[pieces.length - 1].length) {
    const pieceEnd = layout[i] === '{' ? afterBrace(layout, i) : i + 1;
    pieces.push(layout.slice(i, pieceEnd));
  }
  return pieces;
}

function afterBrace(layout: string, open: number): number {
  let depth = 0;
  for (let i = open; i < layout.length; i++) {
    if (layout[i] === '{') depth++;
    if (layout[i] === '}' && --depth === 0) return i + 1;
  }
  throw new Error(`unclosed brace in layout ${layout}`);
}

/** The run of blanks and literals from `index` on. */
export function punctuationFrom(pieces: readonly string[], index: number): string[] {
  const next = pieces.findIndex((piece, i) => i >= index && piece.startsWith('{'));
  return pieces.slice(index, next < 0 ? pieces.length : next);
}

/** The pieces within `{? … }`. */
export function optionalPieces(piece: string): string[] {
  return piecesOf(piece.slice(2, -1));
}
