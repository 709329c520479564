import { closeSync, openSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import { type Multiset, multiset } from './multiset';

export interface SpoolEntry {
  /** Nanoseconds since the epoch. */
  readonly time: string;
  readonly labels: Readonly<Record<string, string>>;
  /** Its first line. */
  readonly text: string;
}

/** Read on its own terms, not by what wrote it. */
const head = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)\.(\d{9})Z \{((?:[^"}]|"(?:[^"\\]|\\.)*")*)\} (.*)$/;
const label = /([a-zA-Z_][a-zA-Z0-9_.]*|"(?:[^"\\]|\\.)*")=("(?:[^"\\]|\\.)*")/g;
const blockBytes = 1 << 20;

/** Entries of one line each. */
function readEntry(line: string): SpoolEntry {
  const parts = head.exec(line);
  if (parts === null) throw new Error(`no head of an entry: ${line.slice(0, 300)}`);
  const [, seconds, nanos, braces = '', text = ''] = parts;
  const pairs = [...braces.matchAll(label)].map(([, name = '', value = '']) => [name, JSON.parse(value)]);
  return { time: `${Date.parse(`${seconds}Z`) / 1000}${nanos}`, labels: Object.fromEntries(pairs), text };
}

/** The whole lines of a file, a block at a time: it may be larger than memory. */
export function* linesOf(path: string): Generator<string> {
  const file = openSync(path, 'r');
  const block = Buffer.alloc(blockBytes);
  const decoder = new StringDecoder('utf8');
  let rest = '';
  try {
    for (let got = readSync(file, block); got > 0; got = readSync(file, block)) {
      const lines = (rest + decoder.write(block.subarray(0, got))).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
    if (rest !== '') throw new Error(`the last line has no end: ${rest.slice(0, 300)}`);
  } finally {
    closeSync(file);
  }
}

export function* entriesOf(path: string): Generator<SpoolEntry> {
  for (const line of linesOf(path)) yield readEntry(line);
}

export const keyOf = ({ time, text }: { readonly time: string; readonly text: string }) => `${time} ${text}`;

/** What the spool holds, whatever its order. */
export function spooled(path: string): Multiset {
  return multiset(
    (function* keys() {
      for (const entry of entriesOf(path)) yield keyOf(entry);
    })(),
  );
}

/** The first entry that is older than the one before it. */
export function firstOutOfOrder(path: string): string | null {
  let before = 0n;
  for (const entry of entriesOf(path)) {
    const time = BigInt(entry.time);
    if (time < before) return keyOf(entry);
    before = time;
  }
  return null;
}
