import type { OpenedSource } from '../../protocol/log-lines';
import { inputError } from '../files/input-problems';
import type { DirectFile, ReadableLog } from '../files/readable-log';
import { GrowingFile } from './growing-file';
import type { FollowedSource } from './log-source';
import { SourceText } from './source-text';

/** Undefined where the file's bytes are not the text's. Throws InputError where it is no text. */
export function plainSourceOf(log: ReadableLog): PlainSource | undefined {
  const direct = log.directFile();
  if (direct === undefined || log.state === null) return undefined;
  return new PlainSource(log, direct, new GrowingFile(direct.descriptor, log.state));
}

/** A file of UTF-8, read where it lies. */
export class PlainSource implements FollowedSource {
  readonly text: SourceText;
  readonly notes = [];
  readonly encoding = 'utf8';
  readonly keepsWhatIsCut = false;

  constructor(
    private log: ReadableLog,
    private readonly direct: DirectFile,
    private growing: GrowingFile,
  ) {
    const { textStart, size, descriptor } = direct;
    this.text = new SourceText({ path: log.path, descriptor, textStart });
    this.text.grow(Math.max(0, size - textStart));
    this.text.complete = true;
  }

  get opened(): OpenedSource {
    return { path: this.text.path, file: this.growing.state, spooled: false };
  }

  get expectedBytes(): number {
    return this.text.bytes;
  }

  get file(): GrowingFile {
    return this.growing;
  }

  async fill(): Promise<void> {}

  verify(): void {
    if (this.growing.look() === 'cut') throw inputError('shrunk', this.text.path);
  }

  async readOn(): Promise<void> {
    this.growing.takeAll();
    this.text.grow(Math.max(0, this.growing.state.size - this.direct.textStart));
  }

  rename(path: string): void {
    this.text.moveTo({ ...this.direct, descriptor: this.growing.descriptor, path });
  }

  async moveTo(copy: ReadableLog, descriptor: number): Promise<ReadableLog> {
    const former = this.log;
    this.log = copy;
    this.growing = new GrowingFile(descriptor, this.growing.state);
    this.rename(copy.path);
    await this.readOn();
    return former;
  }

  close(): Promise<void> {
    return this.log.close();
  }
}
