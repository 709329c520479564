import * as vscode from 'vscode';
import type { TextViewsClient } from '../../node/text-views/text-views-client';
import type { ViewLine } from '../../protocol/log-lines';
import type { FieldChoice } from '../../protocol/text-views';
import { activeUri } from '../shared/active-uri';
import { isBigLogTab } from '../shared/big-log-tabs';
import type { LineThreads } from '../shared/line-threads';
import type { Readings } from '../shared/readings';
import type { ChosenFields } from './chosen-fields';

export interface ColumnsParts {
  readonly views: Pick<TextViewsClient, 'fieldsOf' | 'columnsOf' | 'asColumns'>;
  readonly threads: Pick<LineThreads, 'open'>;
  readonly readings: Readings;
}

/** Shown first rows of a log: what fields there are, and how wide their values. */
const sampledRows = 2000;

/** Columns in the big-log editor, in the place of the rows' text. */
export class ColumnsInPlace {
  constructor(
    private readonly parts: ColumnsParts,
    private readonly chosen: ChosenFields,
    private readonly tellNoFields: (log: vscode.Uri) => void,
  ) {}

  /** The log that is meant, where the big-log editor shows it in front. */
  logOf(argument: unknown): vscode.Uri | undefined {
    const active = isBigLogTab(vscode.window.tabGroups.activeTabGroup.activeTab) ? activeUri() : undefined;
    const isMeant = !(argument instanceof vscode.Uri) || argument.toString() === active?.toString();
    return isMeant ? active : undefined;
  }

  async toggle(log: vscode.Uri): Promise<void> {
    const { columns = [] } = this.parts.readings.of(log);
    if (columns.length > 0) this.parts.readings.change(log, { columns: [] });
    else await this.show(log, async (fields) => this.chosen.of(fields));
  }

  async choose(log: vscode.Uri): Promise<void> {
    await this.show(log, (fields) => this.chosen.choose(fields));
  }

  private async show(
    log: vscode.Uri,
    namesOf: (fields: readonly FieldChoice[]) => Promise<readonly string[] | undefined>,
  ): Promise<void> {
    const text = await this.sampleOf(log);
    const fields = await this.parts.views.fieldsOf(text);
    if (fields.length === 0) return this.tellNoFields(log);
    const names = await namesOf(fields);
    if (!names) return;
    this.parts.readings.change(log, { columns: await this.parts.views.columnsOf(text, names) });
  }

  private async sampleOf(log: vscode.Uri): Promise<string> {
    const lines = await this.parts.threads.open(log);
    try {
      const start = { kind: 'line', line: 0 as ViewLine } as const;
      const { rows } = await lines.client.page({ start, before: 0, rows: sampledRows });
      return rows.map(({ text }) => text).join('\n');
    } finally {
      lines.dispose();
    }
  }
}
