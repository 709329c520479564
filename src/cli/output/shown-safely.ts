import { plainText } from '../../engine/text/plain-text';

const lineFeed = 0x0a;

/** Lines as a terminal may be given them: log text cannot move its cursor, colour it or type into it. */
export async function* shownSafely(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let open: Uint8Array = new Uint8Array(0);
  for await (const chunk of chunks) {
    open = open.length === 0 ? chunk : Buffer.concat([open, chunk]);
    let start = 0;
    for (let end = open.indexOf(lineFeed); end >= 0; end = open.indexOf(lineFeed, start)) {
      yield `${plainText(open, start, end, end - start)}\n`;
      start = end + 1;
    }
    open = open.subarray(start);
  }
}
