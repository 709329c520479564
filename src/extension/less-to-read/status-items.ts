import * as vscode from 'vscode';
import { activeUri } from '../shared/active-uri';
import { isBigLogTab } from '../shared/big-log-tabs';
import { localise } from '../shared/localise';
import { enabledClauses } from '../shared/shown-request';
import { testText } from './clause-text';
import { leftText } from './left-text';
import type { LessToRead } from './needs';
import { notchName } from './noise-dial';

const keys = { filtered: 'oddline.activeIsFiltered', folded: 'oddline.activeIsFolded' } as const;

/** The dial and the filter of the log in front, in the status bar; our own editor has them in its view. */
export function registerStatusItems(parts: LessToRead): vscode.Disposable {
  const { readings, analyses, logs } = parts;
  const noise = item('oddline.noise', 'oddline.chooseNoise', vscode.l10n.t('Oddline noise dial'), 3);
  const filter = item('oddline.filter', 'oddline.filterLog', vscode.l10n.t('Oddline filter'), 2);
  const clear = item(
    'oddline.clearFilter',
    'oddline.clearFilter',
    vscode.l10n.t('Oddline: Show All Lines'),
    1,
  );
  const update = () => {
    const uri = activeUri();
    const reading = uri && readings.of(uri);
    const clauses = reading ? enabledClauses(reading) : [];
    const isFolded = (reading?.noise ?? 0) > 0;
    void vscode.commands.executeCommand('setContext', keys.filtered, clauses.length > 0);
    void vscode.commands.executeCommand('setContext', keys.folded, isFolded);
    const isNative = !isBigLogTab(vscode.window.tabGroups.activeTabGroup.activeTab);
    const hasDial = uri !== undefined && isNative && (isFolded || analyses.get(uri) !== undefined);
    const status = uri ? logs.statusOf(uri) : undefined;
    const problem = status?.kind === 'problem' ? localise(status.problem.sentence) : undefined;
    const left = uri && status && !problem ? leftText(logs.shownOf(uri), status) : '';
    const dialText = reading && isFolded ? notchName(reading.noise) : vscode.l10n.t('Noise');
    show(noise, hasDial && `$(mute) ${dialText}`, vscode.l10n.t('Fold what is frequent away'));
    const isFiltered = isNative && clauses.length > 0;
    const words = clauses.map(({ mode, test }) =>
      localise({
        pattern: mode === 'include' ? 'shown: {0}' : 'hidden: {0}',
        values: [localise(testText(test, reading?.zone ?? 'written'))],
      }),
    );
    const filterText = problem ? `$(warning) ${vscode.l10n.t('Filter not applied')}` : `$(filter) ${left}`;
    show(filter, isFiltered && filterText, problem ?? words.join('\n'));
    show(clear, isFiltered && '$(close)', vscode.l10n.t('Show All Lines'));
  };
  update();
  return vscode.Disposable.from(
    noise,
    filter,
    clear,
    readings.onDidChange(update),
    analyses.onDidChange(update),
    logs.onDidShow(update),
    logs.onDidChangeStatus(update),
    vscode.window.onDidChangeActiveTextEditor(update),
    vscode.window.tabGroups.onDidChangeTabs(update),
    vscode.window.tabGroups.onDidChangeTabGroups(update),
  );
}

function item(id: string, command: string, name: string, priority: number): vscode.StatusBarItem {
  const made = vscode.window.createStatusBarItem(id, vscode.StatusBarAlignment.Left, priority);
  made.command = command;
  made.name = name;
  return made;
}

function show(one: vscode.StatusBarItem, text: string | false, tooltip: string): void {
  if (text === false) {
    one.hide();
    return;
  }
  one.text = text;
  one.tooltip = tooltip;
  const said = text.replace(/\$\([a-z-]+\)\s*/, '');
  one.accessibilityInformation = { label: `${one.name} ${said}. ${tooltip}`, role: 'button' };
  one.show();
}
