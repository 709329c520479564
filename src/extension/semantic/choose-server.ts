import * as vscode from 'vscode';
import { checkEndpoint } from '../../node/llm/check-endpoint';
import { localise } from '../shared/localise';
import { ModelKeys } from '../shared/model-keys';
import type { SemanticParts } from './parts';
import { semanticSettings, useEndpoint } from './semantic-settings';

/** An address, its key, the model's name; true where all were given. Nothing is asked of the server yet. */
export async function chooseServer({ secrets }: Pick<SemanticParts, 'secrets'>): Promise<boolean> {
  const endpoint = await askAddress();
  if (endpoint === undefined) return false;
  const keys = new ModelKeys(secrets);
  const known = await keys.of(endpoint);
  const key = known ?? (await askKey(endpoint));
  if (key === undefined) return false;
  const model = await askModel();
  if (model === undefined) return false;
  if (known === undefined) await keys.keep(endpoint, key);
  await useEndpoint(endpoint, model);
  return true;
}

async function askAddress(): Promise<string | undefined> {
  const typed = await vscode.window.showInputBox({
    title: vscode.l10n.t('Address of the server'),
    prompt: vscode.l10n.t('The base address of its OpenAI-compatible interface; it mostly ends in /v1.'),
    value: semanticSettings().endpoint || 'http://127.0.0.1:11434/v1',
    ignoreFocusOut: true,
    validateInput: (value) => {
      const checked = checkEndpoint(value, { hasKey: false });
      if (!checked.isUsable) return localise(checked.problem);
      const severity = vscode.InputBoxValidationSeverity.Warning;
      return checked.warning && { message: localise(checked.warning), severity };
    },
  });
  if (typed === undefined) return undefined;
  const checked = checkEndpoint(typed, { hasKey: false });
  return checked.isUsable ? checked.url : undefined;
}

/** Empty where there is none; a key never goes out over plain HTTP. */
function askKey(url: string): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: vscode.l10n.t('Key of {0}', new URL(url).host),
    prompt: vscode.l10n.t(
      'Leave it empty where the server needs none. It is kept in the system’s own store of secrets.',
    ),
    password: true,
    ignoreFocusOut: true,
    validateInput: (value) => {
      const checked = checkEndpoint(url, { hasKey: value !== '' });
      return checked.isUsable ? undefined : localise(checked.problem);
    },
  });
}

async function askModel(): Promise<string | undefined> {
  const typed = await vscode.window.showInputBox({
    title: vscode.l10n.t('Model for embeddings'),
    prompt: vscode.l10n.t('As the server names it, such as nomic-embed-text or text-embedding-3-small.'),
    value: semanticSettings().model,
    ignoreFocusOut: true,
  });
  return typed?.trim() || undefined;
}
