import { Level } from '../model/level';
import { parseTime } from '../time/time-shapes';
import type { FormatSample, FormatVariant, LogFormat } from './format';
import { resetHeader, setComponent, setMessage } from './header';
import { jsonFields } from './json-fields';
import { type MemberVisitor, readMembers, readObject } from './json-members';
import { jsonSpans } from './json-spans';
import { layoutVariant } from './layout/layout-format';
import { levelOfLetterByte } from './level-words';
import { WordTable } from './word-table';

const Name = { time: 0, severity: 1, component: 2, message: 3 } as const;
const names = new WordTable(['t', 's', 'c', 'msg']);
const dateName = new WordTable(['$date']);

const samples: readonly FormatSample[] = [
  {
    line: '{"t":{"$date":"2026-06-12T09:41:07.250+00:00"},"s":"W","c":"NETWORK","id":7,"ctx":"conn31","msg":"Client left","attr":{"remote":"10.1.2.3:81"}}',
    time: '1781257267250000000',
    level: 'warn',
    component: 'NETWORK',
    message: 'Client left',
    fields: { ctx: 'conn31', 'attr.remote': '10.1.2.3:81' },
  },
  {
    line: '{"t":{"$date":"2026-06-12T11:41:07.250+02:00"},"s":"D2","c":"-","id":9,"msg":"tick"}',
    time: '1781257267250000000',
    level: 'debug',
    component: '-',
    message: 'tick',
  },
  {
    line: '2026-06-12T09:41:07.250+0000 E STORAGE  [initandlisten] cannot open the journal',
    time: '1781257267250000000',
    level: 'error',
    component: 'STORAGE',
    message: 'cannot open the journal',
    fields: { context: 'initandlisten' },
  },
];

const instant = { seconds: 0, nanos: 0 };

const date: MemberVisitor = {
  member(bytes, nameStart, nameEnd, start, end, header, context) {
    if (dateName.indexOf(bytes, nameStart, nameEnd) < 0 || bytes[start] !== 0x22) return;
    if (parseTime(bytes, start + 1, end - 1, instant, context) < 0) return;
    header.seconds = instant.seconds;
    header.nanos = instant.nanos;
  },
};

const members: MemberVisitor = {
  member(bytes, nameStart, nameEnd, start, end, header, context) {
    const name = names.indexOf(bytes, nameStart, nameEnd);
    if (name === Name.time && bytes[start] === 0x7b)
      readMembers(date, bytes, start + 1, end, header, context);
    if (bytes[start] !== 0x22) return;
    if (name === Name.severity) header.level = levelOfLetterByte(bytes[start + 1]);
    if (name === Name.component) setComponent(header, start + 1, end - 1);
    if (name === Name.message) setMessage(header, start + 1, end - 1);
  },
};

/** From version 4.4 on: a JSON object whose time is an object too. */
const structured: FormatVariant = {
  read(bytes, start, end, header, context) {
    resetHeader(header, bytes, start, end);
    if (!readObject(members, bytes, start, header.messageEnd, header, context)) return false;
    return !Number.isNaN(header.seconds) && header.level !== Level.none;
  },
  fields: jsonFields,
  eachField: jsonSpans,
};

const variants = [
  structured,
  layoutVariant('{time:iso} {levelLetter} {component} [{text=context}] {message}'),
];

/** MongoDB's own log, before and after it became JSON. */
export const mongodb: LogFormat = {
  name: 'mongodb',
  samples,
  variants,
  read: (bytes, start, end, header, context) =>
    variants.some((variant) => variant.read(bytes, start, end, header, context)),
};
