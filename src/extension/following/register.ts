import * as vscode from 'vscode';
import { activeUri, openDocument, uriOfTab } from '../shared/active-uri';
import type { AnalysedLogs } from '../shared/analysed-logs';
import { isBigLogTab } from '../shared/big-log-tabs';
import { localise } from '../shared/localise';
import { targetLog } from '../shared/log-target';
import { FollowedLogs } from './followed-logs';
import type { FollowerState } from './follower';
import { followingText } from './status-text';

const isFollowedKey = 'oddline.activeIsFollowed';

/** Follow Log: stays at the end of a growing file while the reader is there. */
export function registerFollowing(context: vscode.ExtensionContext, analyses: AnalysedLogs): void {
  const followed = new FollowedLogs(analyses);
  const item = vscode.window.createStatusBarItem('oddline.following', vscode.StatusBarAlignment.Left);
  item.name = vscode.l10n.t('Oddline: Follow Log');
  let told: boolean | undefined;
  const update = () => {
    // The big-log editor says it in its own foot, also where the log is followed in a tab beside it.
    const uri = isBigLogInFront() ? undefined : activeUri();
    const state = uri && followed.stateOf(uri);
    show(item, state);
    if (told !== (state !== undefined)) {
      told = state !== undefined;
      void vscode.commands.executeCommand('setContext', isFollowedKey, told);
    }
  };
  const stop = () => {
    const uri = activeUri();
    if (uri) followed.stop(uri);
  };
  context.subscriptions.push(
    followed,
    item,
    followed.onDidChange(update),
    vscode.window.onDidChangeActiveTextEditor(update),
    vscode.window.tabGroups.onDidChangeTabs(update),
    vscode.commands.registerCommand('oddline.followLog', (argument: unknown) => follow(argument, followed)),
    vscode.commands.registerCommand('oddline.stopFollowing', stop),
  );
}

async function follow(argument: unknown, followed: FollowedLogs): Promise<void> {
  const uri = await targetLog(argument);
  if (!uri) return;
  if (!isBigLogInFront(uri)) {
    const document = openDocument(uri);
    if (document && uri.scheme === 'file') return followed.follow(document);
    if (document) return tellNoFile();
    // What VS Code shows no text of.
    await vscode.commands.executeCommand('oddline.openBigLog', uri);
  }
  // It has a follower of its own, whatever other editors show the log.
  await vscode.commands.executeCommand('oddline.bigLog.follow');
}

function isBigLogInFront(uri?: vscode.Uri): boolean {
  const { activeTab } = vscode.window.tabGroups.activeTabGroup;
  if (!isBigLogTab(activeTab)) return false;
  return uri === undefined || uriOfTab(activeTab)?.toString() === uri.toString();
}

function tellNoFile(): void {
  const text = vscode.l10n.t('Only files on disk can be followed. Save the text as a file first.');
  void vscode.window.showInformationMessage(text);
}

function show(item: vscode.StatusBarItem, state: FollowerState | undefined): void {
  if (!state) {
    item.hide();
    return;
  }
  const { icon, text, tooltip, command } = followingText(state);
  const words = text.map(localise).join(' · ');
  item.text = `$(${icon}) ${words}`;
  item.tooltip = tooltip.map(localise).join('\n');
  item.command = command;
  item.accessibilityInformation = { label: `${words}. ${item.tooltip}`, role: 'button' };
  item.show();
}
