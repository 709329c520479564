import { Level } from '../model/level';
import { afterDigits, dot, isDigit, isLetter } from '../time/ascii';
import { setComponent } from './header';
import { layoutFormat } from './layout/layout-format';
import type { Step } from './layout/step';
import { levelOfWord, levelWordEnd } from './level-words';

/** `2.345s`, `2345ms` since the machine started. */
const since: Step = (bytes, pos, end) => {
  const whole = afterDigits(bytes, pos, end);
  const digits = whole < end && bytes[whole] === dot ? afterDigits(bytes, whole + 1, end) : whole;
  if (whole === pos || digits >= end || digits - pos > 24) return -1;
  const unitEnd = bytes[digits] === 0x6d ? digits + 1 : digits;
  return unitEnd < end && bytes[unitEnd] === 0x73 ? unitEnd + 1 : -1;
};

/** Unified logging writes levels in small letters. */
const smallLevel: Step = (bytes, pos, end, header) => {
  const after = levelWordEnd(bytes, pos, end);
  const level = bytes[pos] >= 0x61 ? levelOfWord(bytes, pos, after) : Level.none;
  if (level === Level.none) return -1;
  header.level = level;
  return after;
};

/** `gc`, `gc,heap`, `safepoint,stats`: the component. */
const tags: Step = (bytes, pos, end, header) => {
  let i = pos;
  while (i < end && (isLetter(bytes[i]) || isDigit(bytes[i]) || bytes[i] === 0x2c)) i++;
  if (i === pos) return -1;
  setComponent(header, pos, i);
  return i;
};

/** The tags of collectors: without a level nothing else tells these lines from others in brackets. */
const collectorTags: Step = (bytes, pos, end, header, context) => {
  const isCollector = startsWith(bytes, pos, end, 'gc') || startsWith(bytes, pos, end, 'safepoint');
  return isCollector ? tags(bytes, pos, end, header, context) : -1;
};

/** What lines of `-XX:+PrintGCDetails` begin with; passes over nothing. */
const collection: Step = (bytes, pos, end) => {
  const beginnings = ['[', 'Total time ', 'Application time'];
  return beginnings.some((beginning) => startsWith(bytes, pos, end, beginning)) ? pos : -1;
};

function startsWith(bytes: Uint8Array, pos: number, end: number, text: string): boolean {
  if (pos + text.length > end) return false;
  for (let i = 0; i < text.length; i++) if (bytes[pos + i] !== text.charCodeAt(i)) return false;
  return true;
}

const ids = '{?[{number=pid}]}{?[{number=thread}]}';

/** The JVM's collector: unified logging (`-Xlog:gc*`, since 9) and `-XX:+PrintGCDetails` before. Uptime is no time. */
export const javaGc = layoutFormat(
  'java-gc',
  [
    `[{time}]{?[{since=uptime}]}${ids}[{smallLevel}~][{tags}~] {message}`,
    `[{since=uptime}]${ids}[{smallLevel}~][{tags}~] {message}`,
    `[{time}]{?[{since=uptime}]}${ids}[{collectorTags}~] {message}`,
    `[{since=uptime}]${ids}[{collectorTags}~] {message}`,
    '{time:iso}: {uptime=uptime}: {collection}{message}',
    '{time:iso}: {collection}{message}',
    '{uptime=uptime}: {collection}{message}',
  ],
  [
    {
      line: '[2.345s][info][gc] GC(12) Pause Young (Normal) 24M->4M(256M) 3.250ms',
      time: null,
      level: 'info',
      component: 'gc',
      message: 'GC(12) Pause Young (Normal) 24M->4M(256M) 3.250ms',
      fields: { uptime: '2.345s' },
    },
    {
      line: '[2026-06-12T09:41:07.250+0000][2345ms][812][warning][gc,heap    ] GC(7) region 3 is full',
      time: '1781257267250000000',
      level: 'warn',
      component: 'gc,heap',
      message: 'GC(7) region 3 is full',
      fields: { uptime: '2345ms', pid: '812' },
    },
    {
      line: '[2026-06-12T09:41:07.250+0000][812][safepoint   ] at safepoint 7 ms',
      time: '1781257267250000000',
      level: 'none',
      component: 'safepoint',
      message: 'at safepoint 7 ms',
    },
    {
      line: '2026-06-12T09:41:07.250+0000: 2.345: [GC (Allocation Failure) 65536K->8192K(251392K), 0.0071 secs]',
      time: '1781257267250000000',
      level: 'none',
      component: '',
      message: '[GC (Allocation Failure) 65536K->8192K(251392K), 0.0071 secs]',
    },
    {
      line: '2.345: Total time for which threads were stopped: 0.0001 seconds',
      time: null,
      level: 'none',
      component: '',
      message: 'Total time for which threads were stopped: 0.0001 seconds',
    },
  ],
  { elements: { since, smallLevel, tags, collectorTags, collection } },
);
