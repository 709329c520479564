import type { Sentence } from '../../engine/model/finding';
import type { LinesSource, OpenedSource } from '../../protocol/log-lines';
import { openLogFile } from '../files/log-file';
import { transcoded } from '../files/log-text';
import type { ReadableLog } from '../files/readable-log';
import { openSpool, type Spool, writeToSpool } from '../files/spool';
import { TextLog } from '../files/text-log';
import { expectedTextBytes, type FreeRoom, refuseWithoutRoom } from './disk-room';
import type { FilledSource } from './log-source';
import { plainSourceOf } from './plain-source';
import { SourceText } from './source-text';

/** Free room is asked for again behind so many bytes written. */
const bytesBetweenLooks = 64 << 20;

/** Text of an editor comes as `taken`. Throws InputError. */
export async function openSource(
  source: LinesSource,
  taken: () => Uint8Array,
  free: FreeRoom,
): Promise<FilledSource> {
  if (source.kind === 'text') {
    const log = new TextLog(source.name, taken(), 0);
    return spooledSource(log, log.size, free);
  }
  const log = await openLogFile(source.path, { encoding: source.encoding });
  try {
    return plainSourceOf(log) ?? (await spooledSource(log, await expectedTextBytes(source.path), free));
  } catch (error) {
    await log.close();
    throw error;
  }
}

async function spooledSource(log: ReadableLog, expected: number, free: FreeRoom): Promise<FilledSource> {
  await refuseWithoutRoom(log.path, expected, free);
  return new SpooledSource(log, await openSpool(), expected, free);
}

/** A text that is copied to a private file as UTF-8 before it can be read at any place. */
class SpooledSource implements FilledSource {
  readonly text: SourceText;
  readonly opened: OpenedSource;
  private readShare = 0;

  constructor(
    private readonly log: ReadableLog,
    private readonly spool: Spool,
    private readonly expected: number,
    private readonly free: FreeRoom,
  ) {
    this.text = new SourceText({ path: log.path, descriptor: spool.handle.fd, textStart: 0 });
    this.opened = { path: log.path, file: log.state, spooled: true };
  }

  get notes(): readonly Sentence[] {
    return this.log.notes;
  }

  get expectedBytes(): number {
    if (this.text.complete) return this.text.bytes;
    return Math.max(this.text.bytes, this.readShare > 0 ? this.text.bytes / this.readShare : this.expected);
  }

  async fill(signal: AbortSignal, onGrown: () => Promise<void>): Promise<void> {
    try {
      await this.copy(signal, onGrown);
    } finally {
      this.text.complete = true;
    }
  }

  /** Nobody else writes to the copy. */
  verify(): void {}

  async close(): Promise<void> {
    await this.spool.close();
    await this.log.close();
  }

  private async copy(signal: AbortSignal, onGrown: () => Promise<void>): Promise<void> {
    const { log, text } = this;
    const chunks = log.chunks((bytes) => {
      this.readShare = bytes / log.size;
    });
    let unlooked = 0;
    for await (const chunk of transcoded(chunks, log.encoding)) {
      signal.throwIfAborted();
      if (unlooked > bytesBetweenLooks) {
        await refuseWithoutRoom(log.path, 0, this.free);
        unlooked = 0;
      }
      await writeToSpool(this.spool, chunk);
      unlooked += chunk.length;
      text.grow(text.bytes + chunk.length);
      await onGrown();
    }
  }
}
