import type { Citation, CitedRecords } from './checked-citation';

/**
 * What a reader sees of a citation. Of a log of several files that is the file with its own line, as the editor shows both beside the
 * line: the number the model cites counts through all files, and stands nowhere on screen.
 */
export function shownLabel(
  { label, document, firstLine, lastLine }: Citation,
  records: CitedRecords,
): string {
  const first = placeOf(document, firstLine, records);
  const last = placeOf(document, lastLine, records);
  if (first === undefined || last === undefined) return label;
  const begin = `${document === '' ? '' : `${document}:`}${first.name}:${first.line}`;
  if (first.name !== last.name) return `${begin}–${last.name}:${last.line}`;
  return first.line === last.line ? begin : `${begin}–${last.line}`;
}

function placeOf(document: string, line: Citation['firstLine'], records: CitedRecords) {
  const record = records(document, line);
  if (!record?.file) return undefined;
  const { name, line: first } = record.file;
  return { name, line: first + line - record.firstLine };
}
