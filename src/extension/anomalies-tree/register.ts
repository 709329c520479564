import * as vscode from 'vscode';
import { openDocument } from '../shared/active-uri';
import type { AnalysedLog, Analyses } from '../shared/analyses';
import type { LabelMeasures } from '../shared/label-measures';
import { localise } from '../shared/localise';
import { logName } from '../shared/log-name';
import { scopeSentences } from '../shared/scope';
import { AnomaliesTree } from './anomalies-tree';
import type { AnomalyRow, FindingRow } from './rows';
import { showMoreCommand, verdictText } from './tree-items';

export function registerAnomaliesTree(
  context: vscode.ExtensionContext,
  analyses: Analyses,
  measures: LabelMeasures,
): void {
  const tree = new AnomaliesTree(analyses, measures);
  const view = vscode.window.createTreeView('oddline.anomalies', {
    treeDataProvider: tree,
    showCollapseAll: true,
  });
  const update = () => {
    const log = tree.update();
    view.description = log ? titleOf(log) : '';
    view.message = log ? verdictText(log) : '';
  };
  context.subscriptions.push(
    view,
    analyses.onDidChange(update),
    measures.onDidChange(() => tree.remeasured()),
    vscode.commands.registerCommand(showMoreCommand, (row: Extract<AnomalyRow, { kind: 'more' }>) =>
      tree.showMore(row),
    ),
    vscode.commands.registerCommand('oddline.copyAnomaly', (row?: FindingRow) => row && copy(row)),
  );
  update();
}

/** Both views show one log: its name tells which, then what of it was looked at. */
function titleOf(log: AnalysedLog): string {
  return [logName(log.uri), ...scopeSentences(log).map(localise)].join(' · ');
}

/** The whole line where the log is open, else as much as the analysis kept of it. */
async function copy(row: FindingRow): Promise<void> {
  const document = openDocument(row.log.uri);
  const index = row.finding.line - 1;
  const line = document && index < document.lineCount ? document.lineAt(index).text : row.finding.excerpt;
  await vscode.env.clipboard.writeText(line);
}
