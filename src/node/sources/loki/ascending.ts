import type { LogQuery } from '../../../engine/logql/log-query';
import type { HttpAnswer } from '../../../protocol/sources';
import { notItsApi } from '../http/problems';
import { transportFailure } from '../http/transport-failure';
import type { Asking, SourceEntry } from '../source-reader';
import type { Counts } from './counts';
import { DenseCell } from './dense-cell';
import type { LokiClient } from './loki-client';
import { type PageEntries, sayWarnings } from './page-entries';
import { type PageScan, scanPage } from './page-scan';
import type { PageSize } from './page-size';
import { compareTimes, maxNs, minNs, msNs } from './times';
import { type Sent, UnderWay } from './under-way';

interface ScannedPage {
  readonly scan: PageScan;
  readonly answer: HttpAnswer;
}

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
        const page = scan && dense === null ? { scan, answer } : null;
        const reached = cellEnd ?? (page ? wholeUntil(page.scan, sent) : at);
        // Else what ignores the times it is asked for would give the same page for ever.
        if ((page || cellEnd !== null) && reached <= at) throw notItsApi(this.talk.client.source);
        at = reached;
        if (page) this.size.took(page.answer.body.length, page.scan.count, at, sent);
        this.tell(at);
        this.underWay.goOn(at);
        if (page) yield this.upTo(at, page, sent);
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

  private upTo(reached: bigint, { scan, answer }: ScannedPage, sent: Sent): readonly SourceEntry[] {
    const { entries, warnings } = this.talk.entries.of(answer, 'forward');
    sayWarnings(warnings, this.talk.asking);
    // By the scan it was decided whether the page is full: one that saw less would lose what follows.
    if (entries.length !== scan.count) throw notItsApi(this.talk.client.source);
    const isWhole = scan.count === 0 || (BigInt(scan.oldest) >= sent.from && BigInt(scan.newest) < reached);
    if (isWhole) return entries;
    const [from, before] = [`${sent.from}`, `${reached}`];
    return entries.filter(({ time }) => compareTimes(time, before) < 0 && compareTimes(time, from) >= 0);
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

/** All before this time is in the page: where it is full, entries of its last time may be cut. */
function wholeUntil({ count, newest }: PageScan, { limit, until }: Sent): bigint {
  return count < limit ? until : minNs(BigInt(newest), until);
}
