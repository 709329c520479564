import type { LineIndex, LineNumber } from '../../engine/model/units';
import type { FilesOfLog } from '../../engine/records/files-of-log';
import type { RecordFacts } from '../../engine/records/line-facts';
import type { SourceTexts } from '../../engine/records/source-texts';
import { plainText } from '../../engine/text/plain-text';
import type { CitedRecord } from '../../protocol/assistant-log';
import type { ReadLogs } from '../merging/merged-text';

/** UTF-16 code units of a record; of a longer one its beginning, and what stands from the cited line on. */
const longestText = 64 << 10;
const placeholders = /<[a-z]+>/g;
const words = /[\p{L}\p{N}_]+(?:[-.'][\p{L}\p{N}_]+)*/gu;

/** What a claim about a line is held against; null where the log has no such line, or it is of no record. */
export function citedRecord(
  { session }: ReadLogs,
  texts: SourceTexts,
  files: FilesOfLog,
  line: LineNumber,
): CitedRecord | null {
  const details = session.lines.details((line - 1) as LineIndex, texts);
  if (details === undefined) return null;
  return {
    firstLine: (details.first + 1) as LineNumber,
    lastLine: (details.last + 1) as LineNumber,
    file: files.placeOf(details.first as LineIndex),
    text: textOf(session, texts, details, line - 1),
    templateWords: details.pieces.join('').replace(placeholders, ' ').match(words) ?? [],
    parameters: details.parameters.map(({ value }) => value),
  };
}

function textOf(
  session: ReadLogs['session'],
  texts: SourceTexts,
  { first, last }: RecordFacts,
  cited: number,
): string {
  const whole = linesText(session, texts, first, last, longestText);
  if (whole.isWhole || cited === first) return whole.text;
  const head = linesText(session, texts, first, cited - 1, longestText / 2 - 1);
  const rest = linesText(session, texts, cited, last, longestText / 2);
  return `${head.text}\n${rest.text}`;
}

/** Lines from one to another, both included, as far as the limit goes. */
function linesText(
  session: ReadLogs['session'],
  texts: SourceTexts,
  from: number,
  to: number,
  limit: number,
): { readonly text: string; readonly isWhole: boolean } {
  let text = '';
  for (let line = from; line <= to; line++) {
    const place = session.lines.placeOf(line as LineIndex);
    const { source, start, end } = session.spanOf(place.source, place.line);
    const bytes = texts.read(source, start, end);
    const next = plainText(bytes, 0, bytes.length, limit);
    const joined = line === from ? next : `${text}\n${next}`;
    if (joined.length > limit) return { text: text === '' ? next : text, isWhole: false };
    text = joined;
  }
  return { text, isWhole: true };
}
