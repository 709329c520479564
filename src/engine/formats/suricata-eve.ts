import { Level } from '../model/level';
import { zero } from '../time/ascii';
import { parseTime } from '../time/time-shapes';
import type { FormatSample, LogFormat } from './format';
import { resetHeader, setComponent, setMessage } from './header';
import { jsonFields } from './json-fields';
import { type MemberVisitor, readMembers, readObject } from './json-members';
import { jsonSpans } from './json-spans';
import { levelOfWord } from './level-words';
import { WordTable } from './word-table';

const Name = { timestamp: 0, eventType: 1, alert: 2, engine: 3, logLevel: 4 } as const;
const names = new WordTable(['timestamp', 'event_type', 'alert', 'engine', 'log_level']);
const InnerName = { severity: 0, signature: 1, message: 2 } as const;
const innerNames = new WordTable(['severity', 'signature', 'message']);

const samples: readonly FormatSample[] = [
  {
    line: '{"timestamp":"2026-06-12T09:41:07.250123+0000","flow_id":7,"event_type":"alert","src_ip":"10.1.2.3","alert":{"action":"allowed","signature":"odd user agent","severity":2},"proto":"TCP"}',
    time: '1781257267250123000',
    level: 'warn',
    component: 'alert',
    message: 'odd user agent',
    fields: { src_ip: '10.1.2.3', 'alert.action': 'allowed', 'alert.severity': '2' },
  },
  {
    line: '{"timestamp":"2026-06-12T11:41:07.25+0200","event_type":"dns","dns":{"rrname":"shop.example"}}',
    time: '1781257267250000000',
    level: 'none',
    component: 'dns',
    message: '{"timestamp":"2026-06-12T11:41:07.25+0200","event_type":"dns","dns":{"rrname":"shop.example"}}',
  },
  {
    line: '{"timestamp":"2026-06-12T09:41:07.25+0000","log_level":"Warning","event_type":"engine","engine":{"error_code":3,"message":"no rules were loaded"}}',
    time: '1781257267250000000',
    level: 'warn',
    component: 'engine',
    message: 'no rules were loaded',
  },
];

/** Of alerts: 1 is the gravest. */
function levelOfAlert(bytes: Uint8Array, start: number, end: number): Level {
  const severity = end === start + 1 ? bytes[start] - zero : Number.NaN;
  if (severity === 1) return Level.error;
  return severity === 2 ? Level.warn : Level.info;
}

const isText = (bytes: Uint8Array, start: number): boolean => bytes[start] === 0x22;

const inner: MemberVisitor = {
  member(bytes, nameStart, nameEnd, start, end, header) {
    const name = innerNames.indexOf(bytes, nameStart, nameEnd);
    if (name === InnerName.severity) header.level = levelOfAlert(bytes, start, end);
    if ((name === InnerName.signature || name === InnerName.message) && isText(bytes, start)) {
      setMessage(header, start + 1, end - 1);
    }
  },
};

const outer: MemberVisitor = {
  member(bytes, nameStart, nameEnd, start, end, header, context) {
    const name = names.indexOf(bytes, nameStart, nameEnd);
    if (name < 0) return;
    if (name === Name.alert || name === Name.engine) {
      if (bytes[start] === 0x7b) readMembers(inner, bytes, start + 1, end, header, context);
    } else if (isText(bytes, start)) readText(name, bytes, start + 1, end - 1, header, context);
  },
};

const instant = { seconds: 0, nanos: 0 };

const readText = (
  name: number,
  ...[bytes, start, end, header, context]: Parameters<LogFormat['read']>
): void => {
  if (name === Name.timestamp && parseTime(bytes, start, end, instant, context) >= 0) {
    header.seconds = instant.seconds;
    header.nanos = instant.nanos;
  }
  if (name === Name.logLevel) header.level = levelOfWord(bytes, start, end);
  if (name === Name.eventType) {
    setComponent(header, start, end);
    header.salt = saltOf(bytes, start, end);
  }
};

/** Events of two types are never one template, alike as their members may be. */
function saltOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0;
  for (let i = start; i < end; i++) hash = (Math.imul(hash, 31) + bytes[i]) & 0x3fffffff;
  return hash;
}

/** Suricata's EVE: the event's type is the component, an alert's signature the message; other events are their whole object. */
export const suricataEve: LogFormat = {
  name: 'suricata-eve',
  samples,
  neverWraps: true,
  read(bytes, start, end, header, context) {
    resetHeader(header, bytes, start, end);
    if (!readObject(outer, bytes, start, header.messageEnd, header, context)) return false;
    return header.componentEnd > header.componentStart && !Number.isNaN(header.seconds);
  },
  fields: jsonFields,
  eachField: jsonSpans,
};
