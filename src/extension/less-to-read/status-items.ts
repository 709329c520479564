import * as vscode from 'vscode';
import type { Reading } from '../../protocol/reading';
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
    const isNative = !isBigLogTab(vscode.window.tabGroups.activeTabGroup.activeTab);
    tellKeys(uri && readings.of(uri));
    show(noise, uri && isNative ? dialText(uri, parts) : undefined);
    const filtered = uri && isNative ? filterText(uri, parts) : undefined;
    show(filter, filtered);
    show(clear, filtered && { text: '$(close)', tooltip: vscode.l10n.t('Show All Lines') });
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

interface ItemText {
  readonly text: string;
  readonly tooltip: string;
}

function tellKeys(reading: Reading | undefined): void {
  const isFiltered = reading !== undefined && enabledClauses(reading).length > 0;
  void vscode.commands.executeCommand('setContext', keys.filtered, isFiltered);
  void vscode.commands.executeCommand('setContext', keys.folded, (reading?.noise ?? 0) > 0);
}

/** Of a log that was analysed, or is folded: nobody else has a use for a dial. */
function dialText(uri: vscode.Uri, { readings, analyses }: LessToRead): ItemText | undefined {
  const { noise } = readings.of(uri);
  if (noise === 0 && !analyses.get(uri)) return undefined;
  const text = noise === 0 ? vscode.l10n.t('Noise') : notchName(noise);
  return { text: `$(mute) ${text}`, tooltip: vscode.l10n.t('Fold what is frequent away') };
}

function filterText(uri: vscode.Uri, { readings, logs }: LessToRead): ItemText | undefined {
  const reading = readings.of(uri);
  const clauses = enabledClauses(reading);
  if (clauses.length === 0) return undefined;
  const status = logs.statusOf(uri);
  if (status.kind === 'problem') {
    const text = `$(warning) ${vscode.l10n.t('Filter not applied')}`;
    return { text, tooltip: localise(status.problem.sentence) };
  }
  const words = clauses.map(({ mode, test }) => {
    const what = localise(testText(test, reading.zone));
    return localise({ pattern: mode === 'include' ? 'shown: {0}' : 'hidden: {0}', values: [what] });
  });
  return { text: `$(filter) ${leftText(logs.shownOf(uri), status)}`, tooltip: words.join('\n') };
}

function item(id: string, command: string, name: string, priority: number): vscode.StatusBarItem {
  const made = vscode.window.createStatusBarItem(id, vscode.StatusBarAlignment.Left, priority);
  made.command = command;
  made.name = name;
  return made;
}

function show(one: vscode.StatusBarItem, shown: ItemText | undefined): void {
  if (!shown) {
    one.hide();
    return;
  }
  one.text = shown.text;
  one.tooltip = shown.tooltip;
  const said = shown.text.replace(/\$\([a-z-]+\)\s*/, '');
  one.accessibilityInformation = { label: `${one.name} ${said}. ${shown.tooltip}`, role: 'button' };
  one.show();
}
