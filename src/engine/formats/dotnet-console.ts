import { Level } from '../model/level';
import { afterDigits, isLetter, zero } from '../time/ascii';
import { trimmedEnd } from './header';
import { layoutFormat } from './layout/layout-format';
import type { Step } from './layout/step';
import { WordTable } from './word-table';

const levels = [Level.trace, Level.debug, Level.info, Level.warn, Level.error, Level.fatal];
const table = new WordTable(['trce', 'dbug', 'info', 'warn', 'fail', 'crit']);

/** .NET's four letters. */
const fourLetters: Step = (bytes, pos, end, header) => {
  const index = pos + 4 < end && isLetter(bytes[pos + 3]) ? table.indexOf(bytes, pos, pos + 4) : -1;
  if (index < 0) return -1;
  header.level = levels[index];
  return pos + 4;
};

const mostSalt = 0x3fffffff;

/** `[14]`: the number of the event is what kind of event it is. */
const event: Step = (bytes, pos, end, header) => {
  const after = afterDigits(bytes, pos, end);
  if (after === pos || after - pos > 9) return -1;
  let value = 0;
  for (let i = pos; i < after; i++) value = value * 10 + bytes[i] - zero;
  header.salt = Math.min(value, mostSalt);
  return after;
};

/** The line holds nothing else: the text stands on the next one, and the header is what there is. */
const nothingElse: Step = (bytes, pos, end) => (trimmedEnd(bytes, pos, end) === pos ? pos : -1);

const starts = ['', '{time} ', '[{time}] ', '{clock} ', '[{clock}] '];

/** .NET's console logger: category and event on the first line, text on indented ones below, or all on one line. */
export const dotnetConsole = layoutFormat(
  'dotnet-console',
  starts.flatMap((start) => [
    `${start}{fourLetters}: {messageFromHere}{component:word}[{event=event}]{nothingElse}`,
    `${start}{fourLetters}: {component:word}[{event=event}] {message}`,
  ]),
  [
    {
      line: 'info: Shop.Carts.Store[14]',
      time: null,
      level: 'info',
      component: 'Shop.Carts.Store',
      message: 'Shop.Carts.Store[14]',
      fields: { event: '14' },
    },
    {
      line: 'fail: Shop.Carts.Store[20102] cart 7 cannot be saved',
      time: null,
      level: 'error',
      component: 'Shop.Carts.Store',
      message: 'cart 7 cannot be saved',
    },
    {
      line: '2026-06-12T09:41:07.250Z crit: Shop.Host[0] out of memory',
      time: '1781257267250000000',
      level: 'fatal',
      component: 'Shop.Host',
      message: 'out of memory',
    },
    {
      line: '[09:41:07] warn: Shop.Host[3]',
      time: null,
      level: 'warn',
      component: 'Shop.Host',
      message: 'Shop.Host[3]',
    },
  ],
  { elements: { fourLetters, event, nothingElse } },
);
