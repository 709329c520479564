import { Level } from '../model/level';
import { afterDigits, colon, isLetter } from '../time/ascii';
import { endsStamp } from '../time/clock';
import { isBlank, setComponent } from './header';
import { kitchenClock } from './layout/clock-elements';
import { layoutFormat } from './layout/layout-format';
import { pairFields } from './layout/pair-fields';
import type { Step } from './layout/step';
import { WordTable } from './word-table';

const levels = [Level.trace, Level.debug, Level.info, Level.warn, Level.error, Level.fatal, Level.fatal];
const table = new WordTable(['trac', 'debu', 'info', 'warn', 'erro', 'fata', 'pani']);

/** The first four letters of a level, as logrus writes them. */
const fourLetters: Step = (bytes, pos, end, header) => {
  const index = pos + 4 < end && !isLetter(bytes[pos + 4]) ? table.indexOf(bytes, pos, pos + 4) : -1;
  if (index < 0) return -1;
  header.level = levels[index];
  return pos + 4;
};

const longestPath = 160;

/** `cart/store.go:88`: the file is the component. */
const goFile: Step = (bytes, pos, end, header) => {
  const limit = Math.min(end, pos + longestPath);
  let i = pos;
  while (i < limit && bytes[i] !== colon && !isBlank(bytes[i])) i++;
  const isGo = i - pos > 3 && bytes[i - 3] === 0x2e && bytes[i - 2] === 0x67 && bytes[i - 1] === 0x6f;
  const after = isGo && i < limit && bytes[i] === colon ? afterDigits(bytes, i + 1, end) : -1;
  if (after <= i + 1 || !endsStamp(bytes, after, end)) return -1;
  setComponent(header, pos, i);
  return after;
};

/** A logger's name that is no file. */
const loggerName: Step = (bytes, pos, end, header) => {
  let i = pos;
  while (i < end && !isBlank(bytes[i]) && bytes[i] !== colon) i++;
  if (i === pos || (i < end && bytes[i] === colon)) return -1;
  setComponent(header, pos, i);
  return i;
};

/** Go's consoles: zap (tabs between columns), logrus, zerolog, and the standard library's with file names. */
export const goConsole = layoutFormat(
  'go-console',
  [
    '{time}\t{level}\t{loggerName=logger}\t{goFile=caller}\t{message}',
    '{time}\t{level}\t{goFile=caller}\t{message}',
    '{time}\t{level}\t{loggerName=logger}\t{message}',
    '{fourLetters}[{number=elapsed}] {message}',
    '{fourLetters}[{time}] {message}',
    '{kitchen} {level} {goFile=caller} > {message}',
    '{kitchen} {level} {message}',
    '{time} {goFile=caller}: {level} {message}',
    '{time} {goFile=caller}: {message}',
  ],
  [
    {
      line: '2026-06-12T09:41:07.250Z\tWARN\traft\traft/node.go:81\tpeer is slow\t{"peer": 7}',
      time: '1781257267250000000',
      level: 'warn',
      component: 'raft/node.go',
      message: 'peer is slow\t{"peer": 7}',
      fields: { logger: 'raft', caller: 'raft/node.go:81' },
    },
    {
      line: 'ERRO[0031] cannot dial                               peer=7 reason="no route"',
      time: null,
      level: 'error',
      component: '',
      message: 'cannot dial                               peer=7 reason="no route"',
      fields: { elapsed: '0031', peer: '7', reason: 'no route' },
    },
    {
      line: '9:41AM INF cmd/main.go:12 > listening port=8080',
      time: null,
      level: 'info',
      component: 'cmd/main.go',
      message: 'listening port=8080',
      fields: { port: '8080' },
    },
    {
      line: '2026/06/12 09:41:07 main.go:31: no configuration, using defaults',
      time: '1781257267000000000',
      level: 'none',
      component: 'main.go',
      message: 'no configuration, using defaults',
    },
    {
      line: 'INFO[2026-06-12T09:41:07Z] elected term=3',
      time: '1781257267000000000',
      level: 'info',
      component: '',
      message: 'elected term=3',
    },
  ],
  { elements: { fourLetters, goFile, loggerName, kitchen: kitchenClock }, messageFields: pairFields },
);
