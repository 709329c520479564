import type { OpenAI } from 'openai';
import { TransportError } from '../sources/transport';
import type { endpointFetch } from './endpoint-fetch';
import { RefusedRequest } from './refused-request';

/**
 * The library, for one request; loaded with the first: that is most of what opening the assistant would cost. Every option it would otherwise take from the environment is given; waiting and trying again are ours.
 */
export async function openaiClient(
  baseURL: string,
  fetch: ReturnType<typeof endpointFetch>,
): Promise<OpenAI> {
  const { OpenAI } = await import('./openai-library');
  return new OpenAI({
    baseURL,
    fetch,
    apiKey: 'sent by endpointFetch',
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    maxRetries: 0,
    timeout: 2 ** 31 - 1,
    logLevel: 'off',
  });
}

/** The library wraps what its `fetch` throws. */
export function causeOf(error: unknown): unknown {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof TransportError || cause instanceof RefusedRequest ? cause : error;
}

/** What a server said of an error within a stream, as the library throws it (its APIError); undefined where it is another error. */
export function errorWithin(error: unknown): unknown {
  return error instanceof Error && 'error' in error && 'status' in error ? error.error : undefined;
}
