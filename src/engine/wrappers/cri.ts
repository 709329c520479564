import type { ReadContext } from '../formats/format';
import { WordTable } from '../formats/word-table';
import { parseTime } from '../time/time-shapes';
import { indexWithin } from './index-within';
import { lineWrapper } from './line-wrapper';
import type { WrappedText } from './wrapper';

const blank = 0x20;
const partial = 0x50;
const full = 0x46;

const streamNames = new WordTable(['stdout', 'stderr']);
const decoder = new TextDecoder();

/** Where the stream's name ends that begins at `at`; -1 where none of the two does. */
function afterStream(bytes: Uint8Array, at: number, end: number): number {
  const after = at + 'stdout'.length;
  if (after >= end || bytes[after] !== blank) return -1;
  return streamNames.indexOf(bytes, at, after) < 0 ? -1 : after;
}

/** Where the parts of a line stand; undefined where it is none of these. */
function partsOf(
  bytes: Uint8Array,
  start: number,
  end: number,
): { stream: number; tag: number; text: number } | undefined {
  const stream = indexWithin(bytes, blank, start, end) + 1;
  if (stream >= end) return undefined;
  const afterName = afterStream(bytes, stream, end);
  const tag = afterName + 1;
  if (afterName < 0 || tag >= end || (bytes[tag] !== partial && bytes[tag] !== full)) return undefined;
  // More tags may follow behind a colon.
  const tagEnd = indexWithin(bytes, blank, tag, end);
  if (tagEnd > tag + 1 && bytes[tag + 1] !== 0x3a) return undefined;
  return { stream, tag, text: Math.min(end, tagEnd + 1) };
}

const instant = { seconds: 0, nanos: 0 };

/**
 * What container runtimes write for Kubernetes (CRI): `time stdout F text`; with `P` the text goes on in the stream's next
 * line. Each stream is joined and followed for itself.
 */
export const cri = lineWrapper({
  name: 'cri',
  samples: [
    {
      lines: [
        '2026-06-12T09:41:07.250123456Z stdout F ledger opened',
        '2026-06-12T11:41:07.3+02:00 stderr P ledger 7 cannot ',
        '2026-06-12T09:41:07.4Z stdout F tick',
        '2026-06-12T09:41:07.5Z stderr F be read',
        '2026-06-12T09:41:07.6Z stdout F ',
      ],
      texts: [
        { text: 'ledger opened', time: '1781257267250123456', level: 'none', name: '' },
        { text: 'ledger 7 cannot be read', time: '1781257267300000000', level: 'none', name: '' },
        { text: 'tick', time: '1781257267400000000', level: 'none', name: '' },
        { text: '', time: '1781257267600000000', level: 'none', name: '' },
      ],
      fields: [{ name: 'stream', value: 'stdout' }],
    },
  ],
  unwrap(bytes, start, end, text: WrappedText, context: ReadContext) {
    const parts = partsOf(bytes, start, end);
    if (parts === undefined) return false;
    if (parseTime(bytes, start, parts.stream - 1, instant, context) !== parts.stream - 1) return false;
    text.seconds = instant.seconds;
    text.nanos = instant.nanos;
    text.start = parts.text;
    text.goesOn = bytes[parts.tag] === partial;
    text.stream = bytes[parts.stream + 'std'.length];
    return true;
  },
  fields(bytes, start, end) {
    const parts = partsOf(bytes, start, end);
    if (parts === undefined) return [];
    return [{ name: 'stream', value: decoder.decode(bytes.subarray(parts.stream, parts.tag - 1)) }];
  },
});
