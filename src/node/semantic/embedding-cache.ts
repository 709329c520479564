import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { endianness } from 'node:os';
import { dirname, join } from 'node:path';
import { replaceFile } from '../store/replace-file';

/** More is 15 MB of a usual model; the oldest are forgotten first. */
const mostKept = 10_000;
const mark = Buffer.from(`oddline vectors 1 ${endianness()}\n`);
const keyBytes = 16;
const lengthBytes = 4;

/** Vectors of texts that one model made, kept from one day to the next in a file of its own. */
export class EmbeddingCache {
  private readonly vectors = new Map<string, Float32Array>();
  private hasNew = false;

  private constructor(private readonly file: string) {}

  /** A file that is damaged, or cannot be read, counts as none: all in it can be made again. */
  static async of(folder: string, model: string): Promise<EmbeddingCache> {
    const cache = new EmbeddingCache(join(folder, `${hashOf(model).toString('hex')}.vectors`));
    cache.read(await readFile(cache.file).catch(() => Buffer.alloc(0)));
    return cache;
  }

  get(text: string): Float32Array | undefined {
    return this.vectors.get(keyOf(text));
  }

  keep(text: string, vector: Float32Array): void {
    this.vectors.set(keyOf(text), vector);
    this.hasNew = true;
  }

  /** Where it cannot be written, the next time takes longer: nothing else. */
  async save(): Promise<void> {
    if (!this.hasNew) return;
    const kept = [...this.vectors].slice(-mostKept);
    const entries = kept.flatMap(([key, vector]) => [
      Buffer.from(key, 'latin1'),
      Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength),
    ]);
    const length = Buffer.alloc(lengthBytes);
    length.writeUInt32LE(kept[0]?.[1].length ?? 0);
    await mkdir(dirname(this.file), { recursive: true })
      .then(() => replaceFile(this.file, Buffer.concat([mark, length, ...entries])))
      .then(() => {
        this.hasNew = false;
      })
      .catch(() => undefined);
  }

  private read(bytes: Buffer): void {
    if (!bytes.subarray(0, mark.length).equals(mark)) return;
    const start = mark.length + lengthBytes;
    const size = bytes.length < start ? 0 : bytes.readUInt32LE(mark.length) * Float32Array.BYTES_PER_ELEMENT;
    const entry = keyBytes + size;
    if (size === 0 || (bytes.length - start) % entry !== 0) return;
    for (let at = start; at < bytes.length; at += entry) {
      const vector = new Uint8Array(bytes.subarray(at + keyBytes, at + entry));
      this.vectors.set(bytes.toString('latin1', at, at + keyBytes), new Float32Array(vector.buffer));
    }
  }
}

function keyOf(text: string): string {
  return hashOf(text).toString('latin1');
}

function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest().subarray(0, keyBytes);
}
