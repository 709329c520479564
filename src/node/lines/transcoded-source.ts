import { readSync } from 'node:fs';
import type { Sentence } from '../../engine/model/finding';
import { Transcoder } from '../../engine/text/transcode';
import { InputError } from '../../protocol/input-error';
import type { OpenedSource } from '../../protocol/log-lines';
import type { ReadableLog } from '../files/readable-log';
import { openSpool, type Spool } from '../files/spool';
import { type FreeRoom, refuseWithoutRoom } from './disk-room';
import { GrowingFile } from './growing-file';
import type { FollowedSource } from './log-source';
import { SourceText } from './source-text';
import { SpoolWriter } from './spool-writer';

const pieceBytes = 1 << 20;

/** Undefined where the file's bytes are not those of a text in any encoding: packed. Throws InputError. */
export async function transcodedSourceOf(
  log: ReadableLog,
  expected: number,
  free: FreeRoom,
): Promise<TranscodedSource | undefined> {
  const { descriptor, state } = log;
  if (descriptor === undefined || state === null) return undefined;
  await refuseWithoutRoom(log.path, expected, free);
  return new TranscodedSource(log, new GrowingFile(descriptor, state), await openSpool(), expected, free);
}

/** A file of another encoding, copied as UTF-8 to a private file: what it grows by is decoded on. */
class TranscodedSource implements FollowedSource {
  readonly text: SourceText;
  readonly keepsWhatIsCut = true;
  private readonly transcoder: Transcoder;
  private readonly writer: SpoolWriter;
  private readShare = 0;
  /** Why what was appended last could not be kept. */
  private problem: InputError | undefined;

  constructor(
    private log: ReadableLog,
    private growing: GrowingFile,
    private readonly spool: Spool,
    private readonly expected: number,
    free: FreeRoom,
  ) {
    this.transcoder = new Transcoder(log.encoding);
    this.text = new SourceText({ path: log.path, descriptor: spool.handle.fd, textStart: 0 });
    this.writer = new SpoolWriter(this.text, spool, free);
  }

  get encoding(): string | undefined {
    return this.transcoder.encoding;
  }

  get opened(): OpenedSource {
    return { path: this.text.path, file: this.growing.state, spooled: true };
  }

  get notes(): readonly Sentence[] {
    return this.problem ? [this.problem.sentence] : [];
  }

  get expectedBytes(): number {
    if (this.text.complete) return this.text.bytes;
    return Math.max(this.text.bytes, this.readShare > 0 ? this.text.bytes / this.readShare : this.expected);
  }

  get file(): GrowingFile {
    return this.growing;
  }

  async fill(signal: AbortSignal, onGrown: () => Promise<void>): Promise<void> {
    const { log } = this;
    const onRead = (bytes: number) => {
      this.readShare = bytes / log.size;
    };
    try {
      for await (const chunk of log.chunks(onRead)) {
        signal.throwIfAborted();
        await this.writer.write(this.transcoder.push(chunk));
        await onGrown();
      }
      // Half of a character at the end is shown once it is whole.
      await this.writer.write(this.transcoder.settle());
    } finally {
      this.text.complete = true;
    }
  }

  /** Nobody else writes to the copy. */
  verify(): void {}

  async readOn(): Promise<void> {
    const { size: from } = this.growing.state;
    try {
      await this.writer.refuseWithoutRoom();
      this.problem = undefined;
    } catch (error) {
      if (error instanceof InputError) this.problem = error;
      throw error;
    }
    this.growing.takeAll();
    await this.decode(from, this.growing.state.size);
  }

  rename(path: string): void {
    this.text.moveTo({ path, descriptor: this.spool.handle.fd, textStart: 0 });
  }

  async moveTo(copy: ReadableLog, descriptor: number): Promise<ReadableLog> {
    const former = this.log;
    this.log = copy;
    this.growing = new GrowingFile(descriptor, this.growing.state);
    this.rename(copy.path);
    await this.readOn();
    return former;
  }

  async close(): Promise<void> {
    await this.spool.close();
    await this.log.close();
  }

  private async decode(from: number, until: number): Promise<void> {
    const bytes = new Uint8Array(pieceBytes);
    for (let at = from; at < until; ) {
      const length = Math.min(bytes.length, until - at);
      const read = readSync(this.growing.descriptor, bytes, 0, length, at);
      if (read === 0) return;
      await this.writer.write(this.transcoder.push(bytes.subarray(0, read)));
      at += read;
    }
    await this.writer.write(this.transcoder.settle());
  }
}
