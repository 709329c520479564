import type { AnalysisProgress } from '../../protocol/analysis';
import type { Tell } from '../../protocol/overview';
import { grouped } from '../../protocol/sentence';

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

  clear(): void {
    if (this.shown) this.stream.write(eraseLine);
    this.shown = false;
  }
}
