import type { Field } from '../formats/format';
import { WordTable } from '../formats/word-table';
import { Level } from '../model/level';
import { afterCollectorTime } from './collector-time';
import { indexWithin } from './index-within';
import { lineWrapper } from './line-wrapper';
import { newWrappedText, streamOf, type WrappedText } from './wrapper';

const tab = 0x09;
const hash = 0x23;
const openBracket = 0x5b;
const closeBracket = 0x5d;
/** The runner's times count ticks of 100 ns. */
const fractionDigits = 7;
/** Of a job's or step's name in what `gh run view --log` prints. */
const longestName = 200;

/** What `##[…]` may say; the level of the text behind it, `none` where the mark itself is what is said. */
const marks = ['error', 'warning', 'notice', 'debug', 'group', 'endgroup', 'section', 'command'];
const levels = [Level.error, Level.warn, Level.info, Level.debug];
const markTable = new WordTable(marks);

/** Where the line's time begins: behind `job\tstep\t` where that stands first. */
function timeAt(bytes: Uint8Array, start: number, end: number): number {
  const job = indexWithin(bytes, tab, start, Math.min(end, start + longestName));
  if (bytes[job] !== tab) return start;
  const step = indexWithin(bytes, tab, job + 1, Math.min(end, job + longestName));
  return bytes[step] === tab ? step + 1 : start;
}

/** Where the bracket of a `##[mark]` at `at` closes; -1 where none stands there. */
function markEnd(bytes: Uint8Array, at: number, end: number): number {
  if (at + 3 >= end || bytes[at] !== hash || bytes[at + 1] !== hash || bytes[at + 2] !== openBracket)
    return -1;
  const close = indexWithin(bytes, closeBracket, at + 3, Math.min(end, at + 20));
  return bytes[close] === closeBracket ? close : -1;
}

function readMark(text: WrappedText): void {
  const close = markEnd(text.bytes, text.start, text.end);
  if (close < 0) return;
  const mark = markTable.indexOf(text.bytes, text.start + 3, close);
  if (mark < 0) return;
  text.begins = true;
  if (mark >= levels.length) return;
  text.level = levels[mark];
  text.start = close + 1;
}

/**
 * Logs of GitHub Actions, as they are downloaded or as `gh run view --log` prints them: every line begins with the runner's time. A
 * line marked `##[error]`, `##[warning]`, `##[notice]` or `##[debug]` has that level; groups keep their mark.
 */
export const githubActions = lineWrapper({
  name: 'github-actions',
  samples: [
    {
      lines: [
        '2026-06-12T09:41:07.2501234Z ##[group]Build the ledger',
        '2026-06-12T09:41:07.2601234Z   compiling 7 books',
        '2026-06-12T09:41:07.2701234Z ##[error]Book 7 does not compile.',
        '2026-06-12T09:41:07.2801234Z ',
      ],
      texts: [
        { text: '##[group]Build the ledger', time: '1781257267250123400', level: 'none', name: '' },
        { text: '  compiling 7 books', time: '1781257267260123400', level: 'none', name: '' },
        { text: 'Book 7 does not compile.', time: '1781257267270123400', level: 'error', name: '' },
        { text: '', time: '1781257267280123400', level: 'none', name: '' },
      ],
      fields: [],
    },
    {
      lines: ['build\tSet up\t2026-06-12T09:41:07.2501234Z ##[warning]The cache is cold'],
      texts: [{ text: 'The cache is cold', time: '1781257267250123400', level: 'warn', name: 'build' }],
      fields: [
        { name: 'job', value: 'build' },
        { name: 'step', value: 'Set up' },
      ],
    },
  ],
  unwrap(bytes, start, end, text, context) {
    const at = timeAt(bytes, start, end);
    const textAt = afterCollectorTime(bytes, at, end, fractionDigits, text, context);
    if (textAt === at) return false;
    if (at > start) {
      text.nameEnd = indexWithin(bytes, tab, start, at);
      text.stream = streamOf(bytes, start, text.nameEnd);
    }
    text.start = textAt;
    readMark(text);
    return true;
  },
  // Programs of .NET have times like these too; a runner marks its groups.
  confirms(head) {
    const text = newWrappedText();
    return head.some((line) => {
      const from = timeAt(line, 0, line.length);
      const at = afterCollectorTime(line, from, line.length, fractionDigits, text, { referenceSeconds: 0 });
      return at > from && markEnd(line, at, line.length) > 0;
    });
  },
  fields(bytes, start, end) {
    const at = timeAt(bytes, start, end);
    if (at === start) return [];
    const names = new TextDecoder().decode(bytes.subarray(start, at)).split('\t');
    const fields: Field[] = [
      { name: 'job', value: names[0] },
      { name: 'step', value: names[1] },
    ];
    return fields;
  },
});
