import type { ChatModel, ChatPart, ChatRequest } from '../../../src/node/llm/chat-model';
import { ModelError } from '../../../src/node/llm/chat-model';
import { type EndpointParts, endpointModel, type ModelEndpoint } from '../../../src/node/llm/endpoint-model';
import { ServerManners } from '../../../src/node/llm/server-manners';
import { PassedClock } from './passed-clock';

export const question: ChatRequest = {
  messages: [
    { role: 'system', content: 'Answer by the log.' },
    { role: 'user', content: 'What broke?' },
  ],
  tools: [],
  temperature: 0.1,
  maxAnswerTokens: 2000,
};

export const withTools: ChatRequest = {
  ...question,
  tools: [{ name: 'get_lines', description: 'Lines', parameters: { type: 'object', properties: {} } }],
};

export interface Told {
  readonly text: string;
  readonly parts: readonly ChatPart[];
  readonly error: unknown;
}

export interface Asked {
  readonly request?: ChatRequest;
  readonly endpoint?: Partial<ModelEndpoint>;
  readonly parts?: EndpointParts;
  readonly signal?: AbortSignal;
  /** Told of each part as it comes. */
  readonly onPart?: (part: ChatPart, clock: PassedClock) => void;
}

/** A model that has learnt nothing yet. */
export function modelOf(url: string, { endpoint, parts }: Asked = {}): ChatModel {
  return endpointModel(
    { url, model: 'test-model', key: async () => null, contextTokens: null, ...endpoint },
    { manners: new ServerManners(), ...parts },
  );
}

/** Asks once and gathers all that is told. What a server has us wait for passes at once. */
export function ask(url: string, asked: Asked = {}): Promise<Told> {
  const clock = new PassedClock();
  return askModel(modelOf(url, { ...asked, parts: { clock, ...asked.parts } }), asked, clock);
}

export async function askModel(
  model: ChatModel,
  asked: Asked = {},
  clock = new PassedClock(),
): Promise<Told> {
  const { request = question, signal = new AbortController().signal, onPart = waitsPass } = asked;
  const parts: ChatPart[] = [];
  let error: unknown;
  try {
    for await (const part of model.chat(request, signal)) {
      parts.push(part);
      onPart(part, clock);
    }
  } catch (thrown) {
    error = thrown;
  }
  const texts = parts.flatMap((part) => (part.kind === 'text' ? [part.text] : []));
  return { text: texts.join(''), parts, error };
}

function waitsPass(part: ChatPart, clock: PassedClock): void {
  if (part.kind === 'waiting') setImmediate(() => clock.pass(part.seconds));
}

export function codeOf(error: unknown): string {
  return error instanceof ModelError ? error.code : String(error);
}
