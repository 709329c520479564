import { Level } from '../model/level';
import { layoutFormat } from './layout/layout-format';
import type { Step } from './layout/step';

const levelOfSign = new Map<number, Level>([
  [0x2e, Level.debug],
  [0x2d, Level.debug],
  [0x2a, Level.info],
  [0x23, Level.warn],
]);

/** `.` debug, `-` verbose, `*` notice, `#` warning. */
const sign: Step = (bytes, pos, end, header) => {
  const level = pos < end ? levelOfSign.get(bytes[pos]) : undefined;
  if (level === undefined) return -1;
  header.level = level;
  return pos + 1;
};

/** C: a child that saves; S: a replica; M: the master; X: a sentinel. */
const role: Step = (bytes, pos, end) =>
  pos < end && 'CSMX'.includes(String.fromCharCode(bytes[pos])) ? pos + 1 : -1;

/** Redis and Valkey; before version 3 without a role, before 4 without a year. */
export const redis = layoutFormat(
  'redis',
  [
    '{number=pid}:{role=role} {time} {sign} {message}',
    '[{number=pid}] {time:day-month} {sign} {message}',
    '[{number=pid}] {time:day-month-year} {sign} {message}',
  ],
  [
    {
      line: '1:M 12 Jun 2026 09:41:07.250 * Ready for connections',
      time: '1781257267250000000',
      level: 'info',
      component: '',
      message: 'Ready for connections',
      fields: { pid: '1', role: 'M' },
    },
    {
      line: '812:C 12 Jun 2026 09:41:07.250 # Fork failed: no memory',
      time: '1781257267250000000',
      level: 'warn',
      component: '',
      message: 'Fork failed: no memory',
    },
    {
      line: '[812] 12 Jun 09:41:07.250 - 3 clients, 904184 bytes in use',
      time: '1781257267250000000',
      level: 'debug',
      component: '',
      message: '3 clients, 904184 bytes in use',
    },
  ],
  { elements: { sign, role } },
);
