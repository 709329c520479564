import type { LogQuery } from '../../../engine/logql/log-query';
import type { LokiSource } from '../../../protocol/log-source';
import type { HttpAnswer } from '../../../protocol/sources';
import { backoffMs, patient } from '../http/backoff';
import { transportProblem } from '../http/problems';
import { transportFailure } from '../http/transport-failure';
import type { Asking } from '../source-reader';
import type { Bin, Counts } from './counts';
import { firstDeadlineMs, longDeadlineMs } from './loki-client';
import { maxNs, minNs, msNs, secondNs } from './times';
import { endOf, troubleOf } from './troubles';

interface Requested {
  readonly from: bigint;
  readonly until: bigint;
  readonly limit: number;
}

/** Small, since nobody knows yet how long its lines are. */
const firstLimit = 250;
const mostEntries = 5000;
/** Loki takes lines of 256 KiB. */
const fewestEntries = 8;
/** Well below the 4 MiB from which on a result never comes. */
const wantedBytes = 1.5 * 2 ** 20;
const mostGrowth = 4;
/** How full a page should become where its end is reckoned: what is more than it holds takes one more request. */
const wantedShare = 0.8;
const mostShrinks = 60;
const mostPasses = 8;
/** Two minutes of waiting between them. */
const mostCuts = 14;
const soonMs = 5000;
const mostBins = 100;

/** How much the next request asks for: by the bytes of what came, and less after each failure. */
export class PageSize {
  /** Entries a page. */
  limit = firstLimit;
  /** The server gives no more. */
  most: number;
  /** Nanoseconds a request may span. */
  window: bigint;
  deadlineMs = firstDeadlineMs;
  private widest: bigint;
  private shrinks = 0;
  private passes = 0;
  private lastError: Error | null = null;
  /** Nanoseconds that an entry of the last page stands for; null: nothing came, or the pages still grow. */
  private pace: number | null = null;

  constructor(
    private readonly source: LokiSource,
    private readonly asking: Asking,
    span: bigint,
    most: number | null,
  ) {
    this.window = maxNs(1n, span);
    this.widest = this.window;
    this.most = Math.min(mostEntries, most ?? mostEntries);
    this.limit = Math.min(this.limit, this.most);
  }

  /** Whether it can be reckoned where a page will end before it is there. */
  get isSteady(): boolean {
    return this.pace !== null;
  }

  /** Where a request from `from` should end, `to` at the latest. */
  endOf(from: bigint, to: bigint): bigint {
    const end = minNs(to, from + this.window);
    if (this.pace === null) return end;
    return minNs(end, from + maxNs(1n, BigInt(Math.ceil(this.pace * this.limit * wantedShare))));
  }

  /** A page came, with all entries before `reached`. */
  took(bytes: number, entries: number, reached: bigint, { limit, from, until }: Requested): void {
    this.shrinks = 0;
    this.passes = 0;
    this.lastError = null;
    const fitting = entries === 0 ? this.most : Math.floor((wantedBytes / bytes) * entries);
    this.limit = Math.max(
      Math.min(fewestEntries, this.most),
      Math.min(fitting, mostGrowth * limit, this.most),
    );
    this.pace = entries === 0 || this.limit === mostGrowth * limit ? null : Number(reached - from) / entries;
    const doubled = (until - from) * 2n;
    if (this.window < this.widest)
      this.window = doubled < this.widest ? maxNs(this.window, doubled) : this.widest;
  }

  /**
   * No answer, although the server was there `afterMs` before. Who ends a connection soon is being started again, or something on the
   * way is: that passes. What was too much is ended late. Throws InputError where nothing helps.
   */
  async failed(error: Error, afterMs: number): Promise<void> {
    const problem = transportProblem(error, this.source);
    const isSoon = transportFailure(error) === 'cut' && afterMs < soonMs;
    if (isSoon && this.passes++ >= mostCuts) throw problem;
    if (isSoon) await this.wait();
    // The first may have been bad luck.
    if (isSoon && this.passes === 1) return;
    this.lastError = problem;
    this.shrink();
  }

  private async wait(): Promise<void> {
    this.asking.tell({ phase: 'waiting' });
    await this.asking.wait(backoffMs(this.passes, patient, () => 0.5));
  }

  /** Throws InputError where nothing smaller helps; waits where it may pass. */
  async refused(answer: HttpAnswer, sent: Requested): Promise<void> {
    const trouble = troubleOf(answer, this.source);
    this.lastError = null;
    if (trouble.kind === 'fewer' && trouble.most < sent.limit) {
      this.most = trouble.most;
      this.limit = trouble.most;
    } else if (trouble.kind === 'shorter' && this.shrinks < mostShrinks) {
      this.shrinks++;
      // What is longer than the limit by nothing but the server's rounding gets shorter each time.
      this.widest = maxNs(msNs, trouble.mostNs - BigInt(this.shrinks) * secondNs);
      this.window = this.widest;
    } else if (trouble.kind === 'passing' && this.passes < mostPasses) {
      this.passes++;
      await this.wait();
    } else if (trouble.kind === 'smaller') {
      this.lastError = trouble.error;
      this.shrink();
    } else throw endOf(trouble, answer, this.source);
  }

  private shrink(): void {
    this.shrinks++;
    if (this.shrinks > mostShrinks) throw this.lastError;
    this.limit = Math.max(Math.min(fewestEntries, this.most), Math.floor(this.limit / 2));
    this.deadlineMs = longDeadlineMs;
  }

  /**
   * Less time for the next request, by where the server counts entries; answers the start of a millisecond that alone holds too
   * many, where that comes next.
   */
  async lessThan({ from, until }: Requested, query: LogQuery, counts: Counts): Promise<bigint | null> {
    if (this.lastError === null) return null;
    let start = from;
    let end = until;
    for (;;) {
      const bins = await counts.bins(query, start, end, mostBins);
      const { free, full } = bins ? upTo(bins, this.limit) : { free: null, full: null };
      if (full === null || free !== null) {
        // Few entries, or nobody knows: then it is the time that is too much to read.
        this.window = maxNs(msNs, free === null ? (until - from) / 2n : free - from);
        return null;
      }
      if (full.until - full.from <= msNs) {
        if (full.count > mostEntries) return maxNs(from, full.from);
        // Not their number but their size is too much: of half as many it will not be.
        this.window = maxNs(msNs, full.until - from);
        return null;
      }
      start = maxNs(start, full.from);
      end = full.until;
    }
  }
}

/** Up to where the bins together hold no more than `limit`, null where the first holds more; and the bin that is too much, if one is. */
function upTo(bins: readonly Bin[], limit: number): { free: bigint | null; full: Bin | null } {
  let sum = 0;
  let free: bigint | null = null;
  for (const bin of bins) {
    sum += bin.count;
    if (sum > limit) return { free: free ?? null, full: bin };
    free = bin.until;
  }
  return { free: null, full: null };
}
