import type * as vscode from 'vscode';
import {
  type ChatMessage,
  type ChatModel,
  type ChatPart,
  type ChatRequest,
  ModelError,
} from '../../node/llm/chat-model';

/** What of VS Code's language-model API is called by value: a fake stands in for it in tests. */
export interface LanguageModels {
  /** How whoever serves the models is named. */
  readonly host: string;
  /** What VS Code shows when it asks for consent. */
  justification(): string;
  user(
    parts: readonly (vscode.LanguageModelTextPart | vscode.LanguageModelToolResultPart)[],
  ): vscode.LanguageModelChatMessage;
  assistant(
    parts: readonly (vscode.LanguageModelTextPart | vscode.LanguageModelToolCallPart)[],
  ): vscode.LanguageModelChatMessage;
  text(text: string): vscode.LanguageModelTextPart;
  toolCall(id: string, name: string, given: object): vscode.LanguageModelToolCallPart;
  toolResult(id: string, text: string): vscode.LanguageModelToolResultPart;
  cancellation(): vscode.CancellationTokenSource;
}

/** A chat of VS Code's as a model like any other. It takes no schema and counts no usage; temperature is a wish, as vendors name it. */
export function chatModelOf(chat: vscode.LanguageModelChat, api: LanguageModels): ChatModel {
  return {
    name: chat.name,
    destination: { kind: 'remote', host: api.host },
    contextTokens: chat.maxInputTokens > 0 ? chat.maxInputTokens : null,
    bodyOf: (request) => ({ model: chat.id, messages: request.messages, ...optionsOf(request) }),
    chat: (request, signal) => partsOf(chat, request, api, signal),
  };
}

async function* partsOf(
  chat: vscode.LanguageModelChat,
  request: ChatRequest,
  api: LanguageModels,
  signal: AbortSignal,
): AsyncGenerator<ChatPart> {
  signal.throwIfAborted();
  const source = api.cancellation();
  const cancel = () => source.cancel();
  signal.addEventListener('abort', cancel, { once: true });
  let hasCalls = false;
  try {
    const messages = request.messages.map((message) => messageOf(message, api));
    const options = { justification: api.justification(), ...optionsOf(request) };
    const response = await chat.sendRequest(messages, options, source.token);
    for await (const part of response.stream) {
      signal.throwIfAborted();
      const told = partOf(part);
      if (told === undefined) continue;
      hasCalls ||= told.kind === 'toolCall';
      yield told;
    }
    signal.throwIfAborted();
    yield { kind: 'end', reason: hasCalls ? 'tools' : 'stop' };
  } catch (error) {
    signal.throwIfAborted();
    throw modelErrorOf(error, chat.name);
  } finally {
    signal.removeEventListener('abort', cancel);
    source.dispose();
  }
}

function optionsOf({ tools, temperature, maxAnswerTokens }: ChatRequest) {
  const modelOptions = { temperature, max_tokens: maxAnswerTokens };
  if (tools.length === 0) return { modelOptions };
  const offered = tools.map(({ name, description, parameters }) => ({
    name,
    description,
    inputSchema: parameters,
  }));
  return { modelOptions, tools: offered };
}

/** VS Code's chats know no system message: it is said by the user, first. */
function messageOf(message: ChatMessage, api: LanguageModels): vscode.LanguageModelChatMessage {
  if (message.role === 'tool') return api.user([api.toolResult(message.callId, message.content)]);
  if (message.role !== 'assistant') return api.user([api.text(message.content)]);
  const said = message.content === '' ? [] : [api.text(message.content)];
  const calls = message.toolCalls.map(({ id, name, arguments: given }) =>
    api.toolCall(id, name, objectOf(given)),
  );
  return api.assistant([...said, ...calls]);
}

function objectOf(json: string): object {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

/** Parts of kinds to come are left out. */
function partOf(part: unknown): ChatPart | undefined {
  if (typeof part !== 'object' || part === null) return undefined;
  const { value, callId, name, input } = part as Partial<
    Record<'value' | 'callId' | 'name' | 'input', unknown>
  >;
  if (typeof callId === 'string' && typeof name === 'string')
    return { kind: 'toolCall', call: { id: callId, name, arguments: JSON.stringify(input ?? {}) } };
  return typeof value === 'string' ? { kind: 'text', text: value } : undefined;
}

function modelErrorOf(error: unknown, model: string): ModelError {
  if (error instanceof ModelError) return error;
  const code = codeOf(error);
  if (code === 'NoPermissions')
    return new ModelError('not-allowed', {
      pattern: 'VS Code was not allowed to ask {0}. Ask again and allow it, or choose another model.',
      values: [model],
    });
  if (code === 'NotFound')
    return new ModelError('unknown-model', {
      pattern: 'VS Code has no model {0} any more. Choose another one.',
      values: [model],
    });
  if (code === 'Blocked')
    return new ModelError('rate-limited', {
      pattern:
        '{0} takes no more requests now: its limit is used up, or it refused this one. Wait, or choose another model.',
      values: [model],
    });
  return new ModelError('server', {
    pattern: '{0} gave no answer: {1}. Ask again, or choose another model.',
    values: [model, error instanceof Error ? error.message : String(error)],
  });
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}
