import { FieldRole } from './field-names';
import type { FormatSample, Header, LogFormat, ReadContext } from './format';
import { afterBlanks, resetHeader } from './header';
import { jsonFields } from './json-fields';
import { type MemberVisitor, readMembers } from './json-members';
import { cutShort, MemberNames } from './json-names';
import { jsonSpans } from './json-spans';
import { StructuredFields } from './structured-fields';

const fields = new StructuredFields();

const samples: readonly FormatSample[] = [
  {
    line: '{"time":"2026-06-12T09:41:07.25Z","level":"warn","msg":"queue is \\"full\\"","ctx":{"level":"info","a":["}"]}}',
    time: '1781257267250000000',
    level: 'warn',
    component: '',
    message: 'queue is \\"full\\"',
  },
  {
    line: '{"level":50,"time":1781257267250,"pid":7,"hostname":"edge7","name":"ledger","msg":"entry lost"}',
    time: '1781257267250000000',
    level: 'error',
    component: 'ledger',
    message: 'entry lost',
  },
  {
    line: '{"level":"info","ts":1781257267.250125,"logger":"raft","caller":"raft/node.go:81","msg":"elected"}',
    time: '1781257267250125000',
    level: 'info',
    component: 'raft',
    message: 'elected',
  },
  {
    line: '{ "@timestamp" : "2026-06-12T11:41:07+02:00" , "log.level" : "DEBUG" , "message" : "tick" , "message" : "tock" }',
    time: '1781257267000000000',
    level: 'debug',
    component: '',
    message: 'tock',
  },
  {
    line: '{"severity":"CRITICAL","service":"mail","jobs":3}',
    time: null,
    level: 'fatal',
    component: 'mail',
    message: '{"severity":"CRITICAL","service":"mail","jobs":3}',
  },
];

/**
 * One JSON object a line: pino, bunyan, zap, logrus, slog, GELF, ECS, journald and what resembles them. Only names
 * of the object itself count. The message is the raw text between its quotes, escapes and all; the whole object
 * where it has none. A line cut short (see maxLineBytes) is read as far as it goes.
 */
export const jsonLines: LogFormat = {
  name: 'json-lines',
  samples,
  neverWraps: true,
  read(bytes, start, end, header, context) {
    const open = afterBlanks(bytes, start, end);
    if (open + 1 >= end || bytes[open] !== 0x7b) return false;
    resetHeader(header, bytes, start, end);
    fields.begin();
    const after = readMembers(offers, bytes, open + 1, header.messageEnd, header, context);
    if (after === cutShort) return fields.has(FieldRole.level) || fields.has(FieldRole.message);
    return after > 0 && afterBlanks(bytes, after, end) >= end;
  },
  fields: jsonFields,
  eachField: jsonSpans,
};

const names = new MemberNames();

/** Only strings and numbers are offered: an object called `service` names no component. */
function offerValue(
  bytes: Uint8Array,
  _nameStart: number,
  _nameEnd: number,
  start: number,
  end: number,
  header: Header,
  context: ReadContext,
): void {
  if (names.index < 0) return;
  const first = bytes[start];
  if (first === 0x22) fields.offerTo(names.index, bytes, start + 1, end - 1, header, context);
  else if (first === 0x2d || (first >= 0x30 && first <= 0x39)) {
    fields.offerTo(names.index, bytes, start, end, header, context);
  }
}

const offers: MemberVisitor = { expected: names, member: offerValue };
