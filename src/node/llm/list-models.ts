import type { AgentFor } from '../sources/one-request';
import { TransportError } from '../sources/transport';
import { ModelError } from './chat-model';
import { checkEndpoint } from './check-endpoint';
import { type Clock, systemClock } from './clock';
import { destinationOf } from './destination';
import { headersOf } from './endpoint-fetch';
import { type ListedModel, listedModels } from './listed-models';
import { type Asked, problemOfRefusal, problemOfTransport } from './model-problems';
import { openHttp } from './open-http';
import { beginningOf, RefusedRequest, refusalOf } from './refused-request';

export interface ListingParts {
  /** Left out in the editor; `environmentAgents()` in the command line. */
  readonly agentFor?: AgentFor | undefined;
  /** For connecting, and for each silence; left out: 15. */
  readonly seconds?: number;
  readonly clock?: Clock;
}

/** Names of models are short, gateways list thousands of them. */
const mostBytes = 32 * 1024 * 1024;

/** The models a server offers. Asked once, never again by itself. Rejects with ModelError, or with the signal's reason. */
export async function listModels(
  { url, key }: { readonly url: string; readonly key: string | null },
  parts: ListingParts,
  signal: AbortSignal,
): Promise<ListedModel[]> {
  const checked = checkEndpoint(url, { hasKey: key !== null });
  if (!checked.isUsable) throw new ModelError('unreachable', checked.problem);
  try {
    return await asked(`${checked.url}/models`, key, parts, signal);
  } catch (error) {
    signal.throwIfAborted();
    throw errorOf(error, url, key, (parts.clock ?? systemClock).now());
  }
}

async function asked(
  address: string,
  key: string | null,
  { agentFor, seconds = 15, clock = systemClock }: ListingParts,
  signal: AbortSignal,
): Promise<ListedModel[]> {
  const parts = { agentFor, clock, connectSeconds: seconds, silenceSeconds: seconds };
  const get = { method: 'GET', headers: headersOf(key, 'application/json'), body: null } as const;
  const answer = await openHttp(new URL(address), get, parts, signal);
  if (answer.status !== 200) throw await refusalOf(answer);
  const text = await beginningOf(answer.pieces, mostBytes);
  const models = listedModels(parsed(text));
  if (models === null) throw new RefusedRequest(404, answer.headers, text);
  return models;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function errorOf(error: unknown, url: string, key: string | null, nowMs: number): unknown {
  const { host } = destinationOf(url);
  const about: Asked = { host, model: '', key, nowMs, tools: false, schema: false };
  if (error instanceof TransportError) return problemOfTransport(error, about).error;
  return error instanceof RefusedRequest ? problemOfRefusal(error, about).error : error;
}
