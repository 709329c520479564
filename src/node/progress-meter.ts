import type { AnalysisProgress } from '../protocol/analysis';
import type { ReadableLog } from './files/readable-log';

/** Ten a second: more is not seen, and each costs a message and a redraw. */
const intervalMs = 100;
/** Reading is most of the work on every log measured; the rest is judging. */
const readingPercent = 80;

/** Turns bytes and shares into complete snapshots, not too many of them; percent never falls. */
export class ProgressMeter {
  private readonly totalBytes: number;
  private readonly bytesOf = new Map<ReadableLog, number>();
  private lastTold = Number.NEGATIVE_INFINITY;

  constructor(
    logs: readonly ReadableLog[],
    private readonly session: { readonly lineCount: number },
    private readonly tell: ((snapshot: AnalysisProgress) => void) | undefined,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.totalBytes = logs.reduce((sum, log) => sum + log.size, 0);
  }

  /** `bytes` of `log` have been read so far. */
  read(log: ReadableLog, bytes: number): void {
    this.bytesOf.set(log, bytes);
    const read = [...this.bytesOf.values()].reduce((sum, count) => sum + count, 0);
    this.tellSometimes('reading', (readingPercent * read) / Math.max(1, this.totalBytes));
  }

  scored(share: number): void {
    this.tellSometimes('scoring', readingPercent + (100 - readingPercent) * share);
  }

  finished(): void {
    this.tell?.({ phase: 'scoring', percent: 100, lines: this.session.lineCount });
  }

  private tellSometimes(phase: AnalysisProgress['phase'], percent: number): void {
    const now = this.now();
    if (!this.tell || now - this.lastTold < intervalMs) return;
    this.lastTold = now;
    this.tell({ phase, percent: Math.min(100, percent), lines: this.session.lineCount });
  }
}
