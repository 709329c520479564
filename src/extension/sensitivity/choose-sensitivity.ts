import * as vscode from 'vscode';
import { counted } from '../../protocol/sentence';
import type { AnalysedLog, Analyses } from '../shared/analyses';
import { localise } from '../shared/localise';
import type { SensitivityName, Settings } from '../shared/settings';
import { Preview } from './preview';

interface SensitivityPick extends vscode.QuickPickItem {
  readonly sensitivity: SensitivityName;
}

/** Asks how much is to be an anomaly; while one moves through the choices the log in front is marked as each would. */
export function chooseSensitivity(analyses: Analyses, settings: Settings): void {
  const before = settings.current.sensitivity;
  const list = vscode.window.createQuickPick<SensitivityPick>();
  const preview = new Preview(analyses, analyses.current()?.uri);
  let chosen: SensitivityName | undefined;
  list.title = vscode.l10n.t('How much is to be an anomaly?');
  list.items = picks(before);
  list.activeItems = list.items.filter(({ sensitivity }) => sensitivity === before);
  list.onDidChangeActive(([active]) => active && preview.show(active.sensitivity));
  list.onDidAccept(() => {
    chosen = list.activeItems[0]?.sensitivity;
    list.hide();
  });
  list.onDidHide(() => {
    list.dispose();
    preview.show(chosen ?? before);
    if (chosen !== undefined && chosen !== before) void keep(chosen);
  });
  const counts = analyses.onDidChange(() => {
    list.placeholder = found(preview.log);
  });
  list.onDidHide(() => counts.dispose());
  list.placeholder = found(preview.log);
  list.show();
}

function picks(current: SensitivityName): SensitivityPick[] {
  const texts: readonly (readonly [SensitivityName, string, string])[] = [
    ['low', vscode.l10n.t('Low'), vscode.l10n.t('Only what is plainly wrong')],
    ['normal', vscode.l10n.t('Normal'), vscode.l10n.t('What is worth a look')],
    ['high', vscode.l10n.t('High'), vscode.l10n.t('Usual warnings and the merely rare too')],
  ];
  return texts.map(([sensitivity, label, detail]) => ({
    sensitivity,
    label,
    detail,
    ...(sensitivity === current && { description: vscode.l10n.t('current') }),
  }));
}

function found(log: AnalysedLog | undefined): string {
  if (!log) return '';
  const anomalies = localise(counted(log.findings.length, '1 anomaly', '{0} anomalies'));
  const incidents = localise(counted(log.incidents.length, '1 incident', '{0} incidents'));
  return localise({ pattern: '{0}, {1}', values: [anomalies, incidents] });
}

/** Where it is set already, else for all windows: how sensitive one wants to be seldom depends on the folder. */
async function keep(sensitivity: SensitivityName): Promise<void> {
  const configuration = vscode.workspace.getConfiguration('oddline');
  const isOfWorkspace = configuration.inspect('sensitivity')?.workspaceValue !== undefined;
  const target = isOfWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
  await configuration.update('sensitivity', sensitivity, target);
}
