import * as vscode from 'vscode';
import type { NoiseNotch } from '../../engine/filter/filter';
import { openDocument } from '../shared/active-uri';
import { isLargeDocument } from '../shared/large-document';
import { leftText } from './left-text';
import { openWhereItFolds } from './native-limits';
import type { LessToRead } from './needs';

interface NotchPick extends vscode.QuickPickItem {
  readonly notch: NoiseNotch;
}

/** Moving through the list with the arrow keys comes faster than a log can be folded. */
const settleMs = 200;

/** Asks how much is to be folded away; the log is shown so while one moves through the list. */
export async function chooseNoise(uri: vscode.Uri, parts: LessToRead): Promise<void> {
  const document = openDocument(uri);
  if (document && isLargeDocument(document)) await openWhereItFolds(uri);
  const { readings, logs } = parts;
  const before = readings.of(uri).noise;
  const list = vscode.window.createQuickPick<NotchPick>();
  // The editor it may have opened takes the focus once its page is there.
  list.ignoreFocusOut = true;
  const set = (noise: NoiseNotch) => {
    if (readings.of(uri).noise !== noise) readings.change(uri, { noise });
  };
  let chosen = before;
  let timer: NodeJS.Timeout | undefined;
  const tell = () => {
    list.placeholder = leftText(logs.shownOf(uri), logs.statusOf(uri));
  };
  list.title = vscode.l10n.t('How much noise is to be folded away?');
  list.items = picks(before);
  list.activeItems = list.items.filter(({ notch }) => notch === before);
  const subscription = vscode.Disposable.from(logs.onDidShow(tell), logs.onDidChangeStatus(tell));
  list.onDidChangeActive(([active]) => {
    clearTimeout(timer);
    timer = setTimeout(() => active && set(active.notch), settleMs);
  });
  list.onDidAccept(() => {
    chosen = list.activeItems[0]?.notch ?? before;
    list.hide();
  });
  list.onDidHide(() => {
    clearTimeout(timer);
    subscription.dispose();
    list.dispose();
    set(chosen);
  });
  tell();
  list.show();
}

/** A notch as the status bar and the list call it. */
export function notchName(notch: NoiseNotch): string {
  switch (notch) {
    case 0:
      return vscode.l10n.t('Everything');
    case 1:
      return vscode.l10n.t('Without the bulk');
    case 2:
      return vscode.l10n.t('Without the frequent');
    case 3:
      return vscode.l10n.t('Only the unusual');
    case 4:
      return vscode.l10n.t('Only the rare');
  }
}

function picks(current: NoiseNotch): NotchPick[] {
  const details: readonly (readonly [NoiseNotch, string])[] = [
    [0, vscode.l10n.t('No line is folded')],
    [1, vscode.l10n.t('The most frequent kinds of messages are folded')],
    [2, vscode.l10n.t('About a third of the log stays')],
    [3, vscode.l10n.t('About a tenth of the log stays')],
    [4, vscode.l10n.t('Only the rarest kinds of messages stay')],
  ];
  return details.map(([notch, detail]) => ({
    notch,
    label: notchName(notch),
    detail,
    ...(notch === current && { description: vscode.l10n.t('current') }),
  }));
}
