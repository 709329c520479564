import type { LogQuery } from '../../../engine/logql/log-query';
import type { HttpAnswer } from '../../../protocol/sources';
import { transportFailure } from '../http/transport-failure';
import type { Asking, SourceEntry } from '../source-reader';
import type { Counts } from './counts';
import { DenseCell } from './dense-cell';
import type { LokiClient } from './loki-client';
import type { PageEntries } from './page-entries';
import { type PageScan, scanPage } from './page-scan';
import type { PageSize } from './page-size';
import { compareTimes, maxNs, minNs, msNs } from './times';
import { type Sent, UnderWay } from './under-way';

export interface Conversation {
  readonly client: LokiClient;
  readonly counts: Counts;
  readonly entries: PageEntries;
  readonly asking: Asking;
}

/**
 * All entries of a span, ascending, page by page. A page that is full may have cut its last time stamp anywhere, and the order of
 * streams is the server's: so the entries of that time are taken from the next page, which begins with it. The next requests go out
 * before a page is parsed.
 */
export class Ascending {
  private readonly cancel = new AbortController();
  private readonly underWay: UnderWay;

  constructor(
    private readonly talk: Conversation,
    private readonly query: LogQuery,
    private readonly from: bigint,
    private readonly until: bigint,
    private readonly size: PageSize,
  ) {
    const signal = AbortSignal.any([talk.asking.signal, this.cancel.signal]);
    this.underWay = new UnderWay(talk, query, until, size, signal);
  }

  async *pages(): AsyncGenerator<readonly SourceEntry[]> {
    let at = this.from;
    try {
      while (at < this.until) {
        const sent = this.underWay.next(at);
        const answer = await this.answerOf(sent);
        const scan = answer && scanPage(answer.body);
        const dense = scan
          ? denseIn(scan, sent)
          : await this.size.lessThan(sent, this.query, this.talk.counts);
        const cellEnd = dense !== null ? minNs(dense + msNs, sent.until) : null;
        if (dense !== null && cellEnd !== null) yield* this.cell(dense, cellEnd);
        const before = scan && dense === null ? lastTime(scan, sent) : null;
        at = cellEnd ?? (!scan ? at : before === null ? sent.until : BigInt(before));
        if (scan && dense === null) this.size.took(answer.body.length, scan.count, at, sent);
        this.tell(at);
        this.underWay.goOn(at);
        if (scan && dense === null) yield this.upTo(before, answer);
      }
    } finally {
      this.cancel.abort();
    }
  }

  /** Null: the next request must be another one. Throws where nothing helps. */
  private async answerOf(sent: Sent): Promise<HttpAnswer | null> {
    const outcome = await sent.outcome;
    this.talk.asking.signal.throwIfAborted();
    if ('error' in outcome) {
      if (transportFailure(outcome.error) === null) throw outcome.error;
      await this.size.failed(outcome.error as Error, outcome.afterMs);
      return null;
    }
    if (outcome.answer.status === 200) return outcome.answer;
    await this.size.refused(outcome.answer, sent);
    return null;
  }

  private upTo(before: string | null, answer: HttpAnswer): readonly SourceEntry[] {
    const { entries } = this.talk.entries.of(answer, 'forward');
    return before === null ? entries : entries.filter(({ time }) => compareTimes(time, before) < 0);
  }

  private async *cell(from: bigint, until: bigint): AsyncGenerator<readonly SourceEntry[]> {
    const { client, counts, entries, asking } = this.talk;
    const cell = new DenseCell(client, counts, entries, asking, this.size.most);
    for await (const page of cell.of(this.query, from)) {
      yield page.filter(({ time }) => BigInt(time) >= this.from && BigInt(time) < until);
    }
  }

  private tell(at: bigint): void {
    const share = Number(((at - this.from) * 1000n) / maxNs(1n, this.until - this.from)) / 1000;
    this.talk.asking.tell({ phase: 'fetching', share: Math.min(1, share) });
  }
}

/** The time of all its entries, where a full page has but one. */
function denseIn({ count, oldest, newest }: PageScan, { limit }: Sent): bigint | null {
  return count >= limit && oldest === newest ? BigInt(newest) : null;
}

/** Entries of this time may be cut; null: the page is not full. */
function lastTime({ count, newest }: PageScan, { limit }: Sent): string | null {
  return count < limit ? null : newest;
}
