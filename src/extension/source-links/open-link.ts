import * as vscode from 'vscode';
import type { LogSource } from '../../protocol/log-source';
import { dateAndTimeIn } from '../../protocol/time-text';
import type { LogSources } from '../shared/log-sources';
import { messageText } from '../shared/message-text';
import { type EditorLink, readLink } from './editor-link';

/** What an alert or a panel leads to. Nothing is asked before a person has seen what and agreed. */
export async function openLink(uri: vscode.Uri, sources: LogSources): Promise<void> {
  const link = uri.path === '/open' ? readLink(uri.query) : undefined;
  if (!link) return tell(vscode.l10n.t('This link opens no log: it is damaged or made for something else.'));
  const source = sources.get(link.source);
  const command = source && commandOf(source);
  if (!source || !command) {
    const name = visible(link.source);
    return tell(
      vscode.l10n.t(
        'The link asks for the log source {0}, and none of this name is set up here. Add it first.',
        name,
      ),
    );
  }
  if (!(await agrees(link))) return;
  const { query, span } = link;
  await vscode.commands.executeCommand(command, { name: source.name, query, span });
}

function commandOf({ kind }: LogSource): string | undefined {
  if (kind === 'loki') return 'oddline.openLokiQuery';
  return kind === 'elastic' ? 'oddline.openElasticQuery' : undefined;
}

async function agrees({ source, query, span }: EditorLink): Promise<boolean> {
  const open = vscode.l10n.t('Open');
  const title = vscode.l10n.t('Ask {0} for the logs of this link?', source);
  const range = `${dateAndTimeIn(span.from, 'UTC')} – ${dateAndTimeIn(span.until, 'UTC')} UTC`;
  const detail = `${visible(query)}\n\n${range}`;
  return (await vscode.window.showInformationMessage(title, { modal: true, detail }, open)) === open;
}

/** What cannot be seen could hide what is asked. */
function visible(text: string): string {
  return text.replace(/[^\P{C}\n]/gu, (one) => `\\u{${one.codePointAt(0)?.toString(16)}}`);
}

function tell(text: string): void {
  void vscode.window.showWarningMessage(messageText(text));
}
