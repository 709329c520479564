import type { Conversion } from './conversion';

const close = Buffer.from('</Event>');
const lineFeed = Buffer.from('\n');
const opening = /^(?:\uFEFF)?\s*(?:<\?xml[^>]*>\s*)?<Events>?/;

/** Event Viewer writes all events of its XML on one line, however many they are. */
export const eventsOnOneLine: Conversion = {
  fits(head) {
    const text = Buffer.from(head.subarray(0, 64 << 10)).toString('utf8');
    return opening.test(text) && /<\/Event><Event[ >]/.test(text);
  },
  async *convert(chunks) {
    let held = Buffer.alloc(0);
    for await (const chunk of chunks) {
      const bytes = Buffer.concat([held, chunk]);
      const parts: Buffer[] = [];
      let from = 0;
      for (let at = bytes.indexOf(close); at >= 0; at = bytes.indexOf(close, from)) {
        parts.push(bytes.subarray(from, at + close.length), lineFeed);
        from = at + close.length;
      }
      // A closing tag may be cut by the chunk's end.
      const kept = Math.max(from, bytes.length - close.length + 1);
      parts.push(bytes.subarray(from, kept));
      held = Buffer.from(bytes.subarray(kept));
      yield Buffer.concat(parts);
    }
    if (held.length > 0) yield held;
  },
  note: (path) => ({
    pattern:
      '{0} holds its events on one line: they were read as one a line, and line numbers are those of that text.',
    values: [path],
  }),
};
