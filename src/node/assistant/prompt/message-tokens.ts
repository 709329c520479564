import { tokensOf } from '../../../engine/triage/evidence/token-count';
import type { ChatMessage, ToolDefinition } from '../../llm/chat-model';

/** What a server puts around a message. */
const frame = 4;

export function messageTokens(messages: readonly ChatMessage[]): number {
  return messages.reduce((sum, message) => sum + frame + contentTokens(message), 0);
}

export function toolTokens(tools: readonly ToolDefinition[]): number {
  return tools.length === 0 ? 0 : tokensOf(JSON.stringify(tools));
}

function contentTokens(message: ChatMessage): number {
  const calls = message.role === 'assistant' ? message.toolCalls : [];
  return calls.reduce(
    (sum, { name, arguments: given }) => sum + frame + tokensOf(name) + tokensOf(given),
    tokensOf(message.content),
  );
}
