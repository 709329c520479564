import { tokensOf } from '../../engine/triage/evidence/token-count';
import { TransportError } from '../sources/transport';
import { type ChatRequest, ModelError } from './chat-model';
import { headersOf } from './endpoint-fetch';
import { type HttpParts, openHttp } from './open-http';
import { beginningOf } from './refused-request';

/** By which it is known: no other server is asked for what only Ollama answers. */
const usualPort = 11434;
const mostBytes = 1024 * 1024;

/** Sees to it that a model at Ollama is asked no more than it can hold; does nothing for other servers. */
export class OllamaRoom {
  private isAsked: boolean;
  private readonly isOllama: boolean;

  constructor(
    private readonly of: Omit<OllamaModel, 'key'>,
    /** Tokens; null where nobody said, or not yet. */
    public context: number | null,
    port = usualPort,
  ) {
    this.isOllama = URL.canParse(of.url) && new URL(of.url).port === String(port);
    this.isAsked = context !== null || !this.isOllama;
  }

  /** Throws ModelError `context-too-long` where question and answer together take more. */
  async check(
    request: ChatRequest,
    key: string | null,
    parts: HttpParts,
    signal: AbortSignal,
  ): Promise<void> {
    const of = { ...this.of, key };
    if (!this.isAsked) this.context = await ollamaContext(of, parts, signal);
    this.isAsked = true;
    if (this.isOllama && this.context !== null) refuseTooLong(request, this.context, of);
  }
}

interface OllamaModel {
  /** The base address of its OpenAI-compatible interface, which its own stands beside. */
  readonly url: string;
  readonly model: string;
  readonly key: string | null;
}

/**
 * The context Ollama gives a model, in tokens; null where it does not say. It must be known before: where a prompt is longer Ollama drops its
 * beginning and says nothing, and by itself it gives 4096 where there is less than 24 GiB of video memory (docs.ollama.com, Context
 * length). A model that is not loaded yet is loaded, as the question would do. Rejects with the signal's reason only.
 */
async function ollamaContext(of: OllamaModel, parts: HttpParts, signal: AbortSignal): Promise<number | null> {
  const running = await answerOf(of, '/api/ps', null, parts, signal);
  const known = contextIn(running, of.model);
  if (known !== undefined || !hasModels(running)) return known ?? null;
  await answerOf(of, '/api/generate', JSON.stringify({ model: of.model, stream: false }), parts, signal);
  return contextIn(await answerOf(of, '/api/ps', null, parts, signal), of.model) ?? null;
}

function refuseTooLong(request: ChatRequest, context: number, { url, model }: OllamaModel): void {
  const prompt = request.messages.reduce((sum, { content }) => sum + tokensOf(content), 0);
  const tools = request.tools.length > 0 ? tokensOf(JSON.stringify(request.tools)) : 0;
  if (prompt + tools + request.maxAnswerTokens <= context) return;
  const sentence = {
    pattern:
      '{1} gives {0} {2} tokens, too few for all this. Set OLLAMA_CONTEXT_LENGTH higher where it runs, or take some of the context away.',
    values: [model, new URL(url).host, context],
  };
  throw new ModelError('context-too-long', sentence, { contextTokens: context });
}

/** Undefined where it failed: that Ollama cannot be asked so is for the question itself to find. */
async function answerOf(
  { url, key }: OllamaModel,
  path: string,
  body: string | null,
  parts: HttpParts,
  signal: AbortSignal,
): Promise<unknown> {
  const asked = {
    method: body === null ? 'GET' : 'POST',
    headers: headersOf(key, 'application/json'),
    body,
  } as const;
  try {
    const answer = await openHttp(new URL(path, url), asked, parts, signal);
    return JSON.parse(await beginningOf(answer.pieces, mostBytes));
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof TransportError || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

interface Running {
  readonly models: readonly unknown[];
}

function hasModels(answer: unknown): answer is Running {
  return typeof answer === 'object' && answer !== null && 'models' in answer && Array.isArray(answer.models);
}

function contextIn(answer: unknown, model: string): number | undefined {
  if (!hasModels(answer)) return undefined;
  const entries = answer.models.map((entry) => (entry ?? {}) as { name?: unknown; context_length?: unknown });
  const running = entries.find(({ name }) => name === model || name === `${model}:latest`);
  const tokens = running?.context_length;
  return typeof tokens === 'number' && tokens > 0 ? tokens : undefined;
}
