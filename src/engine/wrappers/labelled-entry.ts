import type { Field, ReadContext } from '../formats/format';
import { levelOfWord } from '../formats/level-words';
import { WordTable } from '../formats/word-table';
import { Level } from '../model/level';
import type { LineIndex } from '../model/units';
import { isDigit } from '../time/ascii';
import { parseTime } from '../time/time-shapes';
import { eachLabel, type OnLabel } from './label-braces';
import { newWrappedText, type OnText, resetWrapped, streamOf, type Unwrapper, type Wrapper } from './wrapper';

const decoder = new TextDecoder();
const blank = 0x20;
const zulu = 0x5a;
/** `2026-06-12T09:41:07.250123456Z` */
const timeBytes = 30;

/** Labels that name who wrote an entry, the more telling first. */
const names = [
  'service_name',
  'service.name',
  'service',
  'app',
  'application',
  'container',
  'container_name',
  'kubernetes.container.name',
  'container.name',
  'unit',
  'identifier',
  'pod',
  'kubernetes.pod.name',
  'job',
];
/** Labels that tell entries of one text from those of another written at the same time, besides `names`. */
const places = ['namespace', 'host', 'host.name', 'hostname', 'instance', 'node', 'filename', 'stream'];
const levels = ['level', 'detected_level', 'severity', 'log.level', 'severity_text'];
const known = new WordTable([...names, ...places, ...levels]);
/** What Loki calls a service that nobody named. */
const unnamed = 'unknown_service';

const instant = { seconds: 0, nanos: 0 };

/** What the labels of a line say of its text. One is filled again and again: this runs on every line. */
class LabelFacts {
  level: Level = Level.none;
  stream = 0;
  nameStart = 0;
  nameEnd = 0;
  private bytes: Uint8Array = new Uint8Array(0);
  private rank = names.length;
  private readonly onLabel: OnLabel = (nameStart, nameEnd, valueStart, valueEnd) => {
    const label = known.indexOf(this.bytes, nameStart, nameEnd);
    if (label >= 0) this.take(label, valueStart + 1, valueEnd - 1);
  };

  /** Answers where the labels end that begin at `at`, or -1. */
  read(bytes: Uint8Array, at: number, end: number): number {
    this.bytes = bytes;
    this.level = Level.none;
    this.stream = 0;
    this.nameStart = at;
    this.nameEnd = at;
    this.rank = names.length;
    return eachLabel(bytes, at, end, this.onLabel);
  }

  private take(label: number, start: number, end: number): void {
    if (label >= names.length + places.length) {
      if (this.level === Level.none) this.level = levelOfWord(this.bytes, start, end);
      return;
    }
    this.stream = (Math.imul(this.stream, 31) + streamOf(this.bytes, start, end)) | 0;
    if (label >= this.rank || isUnnamed(this.bytes, start, end)) return;
    this.rank = label;
    this.nameStart = start;
    this.nameEnd = end;
  }
}

function isUnnamed(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start !== unnamed.length) return end === start;
  for (let i = 0; i < unnamed.length; i++) if (bytes[start + i] !== unnamed.charCodeAt(i)) return false;
  return true;
}

const facts = new LabelFacts();

/** Where the text of an entry begins, with `instant` and `facts` filled; -1 where the line is the head of none. */
function textAt(bytes: Uint8Array, start: number, end: number, context: ReadContext): number {
  const braces = start + timeBytes + 1;
  if (braces >= end || bytes[braces - 1] !== blank || bytes[braces - 2] !== zulu) return -1;
  if (!isDigit(bytes[start]) || !isDigit(bytes[braces - 3])) return -1;
  if (parseTime(bytes, start, braces - 1, instant, context) !== braces - 1) return -1;
  const after = facts.read(bytes, braces, end);
  if (after < 0 || (after < end && bytes[after] !== blank)) return -1;
  return Math.min(end, after + 1);
}

/** Lines that are no head belong to the entry before: they are handed over to nobody, and so continue its record. */
class EntryLines implements Unwrapper {
  private readonly text = newWrappedText();

  constructor(
    private readonly onText: OnText,
    private readonly context: ReadContext,
  ) {}

  line(bytes: Uint8Array, start: number, end: number, line: LineIndex): boolean {
    const from = textAt(bytes, start, end, this.context);
    if (from < 0) return isBlank(bytes, start, end);
    const { text } = this;
    resetWrapped(text, bytes, from, end);
    text.seconds = instant.seconds;
    text.nanos = instant.nanos;
    text.level = facts.level;
    text.stream = facts.stream;
    text.nameStart = facts.nameStart;
    text.nameEnd = facts.nameEnd;
    text.begins = true;
    this.onText(text, line);
    return isBlank(bytes, from, end);
  }

  end(): void {}

  fork(onText: OnText, context: ReadContext): EntryLines {
    return new EntryLines(onText, context);
  }
}

function isBlank(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (bytes[i] > 0x20) return false;
  return true;
}

/** The string `bytes[start, end)` without its quotes, where it has any; what between them is none of JSON stays as it is. */
function unquoted(bytes: Uint8Array, start: number, end: number): string {
  const text = decoder.decode(bytes.subarray(start, end));
  // A bare name may be what JSON takes for a number: `0e0`.
  if (!text.startsWith('"')) return text;
  try {
    return String(JSON.parse(text));
  } catch {
    return text.slice(1, -1);
  }
}

/**
 * What Oddline writes of entries that a server gave it (src/node/sources/entry-text.ts): time, labels in braces, text; further lines of
 * a text follow as they are. What the first line begins with is enough to know it: nobody else writes it.
 */
export const labelledEntry: Wrapper = {
  name: 'labelled-entry',
  samples: [
    {
      lines: [
        '2026-06-12T09:41:07.250123456Z {service_name="ledger", pod="ledger-7", level="warn"} book 7 is \\slow\\',
        '  and so is book 8',
        '2026-06-12T09:41:08.000000001Z {} {"msg":"opened"}',
        '2026-06-12T09:41:09.000000000Z {"odd name"="a \\"b\\", c}", job="nightly"}  indented',
      ],
      texts: [
        { text: 'book 7 is \\slow\\', time: '1781257267250123456', level: 'warn', name: 'ledger' },
        { text: '{"msg":"opened"}', time: '1781257268000000001', level: 'none', name: '' },
        { text: ' indented', time: '1781257269000000000', level: 'none', name: 'nightly' },
      ],
      fields: [
        { name: 'service_name', value: 'ledger' },
        { name: 'pod', value: 'ledger-7' },
        { name: 'level', value: 'warn' },
      ],
    },
  ],
  recognises(head, context) {
    const first = head.find((line) => !isBlank(line, 0, line.length));
    return first !== undefined && textAt(first, 0, first.length, context) >= 0;
  },
  // Without its sequences a further line of a text could look like a head.
  takesEscapes: true,
  open: (onText, context) => new EntryLines(onText, context),
  fields(bytes, start, end) {
    const fields: Field[] = [];
    eachLabel(bytes, start + timeBytes + 1, end, (nameStart, nameEnd, valueStart, valueEnd) => {
      const name = unquoted(bytes, nameStart, nameEnd);
      fields.push({ name, value: unquoted(bytes, valueStart, valueEnd) });
    });
    return fields;
  },
};
