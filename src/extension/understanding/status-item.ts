import * as vscode from 'vscode';
import { activeUri } from '../shared/active-uri';
import type { AnalysedLog, Analyses } from '../shared/analyses';
import { localise } from '../shared/localise';
import { understoodStatus } from './status-text';

/** What was understood of the log in front; nothing for files without results. */
export function registerStatusItem(analyses: Analyses): vscode.Disposable {
  let item: vscode.LanguageStatusItem | undefined;
  const update = () => {
    const uri = activeUri();
    const log = uri && analyses.get(uri);
    if (!log) {
      item?.dispose();
      item = undefined;
      return;
    }
    item ??= createItem();
    show(item, log, analyses.isRunning(log.uri));
  };
  return vscode.Disposable.from(
    analyses.onDidChange(update),
    vscode.window.onDidChangeActiveTextEditor(update),
    new vscode.Disposable(() => item?.dispose()),
  );
}

/** For whatever is in front: the item is there only while that is an analysed log. */
function createItem(): vscode.LanguageStatusItem {
  const item = vscode.languages.createLanguageStatusItem('oddline.understood', { pattern: '**' });
  item.name = 'Oddline';
  return item;
}

function show(item: vscode.LanguageStatusItem, log: AnalysedLog, isRunning: boolean): void {
  const { text, detail, warns } = understoodStatus(log, localise);
  const title = vscode.l10n.t('What Was Understood');
  item.text = text;
  item.detail = detail;
  item.severity = warns ? vscode.LanguageStatusSeverity.Warning : vscode.LanguageStatusSeverity.Information;
  item.busy = isRunning;
  item.command = { title, command: 'oddline.whatWasUnderstood', arguments: [log.uri] };
  item.accessibilityInformation = { label: `Oddline: ${text}. ${detail}` };
}
