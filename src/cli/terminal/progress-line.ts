import type { AnalysisProgress } from '../../protocol/analysis';
import type { Tell } from '../../protocol/overview';
import { grouped } from '../../protocol/sentence';
import type { FetchProgress } from '../../protocol/sources';

const eraseLine = '\r\x1b[K';

/** One line that is written over on a terminal; nothing at all elsewhere. */
export class ProgressLine {
  private shown = false;

  constructor(
    private readonly stream: NodeJS.WriteStream,
    private readonly tell: Tell,
  ) {}

  show({ percent, lines }: AnalysisProgress): void {
    if (!this.stream.isTTY) return;
    const values = [Math.floor(percent), grouped(lines)];
    this.stream.write(eraseLine + this.tell({ pattern: 'Analysing: {0} %, {1} lines', values }));
    this.shown = true;
  }

  showFetch({ entries, bytes, share }: FetchProgress): void {
    if (!this.stream.isTTY) return;
    const values = [grouped(entries), (bytes / 2 ** 20).toFixed(1), Math.floor((share ?? 0) * 100)];
    const told =
      share === null
        ? this.tell({ pattern: 'Fetching: {0} entries, {1} MB', values })
        : this.tell({ pattern: 'Fetching: {2} %, {0} entries, {1} MB', values });
    this.stream.write(eraseLine + told);
    this.shown = true;
  }

  showWriting(written: number, of: number): void {
    if (!this.stream.isTTY) return;
    const values = [grouped(written), grouped(of)];
    this.stream.write(eraseLine + this.tell({ pattern: 'Writing: {0} of {1} sequences', values }));
    this.shown = true;
  }

  showAnswers(answered: number, asked: number): void {
    if (!this.stream.isTTY) return;
    const values = [answered, asked];
    this.stream.write(eraseLine + this.tell({ pattern: 'Asking: {0} of {1} answered', values }));
    this.shown = true;
  }

  showChecked(share: number): void {
    if (!this.stream.isTTY) return;
    const values = [Math.floor(share * 100)];
    this.stream.write(eraseLine + this.tell({ pattern: 'Checking: {0} %', values }));
    this.shown = true;
  }

  clear(): void {
    if (this.shown) this.stream.write(eraseLine);
    this.shown = false;
  }
}
