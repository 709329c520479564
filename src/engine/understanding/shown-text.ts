import type { Column } from '../formats/corrections/ready-corrections';
import type { LineColumn } from '../model/understanding';
import { plainText } from '../text/plain-text';

/** More of a line nobody reads to see its columns; UTF-16 code units. */
const longestText = 1000;

/** A line as people may see it, and where its columns stand in that; columns beyond its end are left out. */
export function shownText(
  bytes: Uint8Array,
  columns: readonly Column[],
): { readonly text: string; readonly columns: readonly LineColumn[] } {
  const shown: LineColumn[] = [];
  let text = '';
  let at = 0;
  const append = (end: number): void => {
    text += plainText(bytes, at, end, longestText - text.length);
    at = end;
  };
  for (const { role, start, end } of columns) {
    append(start);
    const from = text.length;
    append(end);
    if (text.length > from) shown.push({ role, start: from, end: text.length });
  }
  append(bytes.length);
  return { text, columns: shown };
}
