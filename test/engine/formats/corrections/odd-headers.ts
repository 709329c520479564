import type { FormatGesture } from '../../../../src/engine/formats/corrections/format-correction';

const two = (value: number): string => String(value).padStart(2, '0');
const monthNames = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const germanMonths = 'Jan Feb Mär Apr Mai Jun Jul Aug Sep Okt Nov Dez'.split(' ');
const weekdays = 'Sun Mon Tue Wed Thu Fri Sat'.split(' ');

/** What happens in every one of the logs below. */
const events: readonly ((i: number) => string)[] = [
  (i) => `reservation ${i} opened for guest ${i * 7}`,
  (i) => `room ${i % 40} cleaned in ${i % 9} min`,
  () => 'kitchen closed early',
];
export const eventCount = events.length;

/** A moment with its parts, and what is said at it. */
interface Entry {
  readonly at: Date;
  readonly i: number;
  readonly text: string;
}

function dayOfYear(at: Date): number {
  return Math.floor((at.getTime() - Date.UTC(at.getUTCFullYear(), 0, 1)) / 86_400_000) + 1;
}

interface OddHeader {
  /** The line's text, and of it the time stamp. */
  readonly line: (entry: Entry) => string;
  readonly stamp: (at: Date) => string;
  /** What the stamp tells, in milliseconds. */
  readonly told: (at: Date) => number;
}

const minutes = (at: Date): number => at.getTime() - (at.getTime() % 60_000);
const seconds = (at: Date): number => at.getTime() - (at.getTime() % 1000);
const clock = (at: Date): string =>
  `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())}`;
const year = (at: Date): string => two(at.getUTCFullYear() % 100);
const month = (at: Date): string => two(at.getUTCMonth() + 1);
const day = (at: Date): string => two(at.getUTCDate());

function odd(
  stamp: OddHeader['stamp'],
  told: OddHeader['told'],
  line: (stamp: string, entry: Entry) => string,
): OddHeader {
  return { stamp, told, line: (entry) => line(stamp(entry.at), entry) };
}

/** Headers nobody's format table holds. */
export const oddHeaders: Readonly<Record<string, OddHeader>> = {
  'day, month, year, then h between hour and minute': odd(
    (at) => `${day(at)}.${month(at)}.${year(at)} ${two(at.getUTCHours())}h${two(at.getUTCMinutes())}`,
    minutes,
    (stamp, { text }) => `${stamp} ${text}`,
  ),
  'a weekday, two digits of a year, am and pm': odd(
    (at) => {
      const hour = at.getUTCHours();
      const half = `${hour % 12 || 12}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())} ${hour < 12 ? 'AM' : 'PM'}`;
      return `${weekdays[at.getUTCDay()]} ${at.getUTCDate()} ${monthNames[at.getUTCMonth()]} ${year(at)} ${half}`;
    },
    seconds,
    (stamp, { text, i }) => `<${i % 4}> ${stamp} -- ${text}`,
  ),
  'the day of the year': odd(
    (at) => `${at.getUTCFullYear()}/${String(dayOfYear(at)).padStart(3, '0')} ${clock(at)}`,
    seconds,
    (stamp, { text }) => `[${stamp}] ${text}`,
  ),
  'seconds in hex behind an id in hex': odd(
    (at) => Math.floor(at.getTime() / 1000).toString(16),
    seconds,
    (stamp, { text, i }) => `${(0x51a2 + i * 977).toString(16)}:${stamp}: ${text}`,
  ),
  'a German month': odd(
    (at) => `${at.getUTCDate()}. ${germanMonths[at.getUTCMonth()]} ${at.getUTCFullYear()}, ${clock(at)}`,
    seconds,
    (stamp, { text }) => `# ${stamp} # ${text}`,
  ),
  'Chinese signs, two digits of the year': odd(
    (at) =>
      `${at.getUTCFullYear() % 100}年${at.getUTCMonth() + 1}月${at.getUTCDate()}日${at.getUTCHours()}时${two(at.getUTCMinutes())}分${two(at.getUTCSeconds())}秒`,
    seconds,
    (stamp, { text }) => `${stamp} ${text}`,
  ),
  'a known stamp between bars': odd(
    (at) => at.toISOString(),
    (at) => at.getTime(),
    (stamp, { text, i }) => `desk-${i % 3}|${stamp}|${text}`,
  ),
  'fourteen digits in a row, day first': odd(
    (at) => `${day(at)}${month(at)}${at.getUTCFullYear()}${clock(at).replaceAll(':', '')}`,
    seconds,
    (stamp, { text, i }) => `${1000 + i}-${stamp}-${text}`,
  ),
  'a field of JSON with a name of its own': odd(
    (at) => `${clock(at)} ${day(at)}-${month(at)}-${year(at)}`,
    seconds,
    (stamp, { text, i }) => JSON.stringify({ nr: i, zeitpunkt: stamp, msg: text }),
  ),
  'a stamp at the line’s end': odd(
    (at) => `${year(at)}${month(at)}${day(at)}T${two(at.getUTCHours())}${two(at.getUTCMinutes())}`,
    minutes,
    (stamp, { text }) => `${text} @${stamp}`,
  ),
};

export const referenceSeconds = Date.UTC(2026, 10, 25) / 1000;
const began = Date.UTC(2026, 10, 9, 10, 58, 41, 250);

const step = 6_047_031;

export interface OddLine {
  readonly text: string;
  /** Milliseconds that its stamp tells; undefined for a line that goes on with the one before. */
  readonly told: number | undefined;
}

/** Two hundred records over two weeks; some go on with an indented line. */
export function oddLog(header: OddHeader): OddLine[] {
  return Array.from({ length: 200 }, (_, i) => {
    const at = new Date(began + i * step);
    const first = { text: header.line({ at, i, text: events[i % events.length](i) }), told: header.told(at) };
    return i % 10 === 9 ? [first, { text: `    of ${i} beds`, told: undefined }] : [first];
  }).flat();
}

/** The stamp of the log's nth line, selected. */
export function showTime(header: OddHeader, lines: readonly OddLine[], nth: number): FormatGesture {
  const { text } = lines[nth];
  const stamp = header.stamp(new Date(began + nth * step));
  const start = text.indexOf(stamp);
  return { role: 'time', text, start, end: start + stamp.length };
}
