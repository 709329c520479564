import type { ByteOffset, LineIndex, LineNumber } from '../model/units';
import { endOfLine } from '../records/line-texts';
import { clippedBehindBeginning, unstyledLine, withoutControls } from '../triage/evidence/shown-line';
import { headed, type Item } from './page';
import type { ToolLog } from './tool';

type LinesOf = Pick<ToolLog, 'records' | 'readers' | 'texts' | 'files'>;

/** UTF-16 code units shown of a line among others. */
export const usualLine = 500;

/** Lines of the log itself, its baselines left out. */
export function logLines({ records }: Pick<ToolLog, 'records'>): number {
  return records.sources.reduce((sum, { role, lines }) => (role === 'log' ? sum + lines : sum), 0);
}

/** As the editor counts, through all files of the log. */
export function numberOf(line: number): LineNumber {
  return (line + 1) as LineNumber;
}

/** A line of a source, counted through all files. */
export function throughAll({ records }: Pick<ToolLog, 'records'>, source: number, line: number): LineNumber {
  const { firstLine, linesBefore } = records.sources[source];
  return (firstLine + line - linesBefore) as LineNumber;
}

/** As it is shown and searched: without line end, ANSI sequences and control characters; of a longer line the first 64 KiB. */
function textOfLine({ records, readers, texts }: Omit<LinesOf, 'files'>, line: LineIndex): string {
  const source = records.sourceOfLine(line);
  const start = records.lineStart.get(line) as ByteOffset;
  return plainLine(texts.read(source, start, endOfLine(records, line, source, readers[source])));
}

export function plainLine(bytes: Uint8Array): string {
  return withoutControls(unstyledLine(bytes));
}

/** `L123: text`, cut with a mark where it is longer; around the place that `matters` finds too. */
export function lineItem(
  log: LinesOf,
  line: LineIndex,
  limit = usualLine,
  matters?: (text: string) => number,
): Item {
  const number = numberOf(line);
  const text = clippedBehindBeginning(textOfLine(log, line).trimEnd(), limit, matters);
  const file = log.files.nameOf(line);
  const item: Item = { text: `L${number}: ${text}`, lines: [[number, number]] };
  return file === undefined ? item : { ...item, files: [file, file] };
}

/** Items one below the other as one. */
export function joinedItems(items: readonly Item[]): Item {
  const files = items.flatMap((one) => one.files ?? []);
  let file = files[0];
  const texts = items.map((item) => {
    const text = headed(item, file);
    file = item.files?.[1] ?? file;
    return text;
  });
  const lines = items.flatMap((item) => item.lines);
  const joined: Item = { text: texts.join('\n'), lines };
  return files.length === 0 ? joined : { ...joined, files: [files[0], files[files.length - 1]] };
}

/** Text that is none of the log's lines. */
export function told(text: string): Item {
  return { text: withoutControls(text.replace(/[\r\n]+/g, ' ')), lines: [] };
}
