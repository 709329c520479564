import { setImmediate } from 'node:timers/promises';
import { canonicalJson, isJsonObject, type Json, type JsonObject } from './canonical-json';
import { readStoreFile, writeStoreFile } from './store-file';
import { foreignFile, newerVersion } from './store-problems';

/** What the lines of one kind of file are, and how those of older versions become today's. */
export interface JsonlKind<Entry extends object> {
  readonly kind: string;
  readonly version: number;
  /** `migrations[n]` turns an entry of version n into one of version n + 1; there is one for each older version. */
  readonly migrations: Readonly<Record<number, (entry: JsonObject) => JsonObject>>;
  isEntry(data: object): data is Entry;
  /** Where given, entries are written in the order of it: two people's seldom meet in one place. */
  placeOf?(entry: Entry): string;
}

/** A line that is no entry: kept as it is, for the user to mend. */
export interface DamagedLine {
  /** 1-based. */
  readonly line: number;
  readonly text: string;
}

export interface JsonlContents<Entry> {
  readonly entries: readonly Entry[];
  /** By entry: where it stands, from 1. */
  readonly lines: readonly number[];
  readonly damaged: readonly DamagedLine[];
}

/** Whoever waits on this thread waits no longer: a file may hold a hundred thousand lines. */
const stepMs = 10;

type ReadItem<Entry> = { readonly entry: Entry; readonly line: number } | { readonly damaged: DamagedLine };
type Item<Entry> = { readonly entry: Entry } | { readonly damaged: DamagedLine };

/**
 * A file of one JSON object a line under a first line `{"oddline": kind, "version": n}`.
 *
 * Older versions are migrated when read and rewritten with the next change; a newer one and a file that is
 * none of ours throw InputError and are never written. Unknown members of an entry survive. A change
 * replaces the file in one step, so a reader sees the old or the new one; entries keep their order, new ones come last, where the
 * kind has no other order.
 */
export class JsonlFile<Entry extends object> {
  private lastChange: Promise<void> = Promise.resolve();

  constructor(
    readonly path: string,
    private readonly kind: JsonlKind<Entry>,
  ) {}

  /** A missing or empty file has no entries. */
  async read(): Promise<JsonlContents<Entry>> {
    const items = await this.items();
    return {
      entries: entriesOf(items),
      lines: items.flatMap((item) => ('line' in item ? [item.line] : [])),
      damaged: items.flatMap((item) => ('damaged' in item ? [item.damaged] : [])),
    };
  }

  /**
   * Replaces the entries by `change(entries)` and adds `adopted`, damaged lines of another file of the kind.
   * Changes made through one object wait for each other.
   */
  change(
    change: (entries: readonly Entry[]) => readonly Entry[],
    adopted: readonly DamagedLine[] = [],
  ): Promise<void> {
    const done = this.lastChange.then(async () => {
      const items = changedItems(await this.items(), change);
      await this.write([...items, ...adopted.map((damaged) => ({ damaged }))]);
    });
    this.lastChange = done.catch(() => undefined);
    return done;
  }

  private async items(): Promise<readonly ReadItem<Entry>[]> {
    const lines = (await readStoreFile(this.path)).split('\n');
    if (lines.every(isBlank)) return [];
    // Not always the first line, and not always one: a merge puts its marks above it, and joins headers of two versions.
    const headers = new Map<number, Json | undefined>();
    for (const [at, line] of lines.entries()) {
      const header = line.includes('"oddline"') ? parseObject(line) : undefined;
      if (header?.oddline === this.kind.kind) headers.set(at, header.version);
    }
    const version = this.latest([...headers.values()]);
    const found = await inSteps(lines, (line, at) =>
      headers.has(at) || isBlank(line) ? undefined : this.item(line.replace(/\r$/, ''), at + 1, version),
    );
    return found.filter((item) => item !== undefined);
  }

  /** Throws InputError where there is none, and for one that is newer than what is known. */
  private latest(versions: readonly (Json | undefined)[]): number {
    if (versions.length === 0 || !versions.every(isVersion)) throw foreignFile(this.path, this.kind.kind);
    const latest = Math.max(...versions);
    if (latest > this.kind.version) throw newerVersion(this.path, latest, this.kind.version);
    return latest;
  }

  private item(text: string, line: number, version: number): ReadItem<Entry> {
    const entry = this.migrated(parseObject(text), version);
    return entry && this.kind.isEntry(entry) ? { entry, line } : { damaged: { line, text } };
  }

  /** Undefined where a migration finds the entry other than its version promises. */
  private migrated(entry: JsonObject | undefined, version: number): JsonObject | undefined {
    let current = entry;
    try {
      for (let from = version; current && from < this.kind.version; from++) {
        current = this.kind.migrations[from](current);
      }
      return current;
    } catch {
      return undefined;
    }
  }

  private async write(items: readonly Item<Entry>[]): Promise<void> {
    const header = canonicalJson({ oddline: this.kind.kind, version: this.kind.version });
    const lines = await inSteps(this.ordered(items), (item) =>
      'damaged' in item ? item.damaged.text : canonicalJson({ ...item.entry }),
    );
    await writeStoreFile(this.path, `${[header, ...lines].join('\n')}\n`);
  }

  /** Damaged lines come last in a file that has an order. */
  private ordered(items: readonly Item<Entry>[]): readonly Item<Entry>[] {
    const { placeOf } = this.kind;
    if (!placeOf) return items;
    const placed = entriesOf(items).map((entry) => ({ entry, place: placeOf(entry) }));
    placed.sort(
      (a, b) => compared(a.place, b.place) || compared(canonicalJson(a.entry), canonicalJson(b.entry)),
    );
    return [...placed, ...items.filter((item) => 'damaged' in item)];
  }
}

/** Others get their turn in between. */
async function inSteps<Each, Made>(
  all: readonly Each[],
  make: (each: Each, at: number) => Made,
): Promise<Made[]> {
  const made: Made[] = [];
  let since = performance.now();
  for (const [at, each] of all.entries()) {
    made.push(make(each, at));
    if (performance.now() - since < stepMs) continue;
    await setImmediate();
    since = performance.now();
  }
  return made;
}

function compared(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

/** Damaged lines stay where they are among the entries; new entries come last. */
function changedItems<Entry extends object>(
  items: readonly Item<Entry>[],
  change: (entries: readonly Entry[]) => readonly Entry[],
): Item<Entry>[] {
  const before = entriesOf(items);
  const after = change(before);
  const remaining = new Set(after);
  const known = new Set(before);
  const kept = items.filter((item) => 'damaged' in item || remaining.has(item.entry));
  return [...kept, ...after.filter((entry) => !known.has(entry)).map((entry) => ({ entry }))];
}

function entriesOf<Entry>(items: readonly Item<Entry>[]): Entry[] {
  return items.flatMap((item) => ('entry' in item ? [item.entry] : []));
}

function isBlank(line: string): boolean {
  return line.trim() === '';
}

function parseObject(line: string): JsonObject | undefined {
  try {
    const value = JSON.parse(line) as Json;
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isVersion(value: Json | undefined): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 1;
}
