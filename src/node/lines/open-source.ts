import type { Sentence } from '../../engine/model/finding';
import type { LinesSource, OpenedSource } from '../../protocol/log-lines';
import { openLogFile } from '../files/log-file';
import { transcoded } from '../files/log-text';
import type { ReadableLog } from '../files/readable-log';
import { openSpool, type Spool } from '../files/spool';
import { TextLog } from '../files/text-log';
import { expectedTextBytes, type FreeRoom, refuseWithoutRoom } from './disk-room';
import { type FilledSource, type FollowedSource, isFollowed } from './log-source';
import { plainSourceOf } from './plain-source';
import { SourceText } from './source-text';
import { SpoolWriter } from './spool-writer';
import { transcodedSourceOf } from './transcoded-source';

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
    return await sourceOf(log, source.path, free);
  } catch (error) {
    await log.close();
    throw error;
  }
}

/** The file a followed log goes on in; undefined where it is gone again, or is no text (yet). */
export async function openFollowed(
  path: string,
  encoding: string | undefined,
  free: FreeRoom,
): Promise<FollowedSource | undefined> {
  const log = await openLogFile(path, { encoding }).catch(() => undefined);
  if (log === undefined) return undefined;
  try {
    const source = await sourceOf(log, path, free);
    if (isFollowed(source)) return source;
    await source.close();
  } catch {
    await log.close();
  }
  return undefined;
}

async function sourceOf(log: ReadableLog, path: string, free: FreeRoom): Promise<FilledSource> {
  const plain = plainSourceOf(log);
  if (plain) return plain;
  const expected = await expectedTextBytes(path);
  return (await transcodedSourceOf(log, expected, free)) ?? (await spooledSource(log, expected, free));
}

async function spooledSource(log: ReadableLog, expected: number, free: FreeRoom): Promise<FilledSource> {
  await refuseWithoutRoom(log.path, expected, free);
  return new SpooledSource(log, await openSpool(), expected, free);
}

/** A packed text, or an editor's, that is copied to a private file as UTF-8 before it can be read at any place. */
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
    const writer = new SpoolWriter(text, this.spool, this.free);
    for await (const chunk of transcoded(chunks, log.encoding)) {
      signal.throwIfAborted();
      await writer.write(chunk);
      await onGrown();
    }
  }
}
