import { stat } from 'node:fs/promises';
import { InputError } from '../../protocol/input-error';
import type { FollowedChange } from '../../protocol/log-lines';
import { type FollowedSource, isFollowed } from './log-source';
import type { OpenLog } from './open-log';
import { copyOf, type FormerFile, type FoundCopy, filesBetween, pathOfInode, sameText } from './rotated-copy';

type Tell = (change: Pick<FollowedChange, 'kind' | 'missedLines'>) => void;

/**
 * Watches the last source of a log by its size and inode, whenever it is told to look; who tells it is not its concern. A file that was
 * renamed is read to its end through its open descriptor before the new one goes on behind it.
 */
export class Follower {
  private gone = false;
  /** Of the file that was followed last. */
  private encoding: string | undefined = 'utf8';
  private missed = 0;
  private looking: Promise<void> = Promise.resolve();

  /** `path`: the name under which the log goes on. */
  constructor(
    private readonly log: OpenLog,
    private readonly path: string,
    private readonly tell: Tell,
    private readonly open: (
      encoding: string | undefined,
      path: string,
    ) => Promise<FollowedSource | undefined>,
  ) {}

  /** One look at a time. Throws InputError where a new file cannot be read. */
  look(): Promise<void> {
    this.looking = this.looking.catch(() => undefined).then(() => this.lookOnce());
    return this.looking;
  }

  private async lookOnce(): Promise<void> {
    const last = this.log.sources.at(-1);
    const source = isFollowed(last) ? last : undefined;
    const found = await stateOf(this.path);
    const wasCut = source === undefined || (await this.readToEnd(source)) === 'cut';
    if (found === undefined) this.vanish();
    else if (wasCut) await this.goOn('truncated', source);
    else if (found.inode !== source.file.state.inode) await this.rotate(source, found);
    else if (this.gone) this.comeBack();
  }

  /** Asked for after the name was looked up: what was written before a rename is read. */
  private async readToEnd(source: FollowedSource): Promise<'same' | 'cut'> {
    for (let look = source.file.look(); look !== 'same'; look = source.file.look()) {
      if (look === 'cut') {
        await this.cut(source);
        return 'cut';
      }
      await source.readOn();
      await this.log.indexMore(source.text).catch(unlessShrunk);
      this.tell({ kind: 'grown', missedLines: 0 });
    }
    return 'same';
  }

  /** What it held is elsewhere, or lost. */
  private async cut(source: FollowedSource): Promise<void> {
    if (source.keepsWhatIsCut) return;
    const copy = await copyOf(this.formerly(source));
    if (copy !== undefined) return this.move(source, copy);
    this.missed = this.log.text.estimatedLines - this.log.text.lines;
    await this.log.lose(source);
  }

  /** Who writes goes on in the renamed file for a while: the new one counts when something is in it. */
  private async rotate(former: FollowedSource, found: FoundFile): Promise<void> {
    if (found.size === 0 && !this.gone) return;
    const same = await sameText(this.path, this.formerly(former));
    if (same !== undefined) return this.replace(former, same);
    await this.goOn('rotated', former);
  }

  /** Written anew with all that was in it, as by an editor; or its share gives a file a new number now and then. */
  private async replace(former: FollowedSource, same: FoundCopy): Promise<void> {
    const { size } = former.file.state;
    await this.move(former, same);
    if (this.gone) this.comeBack();
    else if (former.file.state.size > size) this.tell({ kind: 'grown', missedLines: 0 });
  }

  private async move(source: FollowedSource, { log, descriptor }: FoundCopy): Promise<void> {
    await this.log.retire(await source.moveTo(log, descriptor));
    await this.log.indexMore(source.text);
  }

  private formerly({ file, encoding }: FollowedSource): FormerFile {
    return { path: this.path, encoding, size: file.state.size, ends: file.ends };
  }

  /** All files of a set have other names behind a rotation, by renaming or by copying. */
  private async rename(): Promise<void> {
    for (const source of this.log.sources) {
      if (!isFollowed(source)) continue;
      const path = await pathOfInode(this.path, source.file.state.inode);
      if (path !== undefined) source.rename(path);
    }
  }

  /** The file that has the name now comes behind the others, and those that had it since. */
  private async goOn(kind: 'truncated' | 'rotated', former: FollowedSource | undefined): Promise<void> {
    await this.rename();
    this.encoding = former ? former.encoding : this.encoding;
    const next = await this.open(this.encoding, this.path);
    if (next === undefined) return;
    for (const path of former === undefined ? [] : await filesBetween(this.path, former.text.path)) {
      const between = await this.open(this.encoding, path);
      if (between !== undefined) await this.log.append(between);
    }
    await this.log.append(next);
    this.tell({ kind: this.gone ? 'back' : kind, missedLines: this.missed });
    this.gone = false;
    this.missed = 0;
  }

  private vanish(): void {
    if (this.gone) return;
    this.gone = true;
    this.tell({ kind: 'gone', missedLines: 0 });
  }

  private comeBack(): void {
    this.gone = false;
    this.tell({ kind: 'back', missedLines: 0 });
  }
}

interface FoundFile {
  readonly inode: number;
  readonly size: number;
}

async function stateOf(path: string): Promise<FoundFile | undefined> {
  const found = await stat(path).catch((error: { code?: string }) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  return found && { inode: found.ino, size: found.size };
}

/** It was cut while it was read: the next look finds out. */
function unlessShrunk(error: unknown): void {
  if (!(error instanceof InputError && error.code === 'shrunk')) throw error;
}
