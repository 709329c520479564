import * as vscode from 'vscode';
import { loadAssistant } from '../shared/load-assistant';
import { setModel } from '../shared/model-settings';
import { chooseEndpoint } from './choose-endpoint';
import type { AssistantParts } from './parts';

/** Asked for only now that somebody wants one. */
export async function chooseLocal(parts: Pick<AssistantParts, 'secrets'>): Promise<void> {
  const { findLocalServers } = await loadAssistant();
  const found = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Looking for model servers at 127.0.0.1…'),
      cancellable: true,
    },
    (_, token) => {
      const abort = new AbortController();
      token.onCancellationRequested(() => abort.abort());
      return findLocalServers(abort.signal).catch(() => []);
    },
  );
  const picks = found.flatMap(({ name, url, models }) =>
    models.map((model) => ({ label: model.name, description: `${name} · ${url}`, url })),
  );
  if (picks.length === 0) return tellNone(parts);
  const pick = await vscode.window.showQuickPick(picks, {
    title: vscode.l10n.t('Which model?'),
    matchOnDescription: true,
  });
  if (pick) await setModel({ provider: 'endpoint', endpoint: pick.url, model: pick.label });
}

async function tellNone(parts: Pick<AssistantParts, 'secrets'>): Promise<void> {
  const other = vscode.l10n.t('Enter an Address…');
  const again = vscode.l10n.t('Look Again');
  const chosen = await vscode.window.showInformationMessage(
    vscode.l10n.t(
      'No model server answered at 127.0.0.1. Start one, with a model in it (for Ollama: ollama pull, then ollama serve), and look again.',
    ),
    again,
    other,
  );
  if (chosen === again) await chooseLocal(parts);
  if (chosen === other) await chooseEndpoint(parts);
}
