import * as vscode from 'vscode';
import type { ComparedLog, ComparedLogs } from './compared-logs';
import { type ComparisonRow, differenceRows, pageSize, rootRows } from './rows';
import { itemOf } from './tree-items';

/** What is new, shifted and gone in the log that was compared. */
export class ComparisonTree implements vscode.TreeDataProvider<ComparisonRow> {
  private readonly changed = new vscode.EventEmitter<ComparisonRow | undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  /** How many rows of a group the user asked for. */
  private readonly shown = new Map<string, number>();
  private log: ComparedLog | undefined;

  constructor(private readonly compared: ComparedLogs) {}

  update(): ComparedLog | undefined {
    const log = this.compared.current();
    if (log !== this.log) {
      this.log = log;
      this.changed.fire(undefined);
    }
    return log;
  }

  showMore({ log, of }: Extract<ComparisonRow, { kind: 'more' }>): void {
    const key = `${log.uri} ${of}`;
    this.shown.set(key, (this.shown.get(key) ?? pageSize) + pageSize);
    this.changed.fire(undefined);
  }

  getTreeItem(row: ComparisonRow): vscode.TreeItem {
    return itemOf(row);
  }

  /** `TreeView.reveal` asks for it. */
  getParent(): undefined {
    return undefined;
  }

  getChildren(row?: ComparisonRow): ComparisonRow[] {
    if (row === undefined) return this.log ? rootRows(this.log) : [];
    if (row.kind !== 'group') return [];
    return differenceRows(row, this.shown.get(`${row.log.uri} ${row.of}`) ?? pageSize);
  }
}
