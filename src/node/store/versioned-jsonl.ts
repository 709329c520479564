import { eachOf, inTurns, type Steps } from '../in-turns';
import {
  changedItems,
  type DamagedLine,
  type Item,
  type JsonlKind,
  orderedItems,
  piecesOf,
  type ReadItems,
  readItems,
} from './jsonl-items';
import { type FileStamp, readStoreLines, stampOf, writeStoreFile } from './store-file';
import { whileLocked } from './store-lock';

export type { DamagedLine, JsonlKind } from './jsonl-items';

export interface JsonlContents<Entry> {
  readonly entries: readonly Entry[];
  /** By entry: where it stands, from 1. */
  readonly lines: readonly number[];
  readonly damaged: readonly DamagedLine[];
}

interface KnownFile<Entry> {
  readonly stamp: FileStamp;
  readonly read: ReadItems<Entry>;
  readonly contents: JsonlContents<Entry>;
}

/** What the entries are to be; of very many it is to let others have their turn. */
type Change<Entry> = (entries: readonly Entry[]) => readonly Entry[] | Promise<readonly Entry[]>;

/**
 * A file of one JSON object a line under a first line `{"oddline": kind, "version": n}`.
 *
 * Older versions are migrated when read and rewritten with the next change; a newer one and a file that is
 * none of ours throw InputError and are never written. Unknown members of an entry survive. A change
 * replaces the file in one step, so a reader sees the old or the new one; entries keep their order, new ones come last, where the
 * kind has no other order. Other processes change the file too: each change is made to what stands there by then.
 */
export class JsonlFile<Entry extends object> {
  private lastChange: Promise<unknown> = Promise.resolve();
  private known: KnownFile<Entry> | undefined;

  constructor(
    readonly path: string,
    private readonly kind: JsonlKind<Entry>,
  ) {}

  /** A missing or empty file has no entries. The same object as long as the file is the same. */
  async read(): Promise<JsonlContents<Entry>> {
    return (await this.current()).contents;
  }

  /**
   * Replaces the entries by `change(entries)`, which may be called again where somebody else wrote the file meanwhile, and adds `adopted`,
   * damaged lines of another file of the kind. Changes made through one object wait for each other.
   */
  change(change: Change<Entry>, adopted: readonly DamagedLine[] = []): Promise<void> {
    const damaged = adopted.map(({ text }) => ({ damaged: text }));
    return this.alone(async () => {
      while (!(await this.changed(change, damaged)));
    });
  }

  private async current(): Promise<KnownFile<Entry>> {
    if (this.known && this.known.stamp === (await stampOf(this.path))) return this.known;
    const { lines, stamp } = await readStoreLines(this.path);
    return this.keep(stamp, await inTurns(readItems(lines, this.kind, this.path)));
  }

  private async keep(stamp: FileStamp, read: ReadItems<Entry>): Promise<KnownFile<Entry>> {
    this.known = { stamp, read, contents: await inTurns(contentsOf(read)) };
    return this.known;
  }

  /** False where the file, which a pull or an editor may write without asking, is another by now. */
  private changed(change: Change<Entry>, adopted: readonly Item<Entry>[]): Promise<boolean> {
    return whileLocked(this.path, async (lock) => {
      const { stamp, read, contents } = await this.current();
      const after = await change(contents.entries);
      const items = await inTurns(changedItems(read.items, after));
      const written = await inTurns(orderedItems([...items, ...adopted], this.kind));
      let stampOfWritten = '';
      const isDone = await writeStoreFile(this.path, piecesOf(written, this.kind), {
        isStillWanted: async (temporary) => {
          stampOfWritten = await stampOf(temporary);
          return (await lock.isHeld()) && (await stampOf(this.path)) === stamp;
        },
      });
      if (isDone) await this.keep(stampOfWritten, { items: written, lines: written.map((_, at) => at + 2) });
      return isDone;
    });
  }

  private alone<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = this.lastChange.then(work);
    this.lastChange = done.catch(() => undefined);
    return done;
  }
}

function* contentsOf<Entry>({ items, lines }: ReadItems<Entry>): Steps<JsonlContents<Entry>> {
  const [entries, places, damaged]: [Entry[], number[], DamagedLine[]] = [[], [], []];
  yield* eachOf(items, (item, at) => {
    if ('damaged' in item) {
      damaged.push({ line: lines[at], text: item.damaged });
    } else {
      entries.push(item.entry);
      places.push(lines[at]);
    }
  });
  return { entries, lines: places, damaged };
}
