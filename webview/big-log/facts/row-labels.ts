import type { PageRow, ViewLine } from '../../../src/protocol/log-lines';
import type { Host } from '../host';
import type { LogModel } from '../model';
import type { Pages } from '../pages/pages';
import type { LabelVerdict } from '../terms';

const mostKept = 20_000;

interface Answered {
  readonly verdict: LabelVerdict | null;
  /** Of which analysis. */
  readonly of: number;
}

/** What people said of the rows near the view. Asked for what is on screen, and again whenever labels may be others. */
export class RowLabels {
  /** What held before stays until what holds now is known: signs do not flicker. */
  private readonly answered = new Map<ViewLine, Answered>();
  private analysis = 0;
  private isAsking = false;

  constructor(
    private readonly host: Host,
    private readonly model: LogModel,
    private readonly pages: Pages,
    private readonly arrived: () => void,
  ) {
    model.listen((change) => {
      // While it runs the labels of what was found before hold, and each step of it is told.
      if (change === 'analysis' && model.analysis.status !== 'running') this.analysis++;
    });
  }

  /** Of the record that begins in the row; null where no label holds, and until that is known. */
  verdictOf(row: PageRow): LabelVerdict | null {
    if (!this.model.hasLabelledLines || !row.exact) return null;
    return this.answered.get(row.line)?.verdict ?? null;
  }

  /** Asks what is not known yet of the rows from `first` to `last`; one question at a time. */
  async want(first: number, last: number): Promise<void> {
    if (this.isAsking || !this.model.hasLabelledLines) return;
    const lines = this.unknown(first, last);
    if (lines.length === 0) return;
    this.isAsking = true;
    try {
      // Most rows have none, before and after: they are not drawn anew.
      if (await this.ask(lines)) this.model.version++;
    } catch {
      // The rows stay as they are; the next scroll asks again.
      return;
    } finally {
      this.isAsking = false;
    }
    this.arrived();
  }

  private unknown(first: number, last: number): ViewLine[] {
    const lines = [];
    for (let index = first; index <= last; index++) {
      const row = this.pages.get(index);
      if (row?.exact && this.answered.get(row.line)?.of !== this.analysis) lines.push(row.line);
    }
    return lines;
  }

  /** Whether any sign is another now. */
  private async ask(lines: readonly ViewLine[]): Promise<boolean> {
    const { answered, analysis } = this;
    const verdicts = await this.host.call('verdictsOfLines', lines);
    const former = lines.map((line) => answered.get(line)?.verdict ?? null);
    if (answered.size > mostKept) answered.clear();
    for (const [index, line] of lines.entries())
      answered.set(line, { verdict: verdicts[index] ?? null, of: analysis });
    return former.some((verdict, index) => verdict !== (verdicts[index] ?? null));
  }
}
