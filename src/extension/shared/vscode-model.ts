import * as vscode from 'vscode';
import { type ChatModel, ModelError } from '../../node/llm/chat-model';
import { chatModelOf, type LanguageModels } from './vscode-chat-model';

/** How whoever serves VS Code's models is named: VS Code does not say. */
export const vscodeHost = 'VS Code';

/** What stands in the list of models. */
export interface ListedVscodeModel {
  readonly id: string;
  readonly name: string;
  readonly vendor: string;
  readonly family: string;
}

/** None where the product has no models, as code-server. */
export async function listVscodeModels(): Promise<readonly ListedVscodeModel[]> {
  return (await chats()).map(({ id, name, vendor, family }) => ({ id, name, vendor, family }));
}

/** By the id it was listed by. Rejects with ModelError where it is gone. */
export async function vscodeModel(id: string): Promise<ChatModel> {
  const chat = (await chats()).find((one) => one.id === id);
  if (!chat) throw gone(id);
  return chatModelOf(chat, languageModels);
}

/** Of a chat that VS Code handed over, as it does to a participant. */
export function vscodeModelOf(chat: vscode.LanguageModelChat): ChatModel {
  return chatModelOf(chat, languageModels);
}

async function chats(): Promise<readonly vscode.LanguageModelChat[]> {
  // Products without a chat leave the whole of it out.
  const lm: typeof vscode.lm | undefined = vscode.lm;
  return (await lm?.selectChatModels?.({})) ?? [];
}

/** VS Code's own classes, which tests replace. */
const languageModels: LanguageModels = {
  host: vscodeHost,
  justification: () => vscode.l10n.t('Oddline asks it about the log you are reading.'),
  user: (parts) => vscode.LanguageModelChatMessage.User([...parts]),
  assistant: (parts) => vscode.LanguageModelChatMessage.Assistant([...parts]),
  text: (text) => new vscode.LanguageModelTextPart(text),
  toolCall: (id, name, given) => new vscode.LanguageModelToolCallPart(id, name, given),
  toolResult: (id, text) =>
    new vscode.LanguageModelToolResultPart(id, [new vscode.LanguageModelTextPart(text)]),
  cancellation: () => new vscode.CancellationTokenSource(),
};

function gone(id: string): ModelError {
  return new ModelError('unknown-model', {
    pattern: 'VS Code has no model {0} any more. Choose another one.',
    values: [id],
  });
}
