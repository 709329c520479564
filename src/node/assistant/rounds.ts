import { tokensOf } from '../../engine/triage/evidence/token-count';
import type { ChatMessage, ToolCall } from '../llm/chat-model';
import { messageTokens } from './prompt/message-tokens';

/** What a model asked of tools in one message, and what it was told, as it goes out. */
export interface Round {
  readonly said: string;
  readonly calls: readonly ToolCall[];
  /** By call. */
  readonly answers: readonly string[];
}

const dropped = 'This answer was dropped to make room. Call the tool again if you still need it.';
const answerNow =
  'You can call no more tools. Answer now with what you have; where it is not enough, say "not enough evidence" and what is missing.';

/** As messages, in at most `room` tokens: the oldest answers of tools are dropped first. */
export function roundMessages(rounds: readonly Round[], room: number): ChatMessage[] {
  const answers = rounds.flatMap((round) => round.answers);
  for (let from = 0; ; from++) {
    const kept = answers.map((answer, at) => (at < from ? shorter(answer) : answer));
    const messages = messagesOf(rounds, kept);
    if (from >= answers.length || messageTokens(messages) <= room) return messages;
  }
}

/** The last prompt, which names no tools: some servers refuse calls in it then, so what tools answered is told as text. */
export function closingMessages(
  opening: readonly ChatMessage[],
  rounds: readonly Round[],
  room: number,
): ChatMessage[] {
  const messages = roundMessages(rounds, room);
  const told = messages.flatMap((message, at) =>
    message.role === 'tool' ? [`${callOf(messages, at, message.callId)}\n${message.content}`] : [],
  );
  const content = [...told, answerNow].join('\n\n');
  const last = opening.at(-1);
  if (last?.role !== 'user') return [...opening, { role: 'user', content }];
  return [...opening.slice(0, -1), { role: 'user', content: `${last.content}\n\n${content}` }];
}

function callOf(messages: readonly ChatMessage[], before: number, id: string): string {
  const calls = messages
    .slice(0, before)
    .flatMap((message) => (message.role === 'assistant' ? message.toolCalls : []));
  const call = calls.findLast((one) => one.id === id);
  return call === undefined ? 'A tool answered:' : `You called ${call.name} ${call.arguments}; it answered:`;
}

function messagesOf(rounds: readonly Round[], answers: readonly string[]): ChatMessage[] {
  let at = 0;
  return rounds.flatMap(({ said, calls }): ChatMessage[] => [
    { role: 'assistant', content: said, toolCalls: calls },
    ...calls.map(({ id }): ChatMessage => ({ role: 'tool', callId: id, content: answers[at++] ?? '' })),
  ]);
}

function shorter(answer: string): string {
  return tokensOf(answer) > tokensOf(dropped) ? dropped : answer;
}
