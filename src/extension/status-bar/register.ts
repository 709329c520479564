import * as vscode from 'vscode';
import type { Severity } from '../../engine/model/finding';
import { activeUri } from '../shared/active-uri';
import type { Analyses } from '../shared/analyses';
import { localise } from '../shared/localise';
import { isLog } from '../shared/log-documents';
import { type Status, statusOf } from '../shared/log-status';

export function registerStatusBar(context: vscode.ExtensionContext, analyses: Analyses): void {
  const item = vscode.window.createStatusBarItem('oddline.status', vscode.StatusBarAlignment.Left);
  item.name = 'Oddline';
  const update = () => {
    const uri = activeUri();
    const status = uri && statusFor(uri, analyses);
    if (status) show(item, status);
    else item.hide();
  };
  context.subscriptions.push(
    item,
    analyses.onDidChange(update),
    vscode.window.onDidChangeActiveTextEditor(update),
    vscode.window.tabGroups.onDidChangeTabs(update),
    vscode.window.tabGroups.onDidChangeTabGroups(update),
    vscode.workspace.onDidOpenTextDocument(update),
  );
  update();
}

function statusFor(uri: vscode.Uri, analyses: Analyses): Status | undefined {
  return statusOf({ isLog: isLog(uri), isRunning: analyses.isRunning(uri), log: analyses.get(uri) });
}

function show(item: vscode.StatusBarItem, status: Status): void {
  const text = status.text.map(localise).join(' · ');
  item.text = `$(${status.icon}) ${text}`;
  const tooltip = status.tooltip.map(localise);
  item.tooltip = tooltip.join('\n');
  item.command = status.command;
  item.backgroundColor = backgroundOf(status.worst);
  item.accessibilityInformation = { label: `Oddline: ${text}. ${tooltip.join('. ')}`, role: 'button' };
  item.show();
}

/** The theme's own pairs: an anomaly colour of ours on a status bar of any colour might not be readable. */
function backgroundOf(worst: Severity | undefined): vscode.ThemeColor | undefined {
  if (worst === 'critical') return new vscode.ThemeColor('statusBarItem.errorBackground');
  if (worst === 'high') return new vscode.ThemeColor('statusBarItem.warningBackground');
  return undefined;
}
