import type { Field, Header, ReadContext } from '../formats/format';
import { afterBlanks, resetHeader } from '../formats/header';
import { type Assembly, LinePart } from './assembly';
import { readWindowsEvent, type WindowsEvent } from './windows-event';

const encoder = new TextEncoder();
const eventOpen = encoder.encode('<Event');
const eventsOpen = encoder.encode('<Events');
const eventClose = encoder.encode('</Event>');
/** What stands around the events of a file: declaration, `<Events>`, comments, a query's own element. */
const lessThan = 0x3c;
const greaterThan = 0x3e;
const questionMark = 0x3f;

/** An event nobody closed within so many lines is taken as it is. */
const mostOpenLines = 1000;
/** Salts are below 2^31. */
const saltMask = 0x7fffffff;

/**
 * Events of Windows in XML (`wevtutil qe /f:xml`, Event Viewer's export), one or many lines each. The message is the rendered one;
 * where the event was exported without, its data as `name="value" …`. The event's number is its kind.
 */
export class WindowsXmlAssembly implements Assembly {
  readonly name = 'windows-events';
  readonly hasMessages = false;
  private openLines = 0;

  constructor(private readonly context: ReadContext) {}

  take(bytes: Uint8Array, start: number, end: number): LinePart {
    const at = afterBlanks(bytes, start, end);
    const eventAt = afterPreamble(bytes, at, end);
    if (beginsEvent(bytes, eventAt, end)) {
      const closes = holdsClose(bytes, eventAt, end);
      this.openLines = closes ? 0 : 1;
      return closes ? LinePart.whole : LinePart.begins;
    }
    if (this.openLines === 0) return at < end && bytes[at] === lessThan ? LinePart.aside : LinePart.trails;
    const closes = holdsClose(bytes, at, end) || ++this.openLines > mostOpenLines;
    if (closes) this.openLines = 0;
    return closes ? LinePart.ends : LinePart.goesOn;
  }

  read(bytes: Uint8Array, start: number, end: number, header: Header): Uint8Array {
    const event = readWindowsEvent(bytes, start, end, this.context);
    const message = messageOf(event);
    const provider = encoder.encode(event.provider);
    // A blank between them: these bytes are shown to whoever asks what was understood.
    const text = encoder.encode(`${message} ${event.provider}`);
    resetHeader(header, text, 0, encoder.encode(message).length);
    header.seconds = event.seconds;
    header.nanos = event.nanos;
    header.level = event.level;
    header.salt = Number(event.eventId) & saltMask;
    header.componentStart = text.length - provider.length;
    header.componentEnd = text.length;
    return text;
  }

  fields(bytes: Uint8Array, start: number, end: number): Field[] {
    const { eventId, system, data } = readWindowsEvent(bytes, start, end, this.context);
    const number = eventId === '' ? [] : [{ name: 'EventID', value: eventId }];
    return [
      ...number,
      ...system,
      ...data.map(({ name, value }, i) => ({ name: name || `Data${i + 1}`, value })),
    ];
  }

  fork(context: ReadContext): WindowsXmlAssembly {
    const copy = new WindowsXmlAssembly(context);
    copy.openLines = this.openLines;
    return copy;
  }

  at(): WindowsXmlAssembly {
    return new WindowsXmlAssembly(this.context);
  }
}

/** Most lines of an event are below `<Event`; so many are looked at for the first. */
const searchedLines = 50;

export function recogniseWindowsXml(
  head: readonly Uint8Array[],
  context: ReadContext,
): WindowsXmlAssembly | undefined {
  const filled = head
    .filter((line) => afterBlanks(line, 0, line.length) < line.length)
    .slice(0, searchedLines);
  const first = filled.findIndex((line) =>
    beginsEvent(line, afterPreamble(line, afterBlanks(line, 0, line.length), line.length), line.length),
  );
  const before = filled.slice(0, Math.max(0, first));
  const isXml = before.every(
    (line) => line[afterBlanks(line, 0, line.length)] === lessThan || line[0] === 0xef,
  );
  return first >= 0 && isXml ? new WindowsXmlAssembly(context) : undefined;
}

/** The first line of the message Event Viewer would show. */
function messageOf({ message, data, eventId }: WindowsEvent): string {
  if (message !== '') return message.split(/[\r\n]/, 1)[0];
  const values = data.map(({ name, value }) => {
    const text = /[\s"]/.test(value) ? `"${value.replaceAll(/[\s"]+/g, ' ')}"` : value;
    return name === '' ? text : `${name}=${text}`;
  });
  return values.length > 0 ? values.join(' ') : `EventID=${eventId}`;
}

/** `<Event>` or `<Event xmlns=…>`, not `<Events>`. */
function beginsEvent(bytes: Uint8Array, at: number, end: number): boolean {
  if (at + eventOpen.length >= end) return false;
  for (let i = 0; i < eventOpen.length; i++) if (bytes[at + i] !== eventOpen[i]) return false;
  const next = bytes[at + eventOpen.length];
  return next === 0x20 || next === 0x09 || next === 0x3e;
}

/** Past a declaration and `<Events>`: Event Viewer puts the first event on their line. */
function afterPreamble(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at + 1 < end && bytes[at] === lessThan) {
    const isPreamble =
      bytes[at + 1] === questionMark || eventsOpen.every((byte, i) => bytes[at + i] === byte);
    const close = isPreamble ? bytes.indexOf(greaterThan, at) : -1;
    if (close < 0 || close >= end) return at;
    at = afterBlanks(bytes, close + 1, end);
  }
  return at;
}

function holdsClose(bytes: Uint8Array, start: number, end: number): boolean {
  const last = end - eventClose.length;
  for (let i = bytes.indexOf(lessThan, start); i >= 0 && i <= last; i = bytes.indexOf(lessThan, i + 1)) {
    if (eventClose.every((byte, offset) => bytes[i + offset] === byte)) return true;
  }
  return false;
}
