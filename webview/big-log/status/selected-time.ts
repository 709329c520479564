import { durationText, gapBetween } from '../../../src/protocol/gap-text';
import type { ViewLine } from '../../../src/protocol/log-lines';
import type { Host } from '../host';
import type { LogModel } from '../model';
import type { Pages } from '../pages/pages';
import { type Selection, selectedRows } from '../selection/selection';

/** While a selection is still being drawn nothing is asked. */
const settleMs = 150;

/** How long what is selected took: from the time of its first line to that of its last. */
export class SelectedTime {
  /** '' where one of both has no time, or is not known yet. */
  text = '';
  private wanted = '';
  /** Of a row where selecting began: its page may be gone when the selection ends far away. */
  private began: { readonly row: number; readonly line: ViewLine } | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly host: Pick<Host, 'call'>,
    private readonly model: Pick<LogModel, 'analysis' | 'version'>,
    private readonly pages: Pick<Pages, 'get'>,
    private readonly arrived: () => void,
  ) {}

  of(selection: Selection): string {
    const lines = this.linesOf(selection);
    const key =
      lines === undefined ? '' : `${lines.join(' ')} ${this.model.analysis.status} ${this.model.version}`;
    if (key !== this.wanted) this.ask(key, lines);
    return this.text;
  }

  private linesOf(selection: Selection): readonly [ViewLine, ViewLine] | undefined {
    const start = this.pages.get(selection.start.row);
    if (start) this.began = { row: selection.start.row, line: start.line };
    const [first, last] = selectedRows(selection);
    const [from, until] = [this.lineOf(first), this.lineOf(last)];
    return first < last && from !== undefined && until !== undefined ? [from, until] : undefined;
  }

  private lineOf(row: number): ViewLine | undefined {
    return this.pages.get(row)?.line ?? (this.began?.row === row ? this.began.line : undefined);
  }

  private ask(key: string, lines: readonly [ViewLine, ViewLine] | undefined): void {
    this.wanted = key;
    this.text = '';
    clearTimeout(this.timer);
    if (lines === undefined) return;
    this.timer = setTimeout(async () => {
      const [from, until] = await this.host.call('factsOfLines', lines).catch(() => []);
      const milliseconds = gapBetween(from?.time ?? null, until?.time ?? null);
      if (this.wanted !== key || milliseconds === null) return;
      this.text = durationText(milliseconds);
      this.arrived();
    }, settleMs);
  }
}
