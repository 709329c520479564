import type { NsText } from '../../../protocol/log-source';
import type { SourceEntry } from '../source-reader';
import { type EntryKey, keyOf } from './recent-entries';

interface Remembered {
  readonly labels: string;
  readonly text: string;
  /** It may come over the live connection yet (again): when it does, it is no other. */
  isAwaited: boolean;
}

/**
 * What a tail has handed over of the last seconds. The same entry may come over the live connection and be fetched, in either order;
 * equal entries may also be real. So they are counted, not only known: of each time, as many are handed over as the server has.
 * Labels decide where they can; live entries of older servers lack some, then the text does.
 */
export class Delivered {
  private readonly times = new Map<NsText, Remembered[]>();
  private since: bigint;

  /** Nothing is remembered of before `since`. */
  constructor(since: bigint, known: readonly EntryKey[]) {
    this.since = since;
    for (const { time, labels, text } of known) this.at(time).push({ labels, text, isAwaited: true });
  }

  /** Those of a frame that were not fetched already. */
  live(entries: readonly SourceEntry[]): SourceEntry[] {
    return entries.filter((entry) => {
      if (BigInt(entry.time) < this.since) return true;
      const { time, labels, text } = keyOf(entry);
      const remembered = this.at(time);
      const awaited = remembered.filter((one) => one.isAwaited && one.text === text);
      const same = awaited.find((one) => one.labels === labels) ?? awaited[0];
      if (same) same.isAwaited = false;
      else remembered.push({ labels, text, isAwaited: false });
      return !same;
    });
  }

  /** A new connection begins with history: what came over the last one may come again. */
  expectAgain(): void {
    for (const remembered of this.times.values()) for (const one of remembered) one.isAwaited = true;
  }

  /** Those of a fetch that did not come already. All entries of one time stand together in it. */
  fetched(entries: readonly SourceEntry[]): SourceEntry[] {
    const fresh: SourceEntry[] = [];
    for (let from = 0; from < entries.length; ) {
      let to = from + 1;
      while (to < entries.length && entries[to].time === entries[from].time) to++;
      fresh.push(...this.fetchedAt(entries[from].time, entries.slice(from, to)));
      from = to;
    }
    return fresh;
  }

  private fetchedAt(time: NsText, entries: readonly SourceEntry[]): SourceEntry[] {
    const remembered = this.at(time);
    const unmatched = [...remembered];
    const keyed = entries.map((entry) => ({ entry, ...keyOf(entry) }));
    const unlike = keyed.filter(
      (one) => !removed(unmatched, ({ labels, text }) => labels === one.labels && text === one.text),
    );
    const fresh = unlike.filter((one) => !removed(unmatched, ({ text }) => text === one.text));
    for (const { labels, text } of fresh) remembered.push({ labels, text, isAwaited: true });
    return fresh.map(({ entry }) => entry);
  }

  /** Handed over of `[from, until)`. */
  count(from: bigint, until: bigint): number {
    let count = 0;
    for (const [time, remembered] of this.times) {
      const ns = BigInt(time);
      if (ns >= from && ns < until) count += remembered.length;
    }
    return count;
  }

  forgetBefore(since: bigint): void {
    if (since <= this.since) return;
    this.since = since;
    for (const time of this.times.keys()) if (BigInt(time) < since) this.times.delete(time);
  }

  private at(time: NsText): Remembered[] {
    const known = this.times.get(time);
    if (known) return known;
    const empty: Remembered[] = [];
    this.times.set(time, empty);
    return empty;
  }
}

function removed<T>(list: T[], is: (one: T) => boolean): boolean {
  const at = list.findIndex(is);
  if (at >= 0) list.splice(at, 1);
  return at >= 0;
}
