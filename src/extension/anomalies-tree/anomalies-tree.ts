import * as vscode from 'vscode';
import { openDocument } from '../shared/active-uri';
import type { AnalysedLog, Analyses } from '../shared/analyses';
import { type AnomalyRow, type FindingRow, findingRows, pageSize, rootRows } from './rows';
import { AnomalyItems, showMoreCommand } from './tree-items';

/** The findings of the current log, worst first. */
class AnomaliesTree implements vscode.TreeDataProvider<AnomalyRow> {
  private readonly changed = new vscode.EventEmitter<AnomalyRow | undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  /** How many rows of a group the user asked for. */
  private readonly shown = new Map<string, number>();
  private log: AnalysedLog | undefined;

  constructor(
    private readonly analyses: Analyses,
    private readonly items: AnomalyItems,
  ) {
    this.log = analyses.current();
  }

  /** Progress tells of changes too; only another log or another state of it is one here. */
  update(): AnalysedLog | undefined {
    const log = this.analyses.current();
    if (log !== this.log) {
      this.log = log;
      this.changed.fire(undefined);
    }
    return log;
  }

  showMore(row: Extract<AnomalyRow, { kind: 'more' }>): void {
    const key = `${row.log.uri} ${row.severity}`;
    this.shown.set(key, (this.shown.get(key) ?? pageSize) + pageSize);
    this.changed.fire(undefined);
  }

  getTreeItem(row: AnomalyRow): vscode.TreeItem {
    return this.items.itemOf(row);
  }

  getChildren(row?: AnomalyRow): AnomalyRow[] {
    if (row === undefined) return this.log ? rootRows(this.log) : [];
    if (row.kind !== 'severity') return [];
    return findingRows(row.log, row.severity, this.shown.get(`${row.log.uri} ${row.severity}`) ?? pageSize);
  }
}

export function registerAnomaliesTree(context: vscode.ExtensionContext, analyses: Analyses): void {
  const items = new AnomalyItems(vscode.Uri.joinPath(context.extensionUri, 'media'));
  const tree = new AnomaliesTree(analyses, items);
  const view = vscode.window.createTreeView('oddline.anomalies', {
    treeDataProvider: tree,
    showCollapseAll: true,
  });
  const update = () => {
    view.description = nameOf(tree.update());
  };
  context.subscriptions.push(
    view,
    analyses.onDidChange(update),
    vscode.commands.registerCommand(showMoreCommand, (row: Extract<AnomalyRow, { kind: 'more' }>) =>
      tree.showMore(row),
    ),
    vscode.commands.registerCommand('oddline.showAnomaliesOnly', (uri?: vscode.Uri) =>
      showAnomaliesOnly(analyses, uri),
    ),
    vscode.commands.registerCommand('oddline.copyAnomaly', (row?: FindingRow) => row && copy(row)),
  );
  update();
}

/** Both views show one log: its name tells which. */
function nameOf(log: AnalysedLog | undefined): string {
  return log ? log.uri.path.slice(log.uri.path.lastIndexOf('/') + 1) : '';
}

function showAnomaliesOnly(analyses: Analyses, uri = analyses.current()?.uri): void {
  if (uri) analyses.showStrangest(uri, false);
}

/** The whole line where the log is open, else as much as the analysis kept of it. */
async function copy(row: FindingRow): Promise<void> {
  const document = openDocument(row.log.uri);
  const index = row.finding.line - 1;
  const line = document && index < document.lineCount ? document.lineAt(index).text : row.finding.excerpt;
  await vscode.env.clipboard.writeText(line);
}
