import * as vscode from 'vscode';
import { openDocument } from '../shared/active-uri';
import type { AnalysedLog, Analyses } from '../shared/analyses';
import { AnomaliesTree } from './anomalies-tree';
import type { AnomalyRow, FindingRow } from './rows';
import { AnomalyItems, showMoreCommand } from './tree-items';

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
    vscode.commands.registerCommand('oddline.copyAnomaly', (row?: FindingRow) => row && copy(row)),
  );
  update();
}

/** Both views show one log: its name tells which. */
function nameOf(log: AnalysedLog | undefined): string {
  return log ? log.uri.path.slice(log.uri.path.lastIndexOf('/') + 1) : '';
}

/** The whole line where the log is open, else as much as the analysis kept of it. */
async function copy(row: FindingRow): Promise<void> {
  const document = openDocument(row.log.uri);
  const index = row.finding.line - 1;
  const line = document && index < document.lineCount ? document.lineAt(index).text : row.finding.excerpt;
  await vscode.env.clipboard.writeText(line);
}
