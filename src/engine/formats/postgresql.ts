import { Level } from '../model/level';
import { colon, isDigit, space } from '../time/ascii';
import { isBlank, setComponent } from './header';
import { layoutFormat } from './layout/layout-format';
import type { Step } from './layout/step';
import { levelOfWord, levelWordEnd } from './level-words';
import { WordTable } from './word-table';

/** Two blanks follow PostgreSQL's severities, in every language it speaks. */
function afterMark(bytes: Uint8Array, pos: number, end: number): number {
  const isMark =
    pos + 2 < end && bytes[pos] === colon && bytes[pos + 1] === space && bytes[pos + 2] === space;
  return isMark ? pos + 3 : -1;
}

const debug = new WordTable(['debug']);

/** `LOG:  `, `ERROR:  `, `DEBUG3:  ` */
const severity: Step = (bytes, pos, end, header) => {
  let wordEnd = pos;
  while (wordEnd < end && bytes[wordEnd] !== colon && !isDigit(bytes[wordEnd]) && wordEnd < pos + 16)
    wordEnd++;
  const isNumbered = debug.indexOf(bytes, pos, wordEnd) === 0 && isDigit(bytes[wordEnd]);
  const level = levelOfWord(bytes, pos, isNumbered ? wordEnd : levelWordEnd(bytes, pos, end));
  const after = afterMark(bytes, isNumbered ? wordEnd + 1 : wordEnd, end);
  if (level === Level.none || after < 0) return -1;
  header.level = level;
  return after;
};

const additions = new WordTable(['detail', 'hint', 'statement', 'context', 'query', 'location', 'backtrace']);

/** What a further line of the same report begins with. */
const addition: Step = (bytes, pos, end) => {
  const wordEnd = levelWordEnd(bytes, pos, end);
  return additions.indexOf(bytes, pos, wordEnd) < 0 ? -1 : afterMark(bytes, wordEnd, end);
};

const longestName = 130;

/** `user@database`: the component. */
const session: Step = (bytes, pos, end, header) => {
  let at = -1;
  let i = pos;
  for (; i < end && !isBlank(bytes[i]) && i - pos < longestName; i++) if (bytes[i] === 0x40) at = i;
  if (at < 0 || bytes.subarray(pos, i).includes(0x3d)) return -1;
  setComponent(header, pos, i);
  return i;
};

const longestPrefix = 256;

/** Whatever else `log_line_prefix` puts before the severity or addition. */
function prefixBefore(step: Step): Step {
  return (bytes, pos, end, header, context) => {
    const limit = Math.min(end, pos + longestPrefix);
    for (let i = pos + 1; i < limit; i++) {
      const begins = isBlank(bytes[i - 1]) || bytes[i - 1] === colon || bytes[i - 1] === 0x3e;
      if (begins && step(bytes, i, end, header, context) >= 0) return i;
    }
    return -1;
  };
}

const process = '{time} {?{zoneName} }[{number=pid}{?-{number=line}}]{?:} {?[{number=line}-{number}] }';

/** PostgreSQL's stderr log with the usual values of `log_line_prefix`. DETAIL, HINT, STATEMENT … belong to the line before. */
export const postgresql = layoutFormat(
  'postgresql',
  [
    `${process}{?{session=session} }{severity}{message}`,
    '{time}{prefix=prefix}{severity}{message}',
    '<{time}{prefix=prefix}{severity}{message}',
  ],
  [
    {
      line: '2026-06-12 09:41:07.250 UTC [812] LOG:  checkpoint starting: time',
      time: '1781257267250000000',
      level: 'info',
      component: '',
      message: 'checkpoint starting: time',
      fields: { pid: '812' },
    },
    {
      line: '2026-06-12 09:41:07.250 CEST [812] ann@shop ERROR:  relation "carts" is gone at character 15',
      time: '1781257267250000000',
      level: 'error',
      component: 'ann@shop',
      message: 'relation "carts" is gone at character 15',
      fields: { pid: '812', session: 'ann@shop' },
    },
    {
      line: '2026-06-12 09:41:07 UTC [812]: [3-1] user=ann,db=shop,app=,client=10.1.2.3 FATAL:  too many clients',
      time: '1781257267000000000',
      level: 'fatal',
      component: '',
      message: 'too many clients',
    },
    {
      line: '2026-06-12 09:41:07 UTC:10.1.2.3(51234):ann@shop:[812]:WARNING:  there is no transaction in progress',
      time: '1781257267000000000',
      level: 'warn',
      component: '',
      message: 'there is no transaction in progress',
      fields: { prefix: ':10.1.2.3(51234):ann@shop:[812]:' },
    },
    {
      line: '<2026-06-12 09:41:07.250 UTC>DEBUG3:  shmem exit',
      time: '1781257267250000000',
      level: 'debug',
      component: '',
      message: 'shmem exit',
    },
  ],
  {
    elements: {
      severity,
      addition,
      session,
      prefix: prefixBefore(severity),
      prefixed: prefixBefore(addition),
    },
    continuations: ['{time}{prefixed}{addition}', '<{time}{prefixed}{addition}'],
  },
);
