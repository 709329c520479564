import * as vscode from 'vscode';
import { activeUri } from '../shared/active-uri';
import { remoteLogOf, remoteScheme } from '../shared/log-uri';
import { copyAsDsl, copyAsLogql } from './copy-query';
import { linkQuery } from './editor-link';
import { openInBrowser } from './open-in-browser';
import { openLink } from './open-link';
import type { TargetParts } from './remote-target';
import type { SelectionParts } from './selected-span';

const remoteKey = 'oddline.activeIsRemote';

/** From a remote log to where others look at it, and back. */
export function registerSourceLinks(
  context: vscode.ExtensionContext,
  parts: TargetParts & SelectionParts,
): void {
  const command = (name: string, run: (argument: unknown) => unknown) =>
    vscode.commands.registerCommand(name, run);
  const told = () =>
    void vscode.commands.executeCommand('setContext', remoteKey, activeUri()?.scheme === remoteScheme);
  context.subscriptions.push(
    command('oddline.openInBrowser', (argument) => openInBrowser(argument, parts)),
    command('oddline.copyAsLogql', (argument) => copyAsLogql(argument, parts)),
    command('oddline.copyAsQueryDsl', (argument) => copyAsDsl(argument, parts)),
    command('oddline.copySourceLink', () => copyLink(context.extension.id)),
    vscode.window.registerUriHandler({ handleUri: (uri) => openLink(uri, parts.sources) }),
    vscode.window.tabGroups.onDidChangeTabs(told),
    vscode.window.tabGroups.onDidChangeTabGroups(told),
  );
  told();
}

async function copyLink(extensionId: string): Promise<void> {
  const uri = activeUri();
  const remote = uri && remoteLogOf(uri);
  const query = remote?.query;
  if (!remote || (query?.kind !== 'loki' && query?.kind !== 'elastic')) return;
  const text = query.kind === 'loki' ? query.logql : query.text.text;
  const link = linkQuery({ source: remote.source, query: text, span: query.span });
  await vscode.env.clipboard.writeText(`${vscode.env.uriScheme}://${extensionId}/open?${link}`);
  void vscode.window.setStatusBarMessage(
    vscode.l10n.t('The link is copied: it names the log source, not its address.'),
    4000,
  );
}
