import type { NsText } from '../../../protocol/log-source';
import type { LastEntries } from '../../../protocol/sources';
import { ascending, isWithin, type NewHits } from './ascending';
import { compareNs, nsOfMs } from './clock-text';
import { overlapNs } from './fetch';
import type { Hit } from './hit';
import type { PageReader } from './page-reader';
import type { PageWish } from './search-page';
import { SeenEntries } from './seen-entries';

/** Every poll looks back so far; all of the overlap is looked through for keys now and then. */
const shortOverlapNs = 2_000_000_000n;
const sweepMs = 10_000;
/** The last whole second that fits into nanoseconds of 64 bits (year 2262), which is as far as times of these servers go. */
const endOfTime: NsText = '9223372036000000000';

/** What is new since the last poll: newer entries, and those that came late for their own time. */
export class TailWindow {
  private readonly seen: SeenEntries;
  private lastSweep: number;
  private knowsStart: boolean;

  constructor(
    private readonly reader: PageReader,
    after: LastEntries | null,
  ) {
    this.seen = after ? SeenEntries.after(after) : new SeenEntries();
    this.knowsStart = after !== null;
    this.lastSweep = after ? Number.NEGATIVE_INFINITY : this.now;
  }

  async *poll(): AsyncGenerator<NewHits> {
    if (!this.knowsStart) await this.takeStart();
    yield* this.newSince(this.since(shortOverlapNs));
    if (this.now - this.lastSweep >= sweepMs) {
      const late = await this.firstUnknown(this.since(overlapNs));
      if (late !== null) yield* this.newSince(late);
      this.lastSweep = this.now;
    }
    this.seen.forgetBefore(this.since(overlapNs));
  }

  private get now(): number {
    return this.reader.client.asking.now();
  }

  /** So far before the newest entry, or before now: a clock ahead of ours must not hide what others write. All where nothing came yet. */
  private since(overlap: bigint): NsText {
    const now = nsOfMs(this.now);
    const { newest, wholeSince } = this.seen;
    if (newest === null) return wholeSince;
    const base = compareNs(newest, now) < 0 ? newest : now;
    const from = BigInt(base) > overlap ? String(BigInt(base) - overlap) : '0';
    return compareNs(from, wholeSince) > 0 ? from : wholeSince;
  }

  /** What is there when a tail begins now is no news. Its newest tells the time of those who write; theirs need not be ours. */
  private async takeStart(): Promise<void> {
    const { reader, seen } = this;
    const all = { from: '0', until: endOfTime };
    const newest = await reader.first({
      span: all,
      order: 'desc',
      after: null,
      withText: false,
      counted: false,
    });
    for (const hit of newest.hits.slice(0, 1)) seen.add(hit);
    const span = { from: this.since(overlapNs), until: endOfTime };
    for await (const _ of ascending({ reader, span, seen, withText: false }));
    await reader.reopen();
    this.knowsStart = true;
  }

  /** Mostly one page, for which no point in time is opened. */
  private async *newSince(from: NsText): AsyncGenerator<NewHits> {
    const { reader, seen } = this;
    const span = { from, until: endOfTime };
    const page = await reader.first(this.wish(from, true));
    if (!page.isFull) {
      yield { hits: page.hits.filter((hit) => isWithin(hit, span) && seen.add(hit)), page };
      return;
    }
    yield* ascending({ reader, span, seen, withText: true });
    await reader.reopen();
  }

  private async firstUnknown(from: NsText): Promise<NsText | null> {
    const page = await this.reader.first(this.wish(from, false));
    const isUnknown = (hit: Hit) => compareNs(hit.time, from) >= 0 && !this.seen.has(hit);
    const unknown = page.hits.find(isUnknown);
    return unknown?.time ?? (page.isFull ? (page.hits.at(-1)?.time ?? null) : null);
  }

  private wish(from: NsText, withText: boolean): PageWish {
    return { span: { from, until: endOfTime }, order: 'asc', after: null, withText, counted: false };
  }
}
