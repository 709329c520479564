import type * as vscode from 'vscode';
import type { ChatModel } from '../../node/llm/chat-model';
import { InputError } from '../../protocol/input-error';
import { loadAssistant } from './load-assistant';
import { ModelKeys } from './model-keys';
import { isChosen, type ModelSettings } from './model-settings';
import { vscodeModel } from './vscode-model';

/** The model that is chosen. Rejects with InputError where none is, or it cannot be had here. */
export async function chosenModel(
  settings: ModelSettings,
  secrets: vscode.SecretStorage,
): Promise<ChatModel> {
  if (!isChosen(settings)) throw noModel();
  if (settings.provider === 'vscode') return vscodeModel(settings.model);
  const { endpointModel } = await loadAssistant();
  const keys = new ModelKeys(secrets);
  const { endpoint: url, model, timeoutSeconds } = settings;
  const key = async () => (await keys.of(url)) || null;
  return endpointModel({ url, model, key, contextTokens: null }, { silenceSeconds: timeoutSeconds });
}

function noModel(): InputError {
  return new InputError({
    code: 'no-model',
    sentence: {
      pattern: 'No model is chosen. Choose one, or take the summary, which needs none.',
      values: [],
    },
  });
}
