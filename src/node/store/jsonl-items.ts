import { eachOf, filtered, mapped, type Steps, sorted } from '../in-turns';
import { canonicalJson, isJsonObject, type Json, type JsonObject } from './canonical-json';
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

/** An entry, and the line that says it. */
export interface EntryItem<Entry> {
  readonly entry: Entry;
  readonly text: string;
}
export type Item<Entry> = EntryItem<Entry> | { readonly damaged: string };

export interface ReadItems<Entry> {
  readonly items: readonly Item<Entry>[];
  /** By item: where it stands, from 1. */
  readonly lines: readonly number[];
}

/** What stands in the lines of a file. Throws InputError for one of a newer version, and for one that is none of ours. */
export function* readItems<Entry extends object>(
  lines: readonly string[],
  kind: JsonlKind<Entry>,
  path: string,
): Steps<ReadItems<Entry>> {
  const [headers, filled] = yield* headersOf(lines, kind.kind);
  if (!filled) return { items: [], lines: [] };
  const version = latestOf([...headers.values()], kind, path);
  const [items, numbers]: [Item<Entry>[], number[]] = [[], []];
  yield* eachOf(lines, (line, at) => {
    if (headers.has(at) || isBlank(line)) return;
    items.push(itemOf(line.replace(/\r$/, ''), version, kind));
    numbers.push(at + 1);
  });
  return { items, lines: numbers };
}

/** Not always the first line, and not always one: a merge puts its marks above it, and joins headers of two versions. */
function* headersOf(
  lines: readonly string[],
  kind: string,
): Steps<[ReadonlyMap<number, Json | undefined>, boolean]> {
  const headers = new Map<number, Json | undefined>();
  let isFilled = false;
  yield* eachOf(lines, (line, at) => {
    isFilled ||= !isBlank(line);
    const header = line.includes('"oddline"') ? parseObject(line) : undefined;
    if (header?.oddline === kind) headers.set(at, header.version);
  });
  return [headers, isFilled];
}

function latestOf<Entry extends object>(
  versions: readonly (Json | undefined)[],
  { kind, version }: JsonlKind<Entry>,
  path: string,
): number {
  if (versions.length === 0 || !versions.every(isVersion)) throw foreignFile(path, kind);
  const latest = Math.max(...versions);
  if (latest > version) throw newerVersion(path, latest, version);
  return latest;
}

/** A line of today's version stays as it is, whatever order its members have: who changes one line changes no other. */
function itemOf<Entry extends object>(text: string, version: number, kind: JsonlKind<Entry>): Item<Entry> {
  const entry = migrated(parseObject(text), version, kind);
  if (!entry || !kind.isEntry(entry)) return { damaged: text };
  return version === kind.version ? { entry, text } : entryItem(entry);
}

/** Undefined where a migration finds the entry other than its version promises. */
function migrated<Entry extends object>(
  entry: JsonObject | undefined,
  version: number,
  kind: JsonlKind<Entry>,
): JsonObject | undefined {
  let current = entry;
  try {
    for (let from = version; current && from < kind.version; from++) current = kind.migrations[from](current);
    return current;
  } catch {
    return undefined;
  }
}

function entryItem<Entry extends object>(entry: Entry): EntryItem<Entry> {
  return { entry, text: canonicalJson({ ...entry }) };
}

/** Damaged lines stay where they are among the entries; new entries come last. */
export function* changedItems<Entry extends object>(
  items: readonly Item<Entry>[],
  after: readonly Entry[],
): Steps<Item<Entry>[]> {
  const [remaining, known] = [new Set<Entry>(), new Set<Entry>()];
  yield* eachOf(after, (entry) => remaining.add(entry));
  yield* eachOf(items, (item) => 'entry' in item && known.add(item.entry));
  const kept = yield* filtered(items, (item) => 'damaged' in item || remaining.has(item.entry));
  const added = yield* filtered(after, (entry) => !known.has(entry));
  return kept.concat(yield* mapped(added, entryItem));
}

/** Damaged lines come last in a file that has an order. */
export function* orderedItems<Entry extends object>(
  items: readonly Item<Entry>[],
  { placeOf }: JsonlKind<Entry>,
): Steps<readonly Item<Entry>[]> {
  if (!placeOf) return items;
  const entries = (yield* filtered(items, (item) => 'entry' in item)) as EntryItem<Entry>[];
  const placed = yield* mapped(entries, (item) => ({ item, place: placeOf(item.entry) }));
  const inOrder = yield* sorted(
    placed,
    (a, b) => compared(a.place, b.place) || compared(a.item.text, b.item.text),
  );
  const damaged = yield* filtered(items, (item) => 'damaged' in item);
  return [...(yield* mapped(inOrder, ({ item }) => item)), ...damaged];
}

/** A file's text in pieces, each of many lines. */
export function* piecesOf<Entry extends object>(
  items: readonly Item<Entry>[],
  { kind, version }: JsonlKind<Entry>,
): Generator<string, void> {
  yield `${canonicalJson({ oddline: kind, version })}\n`;
  for (let at = 0; at < items.length; at += pieceLines)
    yield items
      .slice(at, at + pieceLines)
      .map((item) => `${textOf(item)}\n`)
      .join('');
}

const pieceLines = 1_000;

function textOf<Entry>(item: Item<Entry>): string {
  return 'damaged' in item ? item.damaged : item.text;
}

function compared(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
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
