import type { LogQuery } from '../../../engine/logql/log-query';
import type { LastEntries } from '../../../protocol/sources';
import type { SourceEntry } from '../source-reader';
import { Ascending, type Conversation } from './ascending';
import { Delivered } from './delivered';
import { LiveMetadata } from './live-metadata';
import { PageSize } from './page-size';
import { keysOf } from './recent-entries';
import type { TailFrame } from './tail-frame';
import { maxNs, minNs, msNs, secondNs } from './times';

/** What the server was sent may be so late, from others of the same time. */
const lateNs = 10n * secondNs;
/** Entries remembered beyond what is known to be whole: a server says late what it left out. */
const rememberedNs = 20n * secondNs;

/** What a tail has handed over, and how far nothing of it is missing. */
export class TailRecord {
  /** Time before which all has been handed over. */
  private wholeUntil: bigint;
  private readonly delivered: Delivered;
  private readonly metadata: LiveMetadata;
  private newest: bigint;

  /** `after`: what was handed over before; null: nothing of before now is wanted. */
  constructor(
    private readonly talk: Conversation,
    private readonly query: LogQuery,
    after: LastEntries | null,
  ) {
    this.wholeUntil = after ? BigInt(after.time) : talk.client.serverNow();
    this.newest = this.wholeUntil;
    this.delivered = new Delivered(this.wholeUntil, after ? keysOf(after) : []);
    this.metadata = new LiveMetadata(talk, query.text);
  }

  /** From where a server's own history would go on. */
  get since(): bigint {
    return this.wholeUntil;
  }

  async live({ entries, isCategorized }: TailFrame): Promise<readonly SourceEntry[]> {
    const fresh = this.delivered.live(entries);
    for (const { time } of fresh) this.newest = maxNs(this.newest, BigInt(time));
    return isCategorized ? fresh : this.metadata.of(fresh);
  }

  /** Another connection is opened. */
  opening(): void {
    this.delivered.expectAgain();
  }

  /** Fetches whatever was not handed over. */
  async *fill(): AsyncGenerator<readonly SourceEntry[]> {
    const now = this.talk.client.serverNow();
    const until = maxNs(now, this.newest) + secondNs;
    for await (const fresh of this.missingIn(this.wholeUntil, until)) yield fresh;
    this.settle(now - lateNs);
  }

  /** Fills what the server says it left out of the live connection; that which is too old to be told from the rest is said. */
  async *fillDropped(times: readonly bigint[]): AsyncGenerator<readonly SourceEntry[]> {
    const oldest = times.reduce(minNs);
    const from = maxNs(oldest, this.wholeUntil - rememberedNs);
    for await (const fresh of this.missingIn(minNs(from, this.wholeUntil), this.wholeUntil)) yield fresh;
    yield* this.fill();
    const isTooOld = oldest < from;
    this.talk.asking.note(
      isTooOld
        ? {
            pattern:
              'The server left {0} entries out of the live connection, some of them too old to be fetched without doubling others. Open the query again to see them.',
            values: [times.length],
          }
        : {
            pattern: 'The server left {0} entries out of the live connection; they were fetched.',
            values: [times.length],
          },
      ...(isTooOld ? (['missing'] as const) : []),
    );
  }

  /** Drops inside the server are not told: compares what it counts with what was handed over, and fetches where that is less. */
  async *audit(): AsyncGenerator<readonly SourceEntry[]> {
    const late = this.talk.client.serverNow() - lateNs;
    const ms = (late - this.wholeUntil) / msNs;
    if (ms <= 0n) return;
    const until = this.wholeUntil + ms * msNs;
    const count = await this.talk.counts.before(this.query, until, ms);
    if (count !== null && count <= this.delivered.count(this.wholeUntil, until)) return this.settle(until);
    let found = 0;
    for await (const fresh of this.missingIn(this.wholeUntil, until)) {
      found += fresh.length;
      yield fresh;
    }
    this.settle(until);
    if (found > 0) {
      this.talk.asking.note({
        pattern: '{0} entries had not come over the live connection; they were fetched.',
        values: [found],
      });
    }
  }

  private async *missingIn(from: bigint, until: bigint): AsyncGenerator<readonly SourceEntry[]> {
    if (from >= until) return;
    const size = new PageSize(this.talk.client.source, this.talk.asking, until - from, null);
    for await (const page of new Ascending(this.talk, this.query, from, until, size).pages()) {
      const fresh = this.delivered.fetched(page);
      const last = fresh.at(-1);
      if (last) this.newest = maxNs(this.newest, BigInt(last.time));
      yield fresh;
    }
  }

  private settle(until: bigint): void {
    this.wholeUntil = maxNs(this.wholeUntil, until);
    this.delivered.forgetBefore(this.wholeUntil - rememberedNs);
  }
}
