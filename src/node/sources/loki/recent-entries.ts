import { createHash } from 'node:crypto';
import type { NsText } from '../../../protocol/log-source';
import type { LastEntries } from '../../../protocol/sources';
import type { SourceEntry } from '../source-reader';
import { maxNs, secondNs } from './times';

/** Entries may reach the server so much later than others of their time: what comes late is not lost between a fetch and its tail. */
const lateNs = 10n * secondNs;
const mostKept = 20_000;

/** What tells an entry from others: its time, its labels, and its text; metadata may be missing while it is live. */
export interface EntryKey {
  readonly time: NsText;
  readonly labels: string;
  readonly text: string;
}

export function keyOf({ time, labels, text }: SourceEntry): EntryKey {
  return { time, labels: hashed(JSON.stringify(labels)), text: hashed(text) };
}

/** The newest entries of a fetch, few enough to be remembered: whole pages, until somebody asks. */
export class RecentEntries {
  private readonly pages: (readonly SourceEntry[])[] = [];
  private count = 0;
  /** Of this time and before, entries may be forgotten. */
  private forgotten: NsText | null = null;

  constructor(private readonly from: NsText) {}

  /** Ascending, as they were handed over; not empty. */
  take(page: readonly SourceEntry[]): void {
    this.pages.push(page);
    this.count += page.length;
    while (this.count - this.pages[0].length >= mostKept) {
      const [first] = this.pages.splice(0, 1);
      this.count -= first.length;
      this.forgotten = first[first.length - 1].time;
    }
  }

  last(): LastEntries {
    const newest = this.pages.at(-1)?.at(-1)?.time;
    if (newest === undefined) return { time: this.from, keys: [] };
    const starts = [BigInt(this.from), BigInt(newest) - lateNs];
    if (this.forgotten !== null) starts.push(BigInt(this.forgotten) + 1n);
    const since = starts.reduce(maxNs);
    const kept = this.pages.flat().filter(({ time }) => BigInt(time) >= since);
    const keys = kept.map((entry) => {
      const { time, labels, text } = keyOf(entry);
      return `${time} ${labels} ${text}`;
    });
    return { time: `${since}`, keys };
  }
}

export function keysOf({ keys }: LastEntries): EntryKey[] {
  return keys.map((key) => {
    const [time, labels, text] = key.split(' ');
    return { time, labels, text };
  });
}

function hashed(text: string): string {
  return createHash('sha1').update(text).digest('base64').slice(0, 16);
}
