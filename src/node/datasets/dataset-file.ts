import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';

/** What a data card says of a file. */
export interface WrittenFile {
  /** Within the folder, `/` between its parts. */
  readonly name: string;
  readonly bytes: number;
  /** In hex. */
  readonly sha256: string;
}

/** A file of a data set while it is written. Throws what the system throws. */
export class DatasetFile {
  private readonly hash = createHash('sha256');
  private bytes = 0;

  private constructor(
    readonly name: string,
    private readonly handle: FileHandle,
  ) {}

  /** Refuses what is there. */
  static async begin(name: string, path: string): Promise<DatasetFile> {
    return new DatasetFile(name, await open(path, 'wx', 0o644));
  }

  /** As UTF-8. */
  async write(text: string): Promise<void> {
    const bytes = Buffer.from(text);
    this.hash.update(bytes);
    this.bytes += bytes.length;
    await this.handle.writeFile(bytes);
  }

  /** Whole and on the disk. */
  async end(): Promise<WrittenFile> {
    await this.handle.sync();
    await this.handle.close();
    return { name: this.name, bytes: this.bytes, sha256: this.hash.digest('hex') };
  }

  /** Of one that is given up; of one that has ended nothing is left to do. */
  async close(): Promise<void> {
    await this.handle.close().catch(() => undefined);
  }
}
