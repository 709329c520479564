import { mostRowChars, type PageRow, type ViewLine } from '../../../src/protocol/log-lines';
import type { Host } from '../host';
import type { Pages } from '../pages/pages';
import type { Viewport } from '../viewport';
import type { RowLooks } from './row-looks';

/** More of one line is not put into the page: laying it out would stop everything. */
const mostShownChars = 200_000;

/** What can be done with a row itself. */
export class RowActions {
  constructor(
    private readonly host: Host,
    private readonly pages: Pages,
    private readonly looks: RowLooks,
    private readonly viewport: Viewport,
  ) {}

  lineOf(row: number): ViewLine | null {
    return this.pages.get(row)?.line ?? null;
  }

  unfold(row: number): void {
    this.act('unfold', this.pages.get(row), null);
  }

  /** Where it leads is looked up, and asked about, by the host. */
  follow(row: number, link: string): void {
    this.act('openLink', this.pages.get(row), link);
  }

  mark(row: PageRow, action: 'markAnomalous' | 'markNormal'): void {
    this.act(action, row, null);
  }

  /** The next piece of a line that is longer than a page gives. */
  async showMore(index: number): Promise<void> {
    const row = this.pages.get(index);
    if (!row || row.cutBytes === 0) return;
    const before = this.looks.furtherOf(row.line).length;
    const shown = row.text.length + before;
    const length = Math.min(mostRowChars, mostShownChars - shown);
    if (length <= 0) return;
    const text = await this.host.call('lineText', { line: row.line, from: shown, length });
    // Pressed twice, the first answer has brought it.
    if (this.looks.furtherOf(row.line).length !== before) return;
    this.looks.addFurther(row.line, text);
    this.viewport.forget();
  }

  private act(
    action: 'unfold' | 'openLink' | 'markAnomalous' | 'markNormal',
    row: PageRow | undefined,
    text: string | null,
  ): void {
    if (row) this.host.notify('act', { action, line: row.line, text });
  }
}
