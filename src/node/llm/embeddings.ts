import type { AgentFor } from '../sources/one-request';
import { TransportError } from '../sources/transport';
import { ModelError } from './chat-model';
import { checkEndpoint } from './check-endpoint';
import { type Clock, systemClock } from './clock';
import { destinationOf } from './destination';
import { headersOf } from './endpoint-fetch';
import { type Asked, problemOfRefusal, problemOfTransport } from './model-problems';
import { openHttp } from './open-http';
import { beginningOf, RefusedRequest, refusalOf } from './refused-request';

export interface EmbeddingsServer {
  /** The base address of an OpenAI-compatible interface. */
  readonly url: string;
  readonly model: string;
  readonly key: string | null;
}

export interface EmbeddingsParts {
  /** Left out in the editor; `environmentAgents()` in the command line. */
  readonly agentFor?: AgentFor | undefined;
  /** For connecting, and for each silence; left out: 60, as a server may load its model first. */
  readonly seconds?: number;
  readonly clock?: Clock;
}

/** Of numbers written out, for as many texts as are asked at once. */
const mostBytes = 128 * 1024 * 1024;

/**
 * What `POST /embeddings` says of texts: one vector each, in their order, all as long. Asked once, never again by itself. Whoever calls
 * has hidden what must not leave. Rejects with ModelError, or with the signal's reason.
 */
export async function embeddingsOf(
  server: EmbeddingsServer,
  texts: readonly string[],
  parts: EmbeddingsParts,
  signal: AbortSignal,
): Promise<readonly Float32Array[]> {
  const checked = checkEndpoint(server.url, { hasKey: server.key !== null });
  if (!checked.isUsable) throw new ModelError('unreachable', checked.problem);
  try {
    const answer = await answerTo(`${checked.url}/embeddings`, server, texts, parts, signal);
    return vectorsIn(answer, texts.length) ?? noVectors(server);
  } catch (error) {
    signal.throwIfAborted();
    throw errorOf(error, server, (parts.clock ?? systemClock).now());
  }
}

async function answerTo(
  address: string,
  { model, key }: EmbeddingsServer,
  texts: readonly string[],
  { agentFor, seconds = 60, clock = systemClock }: EmbeddingsParts,
  signal: AbortSignal,
): Promise<unknown> {
  const parts = { agentFor, clock, connectSeconds: seconds, silenceSeconds: seconds };
  const body = JSON.stringify({ model, input: texts, encoding_format: 'float' });
  const asked = { method: 'POST', headers: headersOf(key, 'application/json'), body } as const;
  const stream = await openHttp(new URL(address), asked, parts, signal);
  if (stream.status !== 200) throw await refusalOf(stream);
  const text = await beginningOf(stream.pieces, mostBytes);
  try {
    return JSON.parse(text);
  } catch {
    throw new RefusedRequest(404, stream.headers, text.slice(0, 1000));
  }
}

/** Undefined where it is no such answer. Servers may answer in any order; each entry says which text it is of. */
function vectorsIn(answer: unknown, count: number): readonly Float32Array[] | undefined {
  const data = (answer as { data?: unknown } | null)?.data;
  if (!Array.isArray(data) || data.length !== count) return undefined;
  const vectors = new Array<Float32Array>(count);
  for (const [place, entry] of data.entries()) {
    const { index = place, embedding } = (entry ?? {}) as { index?: unknown; embedding?: unknown };
    if (!isPlace(index, count) || !isVector(embedding)) return undefined;
    vectors[index] = Float32Array.from(embedding);
  }
  const isWhole = Array.from(vectors).every((vector) => vector?.length === vectors[0].length);
  return isWhole && vectors.length === count ? vectors : undefined;
}

/** An array takes any number, and is as long as the largest. */
function isPlace(index: unknown, count: number): index is number {
  return Number.isSafeInteger(index) && Number(index) >= 0 && Number(index) < count;
}

function isVector(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.length > 0 && value.every((one) => Number.isFinite(one));
}

function noVectors({ url, model }: EmbeddingsServer): never {
  throw new ModelError('server', {
    pattern:
      '{0} answered with no vector for each text. Choose a model that was made for embeddings in place of {1}.',
    values: [destinationOf(url).host, model],
  });
}

function errorOf(error: unknown, { url, model, key }: EmbeddingsServer, nowMs: number): unknown {
  const { host } = destinationOf(url);
  const about: Asked = { host, model, key, nowMs, tools: false, schema: false };
  if (error instanceof TransportError) return problemOfTransport(error, about).error;
  return error instanceof RefusedRequest ? problemOfRefusal(error, about).error : error;
}
