import * as vscode from 'vscode';
import type { Incident } from '../../engine/model/incident';
import type { AnalysedLog } from '../shared/analyses';
import { incidentTitle } from '../shared/incident-words';
import { localise } from '../shared/localise';
import { incidentText } from './incident-page';

/** VS Code's own chat; not every product has it. */
const openChat = 'workbench.action.chat.open';

/** Where the reader wants it. */
export async function saveIncident(incident: Incident, log: AnalysedLog): Promise<void> {
  const folder =
    log.uri.scheme === 'file'
      ? vscode.Uri.joinPath(log.uri, '..')
      : vscode.workspace.workspaceFolders?.[0]?.uri;
  const target = await vscode.window.showSaveDialog({
    title: vscode.l10n.t('Save Incident'),
    filters: { Markdown: ['md'] },
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, `incident-${incident.id}.md`) }),
  });
  if (!target) return;
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(incidentText(incident, log)));
  await vscode.commands.executeCommand('vscode.open', target);
}

/**
 * Writes the question into VS Code's own chat and sends nothing: whoever asks reads it first. Where there is no chat it is copied.
 */
export async function askAboutIncident(incident: Incident, log: AnalysedLog): Promise<void> {
  const question = vscode.l10n.t('What is the root cause of this incident, and what should be checked next?');
  const text = `${question}\n\n${incidentText(incident, log)}`;
  const known = await vscode.commands.getCommands(true);
  if (known.includes(openChat)) {
    await vscode.commands.executeCommand(openChat, { query: text, isPartialQuery: true });
    return;
  }
  await vscode.env.clipboard.writeText(text);
  const title = localise(incidentTitle(incident));
  void vscode.window.showInformationMessage(
    vscode.l10n.t('There is no chat here. The question about “{0}” was copied, with its evidence.', title),
  );
}
