import type { ChatModel, ChatRequest } from './chat-model';

/** All of an answer. */
export interface Answer {
  readonly text: string;
  /** Not ended by a limit or a filter. */
  readonly isWhole: boolean;
  /** Null where the server does not say. */
  readonly usage: { readonly promptTokens: number; readonly answerTokens: number } | null;
}

/** Asks once and waits until all is said. Rejects with ModelError, or with the signal's reason. */
export async function answerOf(model: ChatModel, request: ChatRequest, signal: AbortSignal): Promise<Answer> {
  let text = '';
  let isWhole = false;
  let usage: Answer['usage'] = null;
  for await (const part of model.chat(request, signal)) {
    if (part.kind === 'text') text += part.text;
    if (part.kind === 'usage') usage = { promptTokens: part.promptTokens, answerTokens: part.answerTokens };
    if (part.kind === 'end') isWhole = part.reason === 'stop';
  }
  return { text, isWhole, usage };
}
