import type { ChatBody, RecordedRequest } from './recorded-request';
import { type BytesManner, cutIntoPieces, eventText } from './stream-bytes';

/** What is written on the wire for one request. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Each is written by itself, and goes out by itself. */
  readonly pieces: readonly Uint8Array[];
  /** Milliseconds between pieces. 0: one turn of the event loop. */
  readonly pauseMs: number;
  /** `cut` breaks the connection behind the last piece, `silent` holds it open until the client leaves. */
  readonly ends: 'whole' | 'cut' | 'silent';
}

export type Behaviour =
  | Reply
  | ((request: RecordedRequest) => Reply | Behaviour | Promise<Reply | Behaviour>);

export interface ScriptedCall {
  readonly id?: string;
  readonly name: string;
  /** An object, or exactly this text: it may be empty, or no JSON. */
  readonly arguments: object | string;
}

export interface AnswerManner extends BytesManner {
  readonly toolCalls?: readonly ScriptedCall[];
  /** `ordered`: OpenAI's fragments, one call after the other. `mixed`: fragments of all calls in turn. `whole`: each call in one piece, all of index 0, as older Ollama does. */
  readonly callManner?: 'ordered' | 'mixed' | 'whole';
  /** Told as `reasoning_content` before the answer, as DeepSeek does. */
  readonly reasoning?: string;
  readonly usage?: { readonly promptTokens: number; readonly answerTokens: number } | null;
  /** Left out: `stop`, or `tool_calls` where there are any. Null: the stream never says. */
  readonly finish?: 'stop' | 'length' | 'tool_calls' | 'content_filter' | null;
  /** Whether `[DONE]` is said; left out, yes. */
  readonly done?: boolean;
  readonly ends?: Reply['ends'];
  readonly pauseMs?: number;
  /** How the text is cut into deltas; left out, by words. */
  readonly deltas?: RegExp;
}

type Delta = Readonly<Record<string, unknown>>;

/** A model's answer: a stream where one is asked for, else one object. */
export function answers(text: string, manner: AnswerManner = {}): Behaviour {
  return ({ json }) => (json?.stream === true ? streamed(text, manner, json) : whole(text, manner));
}

/** A model that asks for tools, having said nothing else. */
export function callsTools(toolCalls: readonly ScriptedCall[], manner: AnswerManner = {}): Behaviour {
  return answers('', { ...manner, toolCalls });
}

/** Any answer that is no stream: an object as JSON, a string as it is. */
export function repliesWith(
  status: number,
  body: object | string,
  headers: Readonly<Record<string, string>> = {},
): Reply {
  const type = typeof body === 'string' ? 'text/plain; charset=utf-8' : 'application/json';
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const pieces = [Buffer.from(text)];
  return { status, headers: { 'Content-Type': type, ...headers }, pieces, pauseMs: 0, ends: 'whole' };
}

/** Takes the request and never says a word. */
export function staysSilent(): Reply {
  return { status: 0, headers: {}, pieces: [], pauseMs: 0, ends: 'silent' };
}

/** Breaks the connection before a status. */
export function hangsUp(): Reply {
  return { status: 0, headers: {}, pieces: [], pauseMs: 0, ends: 'cut' };
}

function streamed(text: string, manner: AnswerManner, asked: ChatBody): Reply {
  const deltas = [...reasoningDeltas(manner), ...textDeltas(text, manner), ...callDeltas(manner)];
  const chunks: object[] = deltas.map((delta) => chunkOf([{ index: 0, delta, finish_reason: null }]));
  const finish = finishOf(manner);
  if (finish !== null) chunks.push(chunkOf([{ index: 0, delta: {}, finish_reason: finish }]));
  if (manner.usage && asked.stream_options?.include_usage === true)
    chunks.push({ ...chunkOf([]), usage: usageOf(manner.usage) });
  const events = chunks.map((chunk) => JSON.stringify(chunk));
  if (manner.done !== false && finish !== null) events.push('[DONE]');
  return {
    status: 200,
    headers: { 'Content-Type': 'text/event-stream; charset=utf-8' },
    pieces: cutIntoPieces(
      events.map((event) => eventText(event, manner)),
      manner,
    ),
    pauseMs: manner.pauseMs ?? 0,
    ends: manner.ends ?? 'whole',
  };
}

function whole(text: string, manner: AnswerManner): Reply {
  const calls = (manner.toolCalls ?? []).map((call, at) => ({
    id: idOf(call, at),
    type: 'function',
    function: { name: call.name, arguments: argumentsOf(call) },
  }));
  const message = { role: 'assistant', content: text, ...(calls.length > 0 && { tool_calls: calls }) };
  const choices = [{ index: 0, message, finish_reason: finishOf(manner) }];
  const usage = manner.usage ? { usage: usageOf(manner.usage) } : {};
  return repliesWith(200, { id: 'chat-1', object: 'chat.completion', created: 1, choices, ...usage });
}

function reasoningDeltas({ reasoning }: AnswerManner): Delta[] {
  return reasoning === undefined ? [] : [{ role: 'assistant', content: null, reasoning_content: reasoning }];
}

function textDeltas(text: string, { deltas = /\S+\s*|\s+/g }: AnswerManner): Delta[] {
  return [...text.matchAll(deltas)].map(([content]) => ({ content }));
}

function callDeltas({ toolCalls = [], callManner = 'ordered' }: AnswerManner): Delta[] {
  const fragments = toolCalls.map((call, at) => callFragments(call, at, callManner));
  const inOrder = callManner === 'mixed' ? inTurn(fragments) : fragments.flat();
  return inOrder.map((fragment) => ({ tool_calls: [fragment] }));
}

function callFragments(call: ScriptedCall, at: number, manner: AnswerManner['callManner']): Delta[] {
  const text = argumentsOf(call);
  const head = { id: idOf(call, at), type: 'function' };
  if (manner === 'whole') return [{ index: 0, ...head, function: { name: call.name, arguments: text } }];
  const rest = text.match(/[\s\S]{1,5}/g) ?? [];
  return [
    { index: at, ...head, function: { name: call.name, arguments: '' } },
    ...rest.map((piece) => ({ index: at, function: { arguments: piece } })),
  ];
}

function inTurn(lists: readonly (readonly Delta[])[]): Delta[] {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, at) =>
    lists.flatMap((list) => (list[at] ? [list[at]] : [])),
  ).flat();
}

const idOf = ({ id }: ScriptedCall, at: number) => id ?? `call_${at + 1}`;

function argumentsOf({ arguments: given }: ScriptedCall): string {
  return typeof given === 'string' ? given : JSON.stringify(given);
}

function finishOf({ finish, toolCalls = [] }: AnswerManner): string | null {
  return finish === undefined ? (toolCalls.length > 0 ? 'tool_calls' : 'stop') : finish;
}

function usageOf({ promptTokens, answerTokens }: { promptTokens: number; answerTokens: number }) {
  return {
    prompt_tokens: promptTokens,
    completion_tokens: answerTokens,
    total_tokens: promptTokens + answerTokens,
  };
}

function chunkOf(choices: readonly object[]) {
  return { id: 'chat-1', object: 'chat.completion.chunk', created: 1, model: 'test-model', choices };
}
