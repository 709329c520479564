import type { Sentence } from '../../engine/model/finding';

/** A model that can be talked to, whoever serves it. Nothing is sent before `chat` is called. */
export interface ChatModel {
  /** As its server calls it. */
  readonly name: string;
  /** Where what is said goes: `local` stays on this machine; `remote` names the host, as `api.example.com`. */
  readonly destination: ModelDestination;
  /** Tokens that question and answer may take together; null where nobody said. */
  readonly contextTokens: number | null;
  /** Rejects with ModelError, or with the signal's reason: cancelling ends the exchange itself. The last part is always `end`. */
  chat(request: ChatRequest, signal: AbortSignal): AsyncIterable<ChatPart>;
  /** What goes out for a request, as data for JSON: of an endpoint exactly the body `chat` would send now. */
  bodyOf(request: ChatRequest): unknown;
}

export type ModelDestination =
  | { readonly kind: 'local'; readonly host: string }
  | { readonly kind: 'remote'; readonly host: string };

export interface ChatRequest {
  readonly messages: readonly ChatMessage[];
  /** None where the model is to answer without them. */
  readonly tools: readonly ToolDefinition[];
  readonly temperature: number;
  readonly maxAnswerTokens: number;
  /** The answer is to be JSON of this schema, where the server knows how to see to that; the prompt asks for it anyway. */
  readonly schema?: { readonly name: string; readonly schema: JsonSchema } | undefined;
}

export type ChatMessage =
  | { readonly role: 'system' | 'user'; readonly content: string }
  | { readonly role: 'assistant'; readonly content: string; readonly toolCalls: readonly ToolCall[] }
  | { readonly role: 'tool'; readonly callId: string; readonly content: string };

export interface ToolCall {
  readonly id: string;
  readonly name: string;
  /** JSON as the model wrote it, put together from its fragments: it may be no JSON at all. */
  readonly arguments: string;
}

export interface ToolDefinition {
  readonly name: string;
  readonly description: string;
  readonly parameters: JsonSchema;
}

/** What stands in a JSON schema, as data. */
export type JsonSchema = { readonly [key: string]: unknown };

export type ChatPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'toolCall'; readonly call: ToolCall }
  /** What the server counted; some never say. */
  | { readonly kind: 'usage'; readonly promptTokens: number; readonly answerTokens: number }
  /** Told before it is tried again by itself. */
  | { readonly kind: 'waiting'; readonly seconds: number; readonly why: Sentence }
  | { readonly kind: 'end'; readonly reason: 'stop' | 'length' | 'tools' | 'filtered' };

export type ModelFailure =
  | 'unauthorised'
  | 'rate-limited'
  | 'context-too-long'
  | 'no-tools'
  | 'no-schema'
  | 'unknown-model'
  /** No answer, or none any more, within the time allowed. */
  | 'timeout'
  /** The stream ended before it said so: what came so far stands. */
  | 'cut'
  | 'unreachable'
  | 'not-a-model-server'
  | 'server'
  /** The reader said no, or VS Code did in the reader's place. */
  | 'not-allowed';

/** Why a model gave no answer; the sentence ends in its cure. */
export class ModelError extends Error {
  constructor(
    readonly code: ModelFailure,
    readonly sentence: Sentence,
    readonly details: {
      /** Of `rate-limited`: what `Retry-After` said. */
      readonly retryAfterSeconds?: number;
      /** Of `context-too-long`: the limit, where the server names it. */
      readonly contextTokens?: number;
    } = {},
  ) {
    super(sentence.pattern);
    this.name = 'ModelError';
  }
}
