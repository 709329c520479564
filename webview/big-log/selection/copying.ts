import type { SelectedLines } from '../../../src/protocol/big-log';
import type { PageRow, Row } from '../../../src/protocol/log-lines';
import { tell } from '../../shared/tell';
import type { Host } from '../host';
import type { Pages } from '../pages/pages';
import type { Caret } from './caret';
import { isEmpty, ordered, selectedRows, selectedSpan } from './selection';

/** What is in the page is put together here; more is the host's, by whole lines. */
const mostRowsHere = 1000;

/** Copies what is selected; without a selection the caret's line. */
export class Copying {
  constructor(
    private readonly host: Host,
    private readonly caret: Caret,
    private readonly pages: Pages,
    /** Says what happened. */
    private readonly say: (sentence: string) => void,
  ) {}

  async copy(): Promise<void> {
    const text = isEmpty(this.caret.selection) ? null : this.exactText();
    if (text === null) return this.copyLines('text');
    await navigator.clipboard.writeText(text);
    this.say(tell('Copied {0} characters', text.length));
  }

  /**
   * What of a selection stands in rows that are all there and whole; null where the host must be asked: of rows in columns whole lines are
   * copied as they are in the log.
   */
  private exactText(): string | null {
    const { selection } = this.caret;
    const [first, last] = ordered(selection);
    if (last.row - first.row >= mostRowsHere) return null;
    const parts = [];
    for (let row = first.row; row <= last.row; row++) {
      const shown = this.pages.get(row);
      const isInColumns = shown?.cells !== undefined && first.row !== last.row;
      if (!shown || !isWhole(shown) || isInColumns) return null;
      const [from, until] = selectedSpan(selection, row, shown.text.length) ?? [0, 0];
      parts.push(shown.text.slice(from, until));
    }
    return parts.join('\n');
  }

  async copyLines(as: 'text' | 'markdown'): Promise<void> {
    const selected = await this.selectedLines();
    if (!selected) return;
    const { lines, problem } = await this.host.call('copy', { ...selected, as });
    this.say(problem ?? (lines === 1 ? tell('Copied 1 line') : tell('Copied {0} lines', lines)));
  }

  /** Without a selection the caret's line; null where its row is not there. */
  async selectedLines(): Promise<SelectedLines | null> {
    const [first, last] = selectedRows(this.caret.selection);
    const [from, until] = [await this.rowAt(first), await this.rowAt(last)];
    return from && until ? { from: from.line, until: until.fold?.lastLine ?? until.line } : null;
  }

  private async rowAt(row: number): Promise<PageRow | undefined> {
    const start = { kind: 'row', row: row as Row } as const;
    return this.pages.get(row) ?? (await this.host.call('page', { start, before: 0, rows: 1 })).rows[0];
  }
}

function isWhole(row: PageRow): boolean {
  return row.cutBytes === 0 && row.fold === null;
}
