import { isLetter } from '../time/ascii';
import { FieldRole } from './field-names';
import type { FormatSample, Header, LogFormat, ReadContext } from './format';
import { afterBlanks, isBlank, resetHeader } from './header';
import { quotedEnd } from './json-scan';
import { pairFields, pairSpans } from './layout/pair-fields';
import { StructuredFields } from './structured-fields';

const fields = new StructuredFields();
const equals = 0x3d;
const quote = 0x22;

const samples: readonly FormatSample[] = [
  {
    line: 'time=2026-06-12T09:41:07.250Z level=WARN msg="queue is \\"full\\"" component=mail depth=900',
    time: '1781257267250000000',
    level: 'warn',
    component: 'mail',
    message: 'queue is \\"full\\"',
  },
  {
    line: 'ts=1781257267.25 caller=store.go:9 lvl=eror level=error msg=closed err="disk full"',
    time: '1781257267250000000',
    level: 'error',
    component: '',
    message: 'closed',
  },
  {
    line: 'level=info service=ledger method=PUT status=200 dry_run',
    time: null,
    level: 'info',
    component: 'ledger',
    message: 'level=info service=ledger method=PUT status=200 dry_run',
  },
  {
    line: 'time="2026-06-12 09:41:07" level=debug msg=""',
    time: '1781257267000000000',
    level: 'debug',
    component: '',
    message: '',
  },
];

/**
 * `key=value` pairs: Heroku's, logrus's, slog's. A line is logfmt when it begins with a pair and names its level,
 * or its message and its time. The message is the raw value of its key, the whole line where it has none.
 */
export const logfmt: LogFormat = {
  name: 'logfmt',
  samples,
  neverWraps: true,
  read(bytes, start, end, header, context) {
    const nameEnd = afterName(bytes, start, end);
    if (nameEnd === start || nameEnd >= end || bytes[nameEnd] !== equals) return false;
    resetHeader(header, bytes, start, end);
    fields.begin();
    readPairs(bytes, start, header.messageEnd, header, context);
    return fields.has(FieldRole.level) || (fields.has(FieldRole.message) && fields.has(FieldRole.time));
  },
  fields: pairFields,
  eachField: pairSpans,
};

function readPairs(
  bytes: Uint8Array,
  start: number,
  end: number,
  header: Header,
  context: ReadContext,
): void {
  let at = start;
  while (at < end) {
    const nameEnd = afterName(bytes, at, end);
    if (nameEnd > at && nameEnd < end && bytes[nameEnd] === equals) {
      at = readPair(bytes, at, nameEnd, end, header, context);
    } else {
      at = afterWord(bytes, at, end);
    }
    at = afterBlanks(bytes, at, end);
  }
}

/** Offers the pair's value and answers where it ends. */
function readPair(
  bytes: Uint8Array,
  nameStart: number,
  nameEnd: number,
  end: number,
  header: Header,
  context: ReadContext,
): number {
  const value = nameEnd + 1;
  if (value < end && bytes[value] === quote) {
    const close = quotedEnd(bytes, value + 1, end);
    fields.offer(bytes, nameStart, nameEnd, value + 1, close, header, context);
    return close + 1;
  }
  const after = afterWord(bytes, value, end);
  fields.offer(bytes, nameStart, nameEnd, value, after, header, context);
  return after;
}

function afterName(bytes: Uint8Array, pos: number, end: number): number {
  let i = pos;
  while (i < end && isNameByte(bytes[i])) i++;
  return i;
}

function isNameByte(byte: number): boolean {
  return (
    isLetter(byte) ||
    (byte >= 0x30 && byte <= 0x39) ||
    byte === 0x5f ||
    (byte >= 0x2d && byte <= 0x2f) ||
    byte === 0x40
  );
}

function afterWord(bytes: Uint8Array, pos: number, end: number): number {
  let i = pos;
  while (i < end && !isBlank(bytes[i])) i++;
  return i;
}
