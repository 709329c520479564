import * as vscode from 'vscode';
import { openDocument } from '../shared/active-uri';
import { isBigLogTab } from '../shared/big-log-tabs';
import { isLog } from '../shared/log-documents';
import { logName } from '../shared/log-name';
import { looksLikeText } from './looks-like-text';
import { isTooLarge } from './too-large';

/** Loading 50 MB whose reader confirmed them takes VS Code less; until then nothing is offered. */
const loadingMs = 1500;
const toldKey = 'bigLog.offerTold';

/**
 * VS Code gives up on a text in two ways: a page "the file is very large" instead of an editor, and an editor whose text no extension
 * gets. Both look alike: the tab in front has a uri, and no open document has it. Where that is so of a file that large the big-log editor
 * is offered.
 */
export class BigLogOffer implements vscode.Disposable {
  private readonly item: vscode.StatusBarItem;
  private readonly subscription: vscode.Disposable;
  private timer: NodeJS.Timeout | undefined;
  private offered: vscode.Uri | undefined;
  private hasTold = false;

  constructor(private readonly memento: vscode.Memento) {
    this.item = vscode.window.createStatusBarItem('oddline.bigLogOffer', vscode.StatusBarAlignment.Left);
    this.item.name = vscode.l10n.t('Oddline: big logs');
    this.item.text = `$(go-to-file) ${vscode.l10n.t('Open in Big-Log Editor')}`;
    this.item.tooltip = vscode.l10n.t(
      'VS Code gives extensions no text of this size, so nothing works in it. The big-log editor shows logs of any size.',
    );
    this.item.command = 'oddline.openBigLog';
    const look = () => this.look();
    this.subscription = vscode.Disposable.from(
      vscode.window.tabGroups.onDidChangeTabs(look),
      vscode.window.tabGroups.onDidChangeTabGroups(look),
      vscode.workspace.onDidOpenTextDocument(look),
      vscode.workspace.onDidCloseTextDocument(look),
    );
    this.look();
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.subscription.dispose();
    this.item.dispose();
  }

  private look(): void {
    clearTimeout(this.timer);
    const uri = givenUpUri();
    if (uri?.toString() === this.offered?.toString()) return;
    this.show(undefined);
    if (uri) this.timer = setTimeout(() => void this.offer(uri), loadingMs);
  }

  private async offer(uri: vscode.Uri): Promise<void> {
    if (!(await isTooLarge(uri)) || !(isLog(uri) || (await looksLikeText(uri)))) return;
    if (givenUpUri()?.toString() !== uri.toString()) return;
    this.show(uri);
    await this.tellOnce(uri);
  }

  private show(uri: vscode.Uri | undefined): void {
    this.offered = uri;
    void vscode.commands.executeCommand('setContext', 'oddline.activeIsGivenUp', uri !== undefined);
    if (uri) this.item.show();
    else this.item.hide();
  }

  private async tellOnce(uri: vscode.Uri): Promise<void> {
    const wanted = vscode.workspace.getConfiguration('oddline').get('bigLog.offer') !== false;
    if (!wanted || this.hasTold || this.memento.get(toldKey) === true) return;
    this.hasTold = true;
    const open = vscode.l10n.t('Open in Big-Log Editor');
    const never = vscode.l10n.t("Don't Show Again");
    const text = vscode.l10n.t(
      '{0} is too large for VS Code to share with extensions. Oddline has an editor for logs of any size.',
      logName(uri),
    );
    // Once in a session; never again once somebody has answered.
    const chosen = await vscode.window.showInformationMessage(text, open, never);
    if (chosen !== undefined) await this.memento.update(toldKey, true);
    if (chosen === open) await vscode.commands.executeCommand('oddline.openBigLog', uri);
  }
}

/** Of the tab in front, where VS Code has no text of it. */
function givenUpUri(): vscode.Uri | undefined {
  const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
  if (!(tab?.input instanceof vscode.TabInputText) || isBigLogTab(tab)) return undefined;
  const { uri } = tab.input;
  return uri.scheme === 'file' && !openDocument(uri) ? uri : undefined;
}
