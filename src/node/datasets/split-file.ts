import type { CardFile } from '../../engine/dataset/card/data-card';
import type { DatasetWriter } from '../../engine/dataset/formats/format';
import type { DatasetSequence } from '../../engine/dataset/sequence';
import type { SplitName } from '../../engine/dataset/split/split';
import type { DatasetFile } from './dataset-file';
import type { DatasetFolder } from './dataset-folder';

const bufferLength = 1 << 20;

/** One split of a data set while it is written; its file begins to exist with its first sequence. Throws as the folder does. */
export class SplitFile {
  private file: DatasetFile | undefined;
  private waiting = '';
  private sequences = 0;
  private records = 0;

  constructor(
    private readonly folder: DatasetFolder,
    private readonly split: SplitName,
    private readonly ending: string,
    private readonly writer: DatasetWriter,
  ) {}

  /** True where what waits should be written. */
  add(sequence: DatasetSequence): boolean {
    if (this.sequences === 0) this.waiting += this.writer.head();
    this.waiting += this.writer.write(sequence);
    this.sequences++;
    this.records += sequence.records.length;
    return this.waiting.length >= bufferLength;
  }

  async flush(): Promise<DatasetFile> {
    const text = this.waiting;
    this.waiting = '';
    this.file ??= await this.folder.begin(`${this.split}.${this.ending}`);
    await this.folder.append(this.file, text);
    return this.file;
  }

  /** Undefined where no sequence came. */
  async end(): Promise<CardFile | undefined> {
    if (this.sequences === 0) return undefined;
    this.waiting += this.writer.end();
    const { name, bytes, sha256 } = await this.folder.end(await this.flush());
    const { split, sequences, records } = this;
    return { name, split, sequences, records, bytes, sha256 };
  }
}
