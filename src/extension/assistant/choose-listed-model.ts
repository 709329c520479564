import * as vscode from 'vscode';
import { loadAssistant } from '../shared/load-assistant';
import { failureNotice } from './failure-notice';

/** One that the server lists, or its name as typed where the server lists none; undefined where it was given up. */
export async function chooseListedModel(endpoint: string, key: string): Promise<string | undefined> {
  const listed = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Asking {0} for its models…', new URL(endpoint).host),
      cancellable: true,
    },
    (_, token) => modelsOf(endpoint, key, token),
  );
  if (listed === undefined) return undefined;
  const typed = vscode.l10n.t('Type a Name…');
  const picks = [...listed.map((label) => ({ label, isTyped: false })), { label: typed, isTyped: true }];
  const title = vscode.l10n.t('Which model?');
  const pick =
    listed.length === 0 ? { isTyped: true, label: '' } : await vscode.window.showQuickPick(picks, { title });
  if (!pick) return undefined;
  return pick.isTyped ? typedName() : pick.label;
}

/** None where the server has no list; undefined, and it is told, where it cannot be asked at all. */
async function modelsOf(
  endpoint: string,
  key: string,
  token: vscode.CancellationToken,
): Promise<readonly string[] | undefined> {
  const { listModels } = await loadAssistant();
  const abort = new AbortController();
  token.onCancellationRequested(() => abort.abort());
  try {
    const models = await listModels({ url: endpoint, key: key === '' ? null : key }, {}, abort.signal);
    return models.map(({ name }) => name);
  } catch (error) {
    if (abort.signal.aborted) return undefined;
    const anyway = vscode.l10n.t('Type a Name Anyway');
    const chosen = await vscode.window.showWarningMessage(failureNotice(error).text, anyway);
    return chosen === anyway ? [] : undefined;
  }
}

async function typedName(): Promise<string | undefined> {
  const name = await vscode.window.showInputBox({
    title: vscode.l10n.t('Name of the model'),
    prompt: vscode.l10n.t('As its server calls it.'),
    ignoreFocusOut: true,
  });
  return name?.trim() === '' ? undefined : name?.trim();
}
