import type { ByteOffset, LineIndex } from '../../model/units';
import { endOfLine } from '../../records/line-texts';
import { plainLine } from '../line-items';
import type { LineMatcher } from './line-matcher';
import type { SearchedLog } from './line-question';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
/** What is taken out of a line before it is shown, and the line ends of which a block's patterns know nothing. */
const unshown = /[^\t\n -~\u00a0-\u2027\u202f-\u2065\u206a-\uffff]/;

/**
 * The lines `[from, to)` of a source that hold what is sought, of those asked about; they must fit into what texts give at once, but for a single line.
 * A block is looked at as a whole first: most hold nothing of it.
 */
export function* matchingLines(
  { records, readers, texts }: SearchedLog,
  source: number,
  from: LineIndex,
  to: LineIndex,
  matcher: LineMatcher,
  isAsked: (line: LineIndex) => boolean,
): Generator<LineIndex, void> {
  const index = records.sourceOfLine(from);
  const start = records.lineStart.get(from) as ByteOffset;
  const end = endOfLine(records, (to - 1) as LineIndex, index, readers[source]);
  const bytes = texts.read(index, start, end);
  const block = decoder.decode(bytes);
  const isPlain = !unshown.test(block);
  const folded = matcher.fold(block);
  if (isPlain && !matcher.mayHold(folded)) return;
  // One byte a character: a line is a part of the block.
  const isNarrow = isPlain && block.length === bytes.length && folded.length === bytes.length;
  let begin = 0;
  for (let line: number = from; line < to; line++) {
    const close = line + 1 < to ? records.lineStart.get(line + 1) - start : bytes.length;
    const own = begin;
    begin = close;
    if (!isAsked(line as LineIndex)) continue;
    const text = isNarrow
      ? withoutFeed(folded.slice(own, close))
      : matcher.fold(plainLine(bytes.subarray(own, close)));
    if (matcher.holds(text)) yield line as LineIndex;
  }
}

function withoutFeed(line: string): string {
  return line.endsWith('\n') ? line.slice(0, -1) : line;
}
