import type { Field } from '../formats/format';
import { WordTable } from '../formats/word-table';
import { maxLineBytes } from '../text/line-splitter';
import { parseTime } from '../time/time-shapes';
import { eachMember, unescapeJson } from './json-text';
import { lineWrapper } from './line-wrapper';

type Span = readonly [start: number, end: number];

const names = new WordTable(['log', 'stream', 'time']);
const decoder = new TextDecoder();
const quote = 0x22;
const lineFeed = 0x0a;

interface Members {
  readonly log: Span;
  readonly stream: Span;
  readonly time: Span;
}

/** Undefined unless the line is an object with all three, as strings; the spans are without quotes. */
function membersOf(bytes: Uint8Array, start: number, end: number): Members | undefined {
  const found: (Span | undefined)[] = [];
  const isObject = eachMember(bytes, start, end, (nameStart, nameEnd, from, to) => {
    if (bytes[from] === quote) found[names.indexOf(bytes, nameStart, nameEnd)] = [from + 1, to - 1];
  });
  const [log, stream, time] = found;
  return isObject && log && stream && time ? { log, stream, time } : undefined;
}

/** The text of the line that was unwrapped last: it is valid until the next. */
const scratch = new Uint8Array(maxLineBytes);
const instant = { seconds: 0, nanos: 0 };

/**
 * Docker's json-file log driver: one object a line, whose `log` is the text with its line end. Where that is missing the text goes on
 * in the stream's next line (Docker cuts at 16 KiB).
 */
export const dockerJson = lineWrapper({
  name: 'docker',
  samples: [
    {
      lines: [
        '{"log":"queue \\u003cmain\\u003e is \\"full\\"\\n","stream":"stderr","time":"2026-06-12T09:41:07.250123456Z"}',
        '{"log":"\\u001b[31mdrained\\u001b[0m \\ud83d\\ude80\\r\\n","stream":"stdout","attrs":{"tag":"q7"},"time":"2026-06-12T09:41:08Z"}',
        '{"log":"half ","stream":"stdout","time":"2026-06-12T09:41:09Z"}',
        '{"log":"other\\n","stream":"stderr","time":"2026-06-12T09:41:10Z"}',
        '{"log":"a line\\n","stream":"stdout","time":"2026-06-12T09:41:11Z"}',
      ],
      texts: [
        { text: 'queue <main> is "full"', time: '1781257267250123456', level: 'none', name: '' },
        {
          text: '\u001b[31mdrained\u001b[0m \u{1f680}',
          time: '1781257268000000000',
          level: 'none',
          name: '',
        },
        { text: 'half a line', time: '1781257269000000000', level: 'none', name: '' },
        { text: 'other', time: '1781257270000000000', level: 'none', name: '' },
      ],
      fields: [{ name: 'stream', value: 'stderr' }],
    },
  ],
  unwrap(bytes, start, end, text, context) {
    const members = membersOf(bytes, start, end);
    if (members === undefined) return false;
    const [from, to] = members.log;
    const length = unescapeJson(bytes, from, to, scratch);
    const ended = length > 0 && scratch[length - 1] === lineFeed;
    text.bytes = scratch;
    text.start = 0;
    text.end = ended ? withoutReturn(length - 1) : length;
    text.goesOn = !ended;
    text.stream = bytes[members.stream[0] + 'std'.length];
    if (parseTime(bytes, ...members.time, instant, context) < 0) return true;
    text.seconds = instant.seconds;
    text.nanos = instant.nanos;
    return true;
  },
  fields(bytes, start, end) {
    const fields: Field[] = [];
    eachMember(bytes, start, end, (nameStart, nameEnd, from, to) => {
      const name = decoder.decode(bytes.subarray(nameStart, nameEnd));
      if (name === 'log' || name === 'time') return;
      if (bytes[from] !== quote) fields.push(...nestedFields(bytes, name, from, to));
      else fields.push({ name, value: jsonText(bytes, from, to) });
    });
    return fields;
  },
});

function withoutReturn(length: number): number {
  return length > 0 && scratch[length - 1] === 0x0d ? length - 1 : length;
}

/** Labels of the container: `attrs.tag`. */
function nestedFields(bytes: Uint8Array, name: string, start: number, end: number): Field[] {
  const fields: Field[] = [];
  eachMember(bytes, start, end, (nameStart, nameEnd, from, to) => {
    if (bytes[from] !== quote) return;
    const member = decoder.decode(bytes.subarray(nameStart, nameEnd));
    fields.push({ name: `${name}.${member}`, value: jsonText(bytes, from, to) });
  });
  return fields;
}

function jsonText(bytes: Uint8Array, start: number, end: number): string {
  const out = new Uint8Array(end - start);
  return decoder.decode(out.subarray(0, unescapeJson(bytes, start + 1, end - 1, out)));
}
