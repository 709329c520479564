import type { Sentence } from '../../engine/model/finding';
import { tokensOf } from '../../engine/triage/evidence/token-count';
import type { ChatModel, ChatPart, ChatRequest, ToolCall } from '../llm/chat-model';
import { Breather } from './breather';
import { messageTokens, toolTokens } from './prompt/message-tokens';

/** What a model said in one round. */
export interface Reply {
  /** As it wrote it. */
  readonly text: string;
  readonly calls: readonly ToolCall[];
  readonly reason: Extract<ChatPart, { kind: 'end' }>['reason'];
}

export interface Usage {
  readonly promptTokens: number;
  readonly answerTokens: number;
  readonly isEstimate: boolean;
}

export interface Listening {
  readonly now: () => number;
  readonly onText: (piece: string) => void;
  readonly onWaiting: (why: Sentence) => void;
  /** Once, however it ends, where anything came: what the server counted, or an estimate. */
  readonly onUsage: (usage: Usage) => void;
}

/** Longer answers than a server was asked for are no answers: characters a token at most, and room for what is short. */
const charsOfToken = 16;
const leastChars = 10_000;
/** In one message; a model that needs more asks again. */
const mostCalls = 8;

/** Rejects as `ChatModel.chat` does; what was told by then stands. */
export async function listen(
  model: ChatModel,
  request: ChatRequest,
  { now, onText, onWaiting, onUsage }: Listening,
  signal: AbortSignal,
): Promise<Reply> {
  const breather = new Breather(now);
  const most = Math.max(leastChars, request.maxAnswerTokens * charsOfToken);
  const calls: ToolCall[] = [];
  let text = '';
  let counted: Usage | undefined;
  let isAnswered = false;
  try {
    for await (const part of model.chat(request, signal)) {
      isAnswered ||= part.kind !== 'waiting';
      await breather.breathe();
      signal.throwIfAborted();
      if (part.kind === 'end') return { text, calls, reason: part.reason };
      if (part.kind === 'toolCall' && calls.length < mostCalls) calls.push(part.call);
      if (part.kind === 'waiting') onWaiting(part.why);
      if (part.kind === 'usage') counted = countedUsage(part);
      if (part.kind !== 'text') continue;
      text += part.text;
      onText(part.text);
      if (text.length > most) return { text, calls: [], reason: 'length' };
    }
    return { text, calls, reason: 'stop' };
  } finally {
    if (isAnswered) onUsage(counted ?? estimated(request, text, calls));
  }
}

function countedUsage({ promptTokens, answerTokens }: Omit<Usage, 'isEstimate'>): Usage {
  return { promptTokens, answerTokens, isEstimate: false };
}

function estimated(request: ChatRequest, text: string, calls: readonly ToolCall[]): Usage {
  return {
    promptTokens: messageTokens(request.messages) + toolTokens(request.tools),
    answerTokens: calls.reduce((sum, call) => sum + tokensOf(call.arguments), tokensOf(text)),
    isEstimate: true,
  };
}
