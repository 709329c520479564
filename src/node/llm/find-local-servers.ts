import { ModelError } from './chat-model';
import type { Clock } from './clock';
import { listModels } from './list-models';
import type { ListedModel } from './listed-models';

/** A server on this machine that lists models. */
export interface LocalServer {
  /** Of what usually listens at its port: it may be another program. */
  readonly name: string;
  /** Its base address, ready for an endpoint. */
  readonly url: string;
  readonly models: readonly ListedModel[];
}

interface UsualPort {
  readonly port: number;
  readonly name: string;
}

/** What each listens at unless it is told otherwise, as its documentation says. */
const usualPorts: readonly UsualPort[] = [
  { port: 11434, name: 'Ollama' },
  { port: 1234, name: 'LM Studio' },
  { port: 8080, name: 'llama.cpp' },
  { port: 8000, name: 'vLLM' },
  { port: 1337, name: 'Jan' },
  { port: 30000, name: 'SGLang' },
];

/** Loopback answers in milliseconds; a server that is busy with a model may take longer. */
const deadlineSeconds = 1.5;

/**
 * Asks 127.0.0.1 at the usual ports, all at once, which models there are; whoever does not list any is left out. Only after the reader
 * asked for it: anything may listen there. No key is sent. Rejects with the signal's reason.
 */
export async function findLocalServers(
  signal: AbortSignal,
  { ports = usualPorts, clock }: { readonly ports?: readonly UsualPort[]; readonly clock?: Clock } = {},
): Promise<LocalServer[]> {
  const found = await Promise.all(
    ports.map(async ({ port, name }) => {
      const url = `http://127.0.0.1:${port}/v1`;
      const models = await modelsAt(url, signal, clock);
      return models.length > 0 ? [{ name, url, models }] : [];
    }),
  );
  return found.flat();
}

async function modelsAt(url: string, signal: AbortSignal, clock?: Clock): Promise<ListedModel[]> {
  try {
    return await listModels(
      { url, key: null },
      { seconds: deadlineSeconds, ...(clock && { clock }) },
      signal,
    );
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof ModelError) return [];
    throw error;
  }
}
