import type { Conversion } from './conversion';

/** Of the file and of each of its chunks (MS-EVEN6, 2.2.17 and the file's own layout). */
const fileHeaderBytes = 4096;
const chunkBytes = 65_536;
const magic = Buffer.from('ElfFile\0', 'latin1');

/** Windows' binary event log (`.evtx`) as XML, an event a line. The library is loaded when the first such file is read. */
export const eventLog: Conversion = {
  fits: (head) => magic.every((byte, i) => head[i] === byte),
  async *convert(chunks) {
    for await (const block of blocksOf(chunks)) {
      const lines = await linesOf(block);
      if (lines.length > 0) yield Buffer.from(`${lines.join('\n')}\n`);
    }
  },
  note: (path) => ({
    pattern:
      '{0} is no text: its events were read as XML, one a line, and line numbers are those of that text.',
    values: [path],
  }),
};

/** Each chunk stands for itself, so that one after another is enough in memory. The rest of a file cut short is left out. */
async function* blocksOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const block = new Uint8Array(chunkBytes);
  let skip = fileHeaderBytes;
  let held = 0;
  for await (const chunk of chunks) {
    for (let at = Math.min(skip, chunk.length); at < chunk.length; ) {
      const piece = chunk.subarray(at, at + chunkBytes - held);
      block.set(piece, held);
      held += piece.length;
      at += piece.length;
      if (held === chunkBytes) yield block;
      held %= chunkBytes;
    }
    skip = Math.max(0, skip - chunk.length);
  }
}

/** A chunk that is empty or damaged has no events, or those before the damage. */
async function linesOf(block: Uint8Array): Promise<string[]> {
  const { BinaryReader, ChunkHeader } = await import('@ts-evtx/core');
  const lines: string[] = [];
  try {
    const chunk = new ChunkHeader(new BinaryReader(block), 0);
    if (!chunk.checkMagic()) return lines;
    for (const record of chunk.records())
      lines.push(
        record
          .renderXml()
          .trim()
          .replaceAll(/\s*[\r\n]\s*/g, ' '),
      );
  } catch {
    return lines;
  }
  return lines;
}
