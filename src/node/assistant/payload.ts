import type { Sentence } from '../../engine/model/finding';
import type { ChatRequest } from '../llm/chat-model';
import { Exchange } from './exchange';
import type { Inquiry, InvestigationParts } from './investigation';
import { messageTokens, toolTokens } from './prompt/message-tokens';

/** What would be sent first for a question, and is not. */
export interface Payload {
  /** Exactly what `investigate` gives the model first. */
  readonly request: ChatRequest;
  /** What goes out for it (`ChatModel.bodyOf`). */
  readonly body: unknown;
  readonly promptTokens: number;
  /** What was left out of it. */
  readonly notices: readonly Sentence[];
}

/** Rejects as `investigate` does before anything is sent: where the question does not fit, the log has gone, or with the signal's reason. */
export async function payloadOf(
  inquiry: Inquiry,
  parts: InvestigationParts,
  signal: AbortSignal = new AbortController().signal,
): Promise<Payload> {
  const notices: Sentence[] = [];
  const exchange = new Exchange(inquiry, parts, {
    documents: [...parts.documents],
    say: (event) => {
      if (event.kind === 'notice') notices.push(event.sentence);
    },
    signal,
  });
  const request = await exchange.next();
  const promptTokens = messageTokens(request.messages) + toolTokens(request.tools);
  return { request, body: parts.model.bodyOf(request), promptTokens, notices };
}
