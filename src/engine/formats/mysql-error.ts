import { Level } from '../model/level';
import { layoutFormat } from './layout/layout-format';
import type { Step } from './layout/step';

const severities: readonly (readonly [Uint8Array, Level])[] = (
  [
    ['[System]', Level.info],
    ['[Note]', Level.info],
    ['[Warning]', Level.warn],
    ['[ERROR]', Level.error],
    ['[Error]', Level.error],
  ] as const
).map(([text, level]) => [new TextEncoder().encode(text), level]);

/** Case counts: these are MySQL's own, and other loggers write `[WARNING]`. */
const severity: Step = (bytes, pos, end, header) => {
  for (const [text, level] of severities) {
    if (pos + text.length > end || !text.every((byte, i) => bytes[pos + i] === byte)) continue;
    header.level = level;
    return pos + text.length;
  }
  return -1;
};

/** MySQL's error log from 5.0 to 9, MariaDB's and Percona's. */
export const mysqlError = layoutFormat(
  'mysql-error',
  [
    '{time} {number=thread} {severity} [{word=code}] [{component:word=subsystem}] {message}',
    '{time} {number=thread} {severity} {message}',
    '{time} {severity} {message}',
  ],
  [
    {
      line: '2026-06-12T09:41:07.250123Z 0 [System] [MY-013172] [Server] mysqld is shut down',
      time: '1781257267250123000',
      level: 'info',
      component: 'Server',
      message: 'mysqld is shut down',
      fields: { thread: '0', code: 'MY-013172' },
    },
    {
      line: '2026-06-12T09:41:07.250123Z 31 [Warning] IP address 10.1.2.3 has no name',
      time: '1781257267250123000',
      level: 'warn',
      component: '',
      message: 'IP address 10.1.2.3 has no name',
    },
    {
      line: '2026-06-12  9:41:07 0 [Note] InnoDB: buffer pool is warm',
      time: '1781257267000000000',
      level: 'info',
      component: '',
      message: 'InnoDB: buffer pool is warm',
    },
    {
      line: '260612  9:41:07 [ERROR] disk is full',
      time: '1781257267000000000',
      level: 'error',
      component: '',
      message: 'disk is full',
    },
  ],
  { elements: { severity } },
);
