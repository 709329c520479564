import * as vscode from 'vscode';
import type { Incident } from '../../engine/model/incident';
import type { AnalysedLog } from '../shared/analyses';
import { incidentText } from './incident-page';

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
