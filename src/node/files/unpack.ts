import { pipeline, Readable, type Transform } from 'node:stream';

/** Why less was unpacked than was packed. */
export interface Damage {
  readonly kind: 'truncated' | 'damaged';
  /** zlib's words. */
  readonly reason: string;
}

/** The packed bytes, from the start each time they are asked for; each chunk is valid until the next is asked for. */
export type PackedBytes = () => AsyncIterable<Uint8Array>;

/**
 * Unpacks a stream (of gzip all members) in constant memory. Where the data end too early or are damaged, all that stands before
 * is handed over and `onDamage` is told. Throws what `packed` throws.
 */
export async function* unpack(
  packed: PackedBytes,
  create: () => Transform,
  onDamage: (damage: Damage) => void,
): AsyncGenerator<Uint8Array> {
  const unpacked = create();
  // The pipeline destroys `unpacked` with the error of any part, which the loop below then throws.
  pipeline(Readable.from(copies(packed())), unpacked, () => undefined);
  let given = 0;
  try {
    for await (const chunk of unpacked) {
      given += (chunk as Uint8Array).length;
      yield chunk as Uint8Array;
    }
  } catch (error) {
    const damage = damageOf(error);
    if (damage === undefined) throw error;
    yield* salvage(packed, create, { given, consumed: consumedBy(unpacked) });
    onDamage(damage);
  }
}

/** zlib works on a chunk in another thread while the next is read into the same buffer. */
async function* copies(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) yield chunk.slice();
}

function damageOf(error: unknown): Damage | undefined {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  if (code === 'Z_BUF_ERROR') return { kind: 'truncated', reason: message };
  return /^(?:Z|ZSTD)_/.test(code) ? { kind: 'damaged', reason: message } : undefined;
}

/** Packed bytes that were unpacked without an error. */
function consumedBy(unpacked: Transform): number {
  return (unpacked as Transform & { readonly bytesWritten: number }).bytesWritten;
}

/** How far unpacking came. */
interface Reached {
  /** Unpacked bytes handed over. */
  readonly given: number;
  /** Packed bytes they came from. */
  readonly consumed: number;
}

const sliceBytes = 16 << 10;
/** A write costs some 50 µs whatever its length. */
const cautiousSteps = [256, 1];

/**
 * A failing step of zlib takes what it had unpacked with it. So the data are unpacked again, in steps that are the
 * smaller the nearer the damage is, and what was not handed over yet is.
 */
async function* salvage(
  packed: PackedBytes,
  create: () => Transform,
  reached: Reached,
): AsyncGenerator<Uint8Array> {
  let before: Reached | undefined = reached;
  for (const step of cautiousSteps) {
    if (before !== undefined) before = yield* unpackAgain(packed, create, before, step);
  }
}

/** Hands over what `reached` leaves, in steps of `step` packed bytes; undefined where no step failed. */
async function* unpackAgain(
  packed: PackedBytes,
  create: () => Transform,
  { given, consumed }: Reached,
  step: number,
): AsyncGenerator<Uint8Array, Reached | undefined> {
  const tail = new Tail(create(), given);
  let at = 0;
  for await (const chunk of packed()) {
    for (let from = 0; from < chunk.length; ) {
      const length = at < consumed ? Math.min(sliceBytes, consumed - at) : step;
      const slice = chunk.slice(from, from + length);
      await tail.write(slice);
      yield* tail.found.splice(0);
      if (tail.failed) return { given: tail.given, consumed: at };
      from += slice.length;
      at += slice.length;
    }
  }
  tail.close();
  return undefined;
}

/** What a stream unpacks beyond its first `skip` bytes, step by step. */
class Tail {
  readonly found: Uint8Array[] = [];
  failed = false;
  private written: (() => void) | undefined;
  private unpackedBytes = 0;

  constructor(
    private readonly unpacked: Transform,
    private readonly skip: number,
  ) {
    unpacked.on('data', (chunk: Uint8Array) => this.take(chunk));
    // A write that fails is never called back.
    unpacked.on('error', () => {
      this.failed = true;
      this.written?.();
    });
  }

  /** Unpacked bytes handed over, those skipped among them. */
  get given(): number {
    return Math.max(this.unpackedBytes, this.skip);
  }

  close(): void {
    this.unpacked.destroy();
  }

  async write(slice: Uint8Array): Promise<void> {
    await new Promise<void>((done) => {
      this.written = done;
      this.unpacked.write(slice, () => done());
    });
  }

  private take(chunk: Uint8Array): void {
    const known = Math.max(0, this.skip - this.unpackedBytes);
    this.unpackedBytes += chunk.length;
    if (chunk.length > known) this.found.push(chunk.subarray(known));
  }
}
