import { Level } from '../model/level';
import { layoutFormat } from './layout/layout-format';
import type { Step } from './layout/step';
import { levelOfWord } from './level-words';
import { WordTable } from './word-table';

const kinds: readonly (readonly [string, Level])[] = [
  ['Fatal error', Level.fatal],
  ['Recoverable fatal error', Level.error],
  ['Parse error', Level.fatal],
  ['Core error', Level.fatal],
  ['Compile error', Level.fatal],
  ['User error', Level.error],
  ['Warning', Level.warn],
  ['Core warning', Level.warn],
  ['Startup', Level.warn],
  ['Deprecated', Level.warn],
  ['Strict Standards', Level.info],
  ['Notice', Level.info],
];
const table = new WordTable(kinds.map(([text]) => text));
const longestKind = 24;

/** `Fatal error:`, `Notice:`, `WARNING:` with the colon. */
const kind: Step = (bytes, pos, end, header) => {
  const colonAt = bytes.subarray(pos, Math.min(end, pos + longestKind)).indexOf(0x3a) + pos;
  if (colonAt <= pos) return -1;
  const index = table.indexOf(bytes, pos, colonAt);
  const level = index < 0 ? levelOfWord(bytes, pos, colonAt) : kinds[index][1];
  if (level === Level.none) return -1;
  header.level = level;
  return colonAt + 1;
};

const stamp = '[{time:day-month-year}{? {zoneName}}]';

/** PHP's error log and PHP-FPM's; its stack traces repeat the stamp on every line. */
export const php = layoutFormat(
  'php',
  [
    `${stamp} PHP {kind}~{message}`,
    `${stamp} {kind} [pool {component:text}] {message}`,
    `${stamp} {kind}~{message}`,
    'PHP {kind}~{message}',
  ],
  [
    {
      line: '[12-Jun-2026 09:41:07 UTC] PHP Warning:  Undefined variable $cart in /srv/cart.php on line 7',
      time: '1781257267000000000',
      level: 'warn',
      component: '',
      message: 'Undefined variable $cart in /srv/cart.php on line 7',
    },
    {
      line: '[12-Jun-2026 09:41:07 Europe/Berlin] PHP Fatal error:  Uncaught Error: no bank in /srv/pay.php:31',
      time: '1781257267000000000',
      level: 'fatal',
      component: '',
      message: 'Uncaught Error: no bank in /srv/pay.php:31',
    },
    {
      line: '[12-Jun-2026 09:41:07.250123] WARNING: [pool www] child 812 exited on signal 11',
      time: '1781257267250123000',
      level: 'warn',
      component: 'www',
      message: 'child 812 exited on signal 11',
    },
    {
      line: '[12-Jun-2026 09:41:07] NOTICE: ready to handle connections',
      time: '1781257267000000000',
      level: 'info',
      component: '',
      message: 'ready to handle connections',
    },
    {
      line: 'PHP Deprecated:  trim() of null in /srv/cart.php on line 9',
      time: null,
      level: 'warn',
      component: '',
      message: 'trim() of null in /srv/cart.php on line 9',
    },
  ],
  {
    elements: { kind },
    continuations: [
      `${stamp} PHP Stack trace:`,
      `${stamp} PHP {number}. `,
      'PHP Stack trace:',
      'PHP {number}. ',
    ],
  },
);
