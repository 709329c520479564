import type OpenAI from 'openai';
import type { ChatMessage, ChatRequest } from './chat-model';
import type { KeptReasoning } from './kept-reasoning';
import type { Manners } from './server-manners';

type Body = OpenAI.ChatCompletionCreateParamsStreaming;

/** The body of a request as it goes out, without members the server was found not to take. */
export function requestBody(
  request: ChatRequest,
  model: string,
  manners: Manners,
  kept: KeptReasoning,
): Body {
  const { tools, schema, temperature, maxAnswerTokens } = request;
  return {
    model,
    messages: request.messages.map((message) => messageOf(message, kept)),
    stream: true,
    [manners.limitName]: maxAnswerTokens,
    ...(manners.takesTemperature && { temperature }),
    ...(manners.takesUsage && { stream_options: { include_usage: true } }),
    // Said although it is the default: vLLM once refused tools without it.
    ...(tools.length > 0 && { tools: tools.map(toolOf), tool_choice: 'auto' }),
    ...(schema && { response_format: { type: 'json_schema', json_schema: { ...schema, strict: true } } }),
  };
}

function messageOf(message: ChatMessage, kept: KeptReasoning): OpenAI.ChatCompletionMessageParam {
  switch (message.role) {
    case 'assistant':
      return assistantMessage(message, kept);
    case 'tool':
      return { role: 'tool', tool_call_id: message.callId, content: message.content };
    default:
      return { role: message.role, content: message.content };
  }
}

function assistantMessage(
  { content, toolCalls }: Extract<ChatMessage, { role: 'assistant' }>,
  kept: KeptReasoning,
): OpenAI.ChatCompletionAssistantMessageParam {
  if (toolCalls.length === 0) return { role: 'assistant', content };
  const reasoning = kept.before(toolCalls);
  const calls = toolCalls.map(({ id, name, arguments: text }) => ({
    id,
    type: 'function' as const,
    function: { name, arguments: text },
  }));
  return {
    role: 'assistant',
    content,
    tool_calls: calls,
    // Of other servers' protocol: OpenAI's knows no such member.
    ...(reasoning !== undefined && { reasoning_content: reasoning }),
  };
}

function toolOf({ name, description, parameters }: ChatRequest['tools'][number]): OpenAI.ChatCompletionTool {
  return { type: 'function', function: { name, description, parameters } };
}
