import { afterDigits, isDigit, isLetter } from '../time/ascii';
import { parseTime } from '../time/time-shapes';
import { lineWrapper } from './line-wrapper';
import { newWrappedText, type WrappedText } from './wrapper';

const colon = 0x3a;
const blank = 0x20;
const plus = 0x2b;
const beginnings = ['section_start:', 'section_end:'].map((text) => new TextEncoder().encode(text));

/** `00O `: two hex digits of the stream, standard output or error, a blank, or a plus where the line goes on. */
const streamBytes = 4;

/** Where the section's epoch stands; undefined where the text begins and ends no section. */
function epochOf(bytes: Uint8Array, start: number, end: number): { from: number; to: number } | undefined {
  for (const beginning of beginnings) {
    if (!beginning.every((byte, i) => bytes[start + i] === byte)) continue;
    const from = start + beginning.length;
    const to = afterDigits(bytes, from, end);
    return to > from && to < end && bytes[to] === colon ? { from, to } : undefined;
  }
  return undefined;
}

const instant = { seconds: 0, nanos: 0 };

/** Where the runner's time and stream end; `start` where there are none. */
function afterStamp(bytes: Uint8Array, start: number, end: number, text: WrappedText): number {
  if (!isDigit(bytes[start])) return start;
  const at = parseTime(bytes, start, end, instant, { referenceSeconds: 0 }) + 1;
  if (at === 0 || at + streamBytes > end || bytes[at - 1] !== blank || !isStream(bytes, at)) return start;
  text.seconds = instant.seconds;
  text.nanos = instant.nanos;
  text.stream = bytes[at + 2];
  return at + streamBytes;
}

function isStream(bytes: Uint8Array, at: number): boolean {
  const kind = bytes[at + 2];
  const ends = bytes[at + 3] === blank || bytes[at + 3] === plus;
  return isHex(bytes[at]) && isHex(bytes[at + 1]) && (kind === 0x4f || kind === 0x45) && ends;
}

function isHex(byte: number): boolean {
  return isDigit(byte) || (isLetter(byte) && (byte | 0x20) <= 0x66);
}

function isStamped(line: Uint8Array): boolean {
  return afterStamp(line, 0, line.length, newWrappedText()) > 0;
}

/**
 * Job logs of GitLab CI: sections are marked with their time, a carriage return (so that the mark is a line of its own) and an
 * ANSI sequence. Newer runners begin every line with the time and the stream. A line they wrote in pieces (`+`) is judged by its first.
 */
export const gitlabCi = lineWrapper({
  name: 'gitlab-ci',
  samples: [
    {
      lines: [
        'Running on a small machine',
        'section_start:1781257267:build_books[collapsed=true]',
        'Building 7 books',
        'section_end:1781257268:build_books',
      ],
      texts: [
        { text: 'Running on a small machine', time: null, level: 'none', name: '' },
        {
          text: 'section_start:1781257267:build_books[collapsed=true]',
          time: '1781257267000000000',
          level: 'none',
          name: '',
        },
        { text: 'Building 7 books', time: null, level: 'none', name: '' },
        { text: 'section_end:1781257268:build_books', time: '1781257268000000000', level: 'none', name: '' },
      ],
      fields: [],
    },
    {
      lines: [
        '2026-06-12T09:41:07.250123Z 00O Building 7 books',
        '2026-06-12T09:41:07.350123Z 01E Book 7 is empty',
        '2026-06-12T09:41:07.450123Z 01E+ and torn',
      ],
      texts: [
        { text: 'Building 7 books', time: '1781257267250123000', level: 'none', name: '' },
        { text: 'Book 7 is empty', time: '1781257267350123000', level: 'none', name: '' },
        { text: '', time: '1781257267450123000', level: 'none', name: '' },
      ],
      fields: [],
    },
  ],
  unwrap(bytes, start, end, text) {
    const at = afterStamp(bytes, start, end, text);
    const goesOn = at > start && bytes[at - 1] === plus;
    text.start = goesOn ? end : at;
    const epoch = epochOf(bytes, text.start, end);
    if (epoch === undefined) return true;
    parseTime(bytes, epoch.from, epoch.to, text, { referenceSeconds: 0 });
    text.begins = true;
    return true;
  },
  // Any line may stand in it as it is, so its own ones decide.
  confirms: (head) => {
    const filled = head.filter((line) => line.length > 0);
    const sections = filled.filter((line) => epochOf(line, 0, line.length) !== undefined);
    return sections.length > 0 || filled.filter(isStamped).length * 2 > filled.length;
  },
  fields: () => [],
});
