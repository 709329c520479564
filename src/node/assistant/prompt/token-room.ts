import type { ChatModel } from '../../llm/chat-model';
import type { InvestigationLimits } from '../investigation';

/** Tokens, as `tokensOf` counts them. */
export interface TokenRoom {
  /** Question, tools and answers together. */
  readonly context: number;
  readonly answer: number;
  /** What the pack of evidence may take at most. */
  readonly evidence: number;
}

/** More evidence than this says little more, and costs with every round. */
const mostEvidence = 4_000;
/** Servers count somewhat otherwise, and wrap each message. */
const slack = 1 / 20;
/** An answer that takes more of a small context leaves nothing to answer from. */
const mostAnswerShare = 1 / 3;
/** What is left of a prompt a server found too long, where it does not say how long it may be. */
const shrunk = 0.6;

export function roomOf(limits: InvestigationLimits, model: Pick<ChatModel, 'contextTokens'>): TokenRoom {
  const context = Math.min(limits.contextTokens, model.contextTokens ?? Number.POSITIVE_INFINITY);
  return roomFor(context, limits.maxAnswerTokens, mostEvidence);
}

/** What messages and tools may take. */
export function promptRoom({ context, answer }: TokenRoom): number {
  return Math.floor((context - answer) * (1 - slack));
}

/** After `sent` tokens of prompt with `evidence` in them were too many for the server, which may have named its limit. */
export function smallerRoom(
  room: TokenRoom,
  sent: { readonly prompt: number; readonly evidence: number },
  named: number | undefined,
): TokenRoom {
  const tried = Math.min(room.context, sent.prompt + room.answer);
  const half = Math.floor(sent.evidence / 2);
  if (named !== undefined && named > 0 && named < tried) return roomFor(named, room.answer, sent.evidence);
  return roomFor(Math.floor(tried * shrunk), room.answer, half);
}

function roomFor(context: number, answer: number, evidence: number): TokenRoom {
  return { context, answer: Math.max(1, Math.min(answer, Math.floor(context * mostAnswerShare))), evidence };
}
