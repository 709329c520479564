import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdir, rename, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { DatasetFile, type WrittenFile } from './dataset-file';
import { datasetError } from './dataset-problems';
import { type FolderUse, isUsableFolder } from './folder-use';
import { notWritten } from './not-written';
import { replaceFiles } from './replace-files';
import { splitsOfCard } from './replaced-files';

export interface FolderWishes extends FolderUse {
  /** Once it is aborted nothing is left on the disk, even if the process ends at once. */
  readonly signal: AbortSignal;
}

/**
 * Files of one folder, there all or none: they are made beside it and put in its place when `fill` is done. What fails or is cancelled
 * leaves what was there before. Throws InputError, or what `fill` throws.
 */
export async function writeFolder<Result>(
  named: string,
  { signal, ...use }: FolderWishes,
  fill: (folder: DatasetFolder) => Promise<Result>,
): Promise<Result> {
  const folder = await DatasetFolder.open(named, use);
  const discard = () => folder.discardNow();
  signal.addEventListener('abort', discard);
  try {
    signal.throwIfAborted();
    const result = await fill(folder);
    signal.throwIfAborted();
    // From here on it is too late: whoever cancels gets all of it.
    signal.removeEventListener('abort', discard);
    await folder.finish();
    return result;
  } catch (error) {
    throw signal.aborted && !folder.isFinishing ? datasetError('export-cancelled') : error;
  } finally {
    signal.removeEventListener('abort', discard);
    await folder.discard();
  }
}

/** Joined up to so many UTF-16 units before they are written. */
const batchUnits = 1 << 16;

/** What `fill` writes to. Throws InputError where the system says something against it. */
export class DatasetFolder {
  private readonly begun: DatasetFile[] = [];
  /** The first folder above that was made for it. */
  private madeAbove: string | undefined;
  private isFinished = false;
  private finishing = false;

  private constructor(
    private readonly named: string,
    private readonly path: string,
    private readonly temporary: string,
    private readonly exists: boolean,
  ) {}

  /** Nothing can be cancelled any more. */
  get isFinishing(): boolean {
    return this.finishing;
  }

  static async open(named: string, use: FolderUse): Promise<DatasetFolder> {
    const path = resolve(named);
    const exists = await isUsableFolder(named, use);
    const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
    const folder = new DatasetFolder(named, path, temporary, exists);
    folder.madeAbove = await folder.told(mkdir(dirname(path), { recursive: true }));
    // Not with its folders at once: of a read-only disk that says that they are not there.
    await folder.told(mkdir(temporary));
    return folder;
  }

  /** A new file; its folders are made. Names have `/` between their parts. */
  async begin(name: string): Promise<DatasetFile> {
    const path = join(this.temporary, name);
    await this.told(mkdir(dirname(path), { recursive: true }));
    const file = await this.told(DatasetFile.begin(name, path));
    this.begun.push(file);
    return file;
  }

  async append(file: DatasetFile, text: string): Promise<void> {
    await this.told(file.write(text));
  }

  async end(file: DatasetFile): Promise<WrittenFile> {
    return this.told(file.end());
  }

  /** A file whole. Between batches others get their turn. */
  async write(name: string, texts: Iterable<string>): Promise<WrittenFile> {
    const file = await this.begin(name);
    for (const batch of batches(texts)) await this.append(file, batch);
    return this.end(file);
  }

  /** Files of a data set before are replaced or go with it; what else is there stays. */
  async finish(): Promise<void> {
    this.finishing = true;
    await (this.exists ? this.replace() : this.told(rename(this.temporary, this.path)));
    this.isFinished = true;
  }

  private async replace(): Promise<void> {
    const names = this.begun.map(({ name }) => name);
    const before = names.includes('data-card.json') ? await splitsOfCard(this.path) : [];
    await this.told(replaceFiles({ from: this.temporary, to: this.path, names, gone: before }));
  }

  /** Nothing is left of what was not finished. */
  async discard(): Promise<void> {
    await Promise.all(this.begun.map((file) => file.close()));
    await rm(this.temporary, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
    if (!this.isFinished && this.madeAbove !== undefined)
      await removeEmpty(dirname(this.path), this.madeAbove).catch(() => undefined);
  }

  /** As far as it can be done at once: a file that is just being made is left to `discard`. */
  discardNow(): void {
    try {
      rmSync(this.temporary, { recursive: true, force: true });
    } catch {
      // A file came while it was removed.
    }
  }

  private async told<Result>(doing: Promise<Result>): Promise<Result> {
    try {
      return await doing;
    } catch (error) {
      throw notWritten(this.named, error);
    }
  }
}

/** A folder and those around it, up to the last; rejects at the first that somebody uses. */
async function removeEmpty(folder: string, last: string): Promise<void> {
  await rmdir(folder);
  if (folder !== last) await removeEmpty(dirname(folder), last);
}

function* batches(texts: Iterable<string>): Generator<string> {
  let batch = '';
  for (const text of texts) {
    batch += text;
    if (batch.length < batchUnits) continue;
    yield batch;
    batch = '';
  }
  yield batch;
}
