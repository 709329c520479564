import type { ReadContext } from '../formats/format';
import { Level } from '../model/level';
import { readLevel, readStamp, saysAuditFailure } from './column-values';
import { attributeOf, sameBytes, XmlScanner } from './xml-scan';
import { xmlText } from './xml-text';

const encoder = new TextEncoder();
const word = (text: string): Uint8Array => encoder.encode(text);
const [nameWord, systemTime] = [word('Name'), word('SystemTime')];
const elements = [
  'Provider',
  'EventID',
  'Level',
  'Keywords',
  'TimeCreated',
  'Message',
  'Data',
  'Channel',
  'Computer',
  'EventRecordID',
] as const;
type Element = (typeof elements)[number];
const elementWords = elements.map((name) => ({ name, bytes: word(name) }));

/** Of an event's data so many are kept. */
const mostData = 200;

/** What an `<Event>` of Windows says. */
export interface WindowsEvent {
  seconds: number;
  nanos: number;
  level: Level;
  provider: string;
  eventId: string;
  /** As Event Viewer shows it; '' where the event was exported without. */
  message: string;
  /** Named parts of the system section that are not in the header. */
  readonly system: { name: string; value: string }[];
  /** What the event's own text is made of; '' for data without a name. */
  readonly data: { name: string; value: string }[];
}

/** Reads one event (MS-EVEN6, 2.2.13 ff.), rendered or not. */
export function readWindowsEvent(
  bytes: Uint8Array,
  start: number,
  end: number,
  context: ReadContext,
): WindowsEvent {
  const event = newEvent();
  const scanner = new XmlScanner(bytes, start, end);
  let open: Element | undefined;
  let dataName = '';
  while (scanner.next()) {
    const { kind, start: from, end: to, attributesEnd } = scanner.piece;
    if (kind === 'text') {
      if (open !== undefined) heedText(event, open, dataName, bytes, from, to);
      continue;
    }
    open =
      kind === 'start'
        ? elementWords.find((element) => sameBytes(bytes, from, to, element.bytes))?.name
        : undefined;
    if (kind === 'end') continue;
    if (sameBytes(bytes, from, to, elementWords[0].bytes))
      event.provider ||= attributeText(bytes, to, attributesEnd);
    if (sameBytes(bytes, from, to, elementWords[4].bytes)) heedTime(event, bytes, to, attributesEnd, context);
    dataName = open === 'Data' ? attributeText(bytes, to, attributesEnd) : '';
  }
  return event;
}

function newEvent(): WindowsEvent {
  return {
    seconds: Number.NaN,
    nanos: 0,
    level: Level.none,
    provider: '',
    eventId: '',
    message: '',
    system: [],
    data: [],
  };
}

function attributeText(bytes: Uint8Array, start: number, end: number): string {
  const value = attributeOf(bytes, start, end, nameWord);
  return value === undefined ? '' : xmlText(bytes, value.start, value.end);
}

function heedTime(
  event: WindowsEvent,
  bytes: Uint8Array,
  start: number,
  end: number,
  context: ReadContext,
): void {
  const value = attributeOf(bytes, start, end, systemTime);
  const instant = { seconds: 0, nanos: 0 };
  if (value === undefined || !readStamp(bytes, value.start, value.end, instant, context)) return;
  event.seconds = instant.seconds;
  event.nanos = instant.nanos;
}

function heedText(
  event: WindowsEvent,
  element: Element,
  dataName: string,
  bytes: Uint8Array,
  start: number,
  end: number,
): void {
  if (element === 'Level') event.level = strongerOf(event.level, readLevel(bytes, start, end, 'windows'));
  else if (element === 'Keywords') {
    if (saysAuditFailure(bytes, start, end)) event.level = strongerOf(event.level, Level.warn);
  } else heedValue(event, element, dataName, xmlText(bytes, start, end).trim());
}

function heedValue(event: WindowsEvent, element: Element, dataName: string, value: string): void {
  if (value === '') return;
  if (element === 'EventID') event.eventId ||= value;
  else if (element === 'Message') event.message ||= value;
  else if (element === 'Data') {
    if (event.data.length < mostData) event.data.push({ name: dataName, value });
  } else event.system.push({ name: element, value });
}

function strongerOf(one: Level, other: Level): Level {
  return Math.max(one, other) as Level;
}
