/** A place in what is shown: a row, and UTF-16 units from its text's beginning. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** From where it began to where the caret is; nothing is selected where both are the same. */
export interface Selection {
  readonly start: Place;
  readonly caret: Place;
}

export const origin: Selection = { start: { row: 0, column: 0 }, caret: { row: 0, column: 0 } };

export function caretAt(place: Place): Selection {
  return { start: place, caret: place };
}

export function isEmpty({ start, caret }: Selection): boolean {
  return start.row === caret.row && start.column === caret.column;
}

/** Its two ends in reading order. */
export function ordered({ start, caret }: Selection): readonly [first: Place, last: Place] {
  const isForward = start.row < caret.row || (start.row === caret.row && start.column <= caret.column);
  return isForward ? [start, caret] : [caret, start];
}

/** What of a row is selected, in UTF-16 units; null where nothing is. A row in the midst is selected beyond its end. */
export function selectedSpan(
  selection: Selection,
  row: number,
  length: number,
): readonly [from: number, until: number] | null {
  const [first, last] = ordered(selection);
  if (isEmpty(selection) || row < first.row || row > last.row) return null;
  const from = row === first.row ? Math.min(first.column, length) : 0;
  const until = row === last.row ? Math.min(last.column, length) : length;
  return [from, until];
}

/** The rows it touches; a last row it only reaches the beginning of is not one of them. */
export function selectedRows(selection: Selection): readonly [first: number, last: number] {
  const [first, last] = ordered(selection);
  const touchesLast = last.row === first.row || last.column > 0;
  return [first.row, touchesLast ? last.row : last.row - 1];
}

/** The word around a column, or the run of other characters there. */
export function wordAround(text: string, column: number): readonly [from: number, until: number] {
  const at = Math.min(column, Math.max(0, text.length - 1));
  const kind = kindOf(text, at);
  let [from, until] = [at, at];
  while (from > 0 && kindOf(text, from - 1) === kind) from--;
  while (until < text.length && kindOf(text, until) === kind) until++;
  return [from, until];
}

/** The beginning of the next word, or with -1 of the one before. */
export function wordFrom(text: string, column: number, direction: 1 | -1): number {
  let at = Math.min(column, text.length);
  if (direction === 1) {
    while (at < text.length && kindOf(text, at) === 'word') at++;
    while (at < text.length && kindOf(text, at) !== 'word') at++;
    return at;
  }
  while (at > 0 && kindOf(text, at - 1) !== 'word') at--;
  while (at > 0 && kindOf(text, at - 1) === 'word') at--;
  return at;
}

function kindOf(text: string, at: number): 'word' | 'blank' | 'other' {
  const char = text[at] ?? '';
  if (/[\p{L}\p{N}_\ud800-\udfff]/u.test(char)) return 'word';
  return /\s/.test(char) ? 'blank' : 'other';
}
