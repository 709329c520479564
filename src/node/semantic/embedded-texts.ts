import { InputError } from '../../protocol/input-error';
import type { Vectors } from '../../protocol/semantic';
import type { Embedder } from './embedder';
import type { EmbeddingCache } from './embedding-cache';

/** What was made before, and where what is made now goes. */
export type KnownVectors = Pick<EmbeddingCache, 'get' | 'keep'>;

/** Asked at once: after each it can be told how far it is. */
const atOnce = 32;

export interface EmbeddingRun {
  readonly signal: AbortSignal;
  /** How much is done, 0 to 1. */
  readonly onShare?: ((share: number) => void) | undefined;
}

/**
 * A row a text, in their order; each different text is looked at once, and not at all where it is known. Rejects with InputError where the
 * model is another each time, and with what `embed` does.
 */
export async function embeddedTexts(
  texts: readonly string[],
  embedder: Embedder,
  known: KnownVectors,
  run: EmbeddingRun,
): Promise<Vectors> {
  const vectors = await vectorsOf(texts, embedder, known, run);
  if (areAsLong(vectors)) return together(vectors);
  // A server has put another model behind the same name: what it said before is worth nothing.
  const again = new Map<string, Float32Array>();
  const fresh = { get: (text: string) => again.get(text), keep: keptIn(again, known) };
  const anew = await vectorsOf(texts, embedder, fresh, run);
  if (areAsLong(anew)) return together(anew);
  throw notOneModel(embedder.model);
}

async function vectorsOf(
  texts: readonly string[],
  embedder: Embedder,
  known: KnownVectors,
  { signal, onShare }: EmbeddingRun,
): Promise<readonly Float32Array[]> {
  const missing = [...new Set(texts)].filter((text) => known.get(text) === undefined);
  for (let from = 0; from < missing.length; from += atOnce) {
    onShare?.(from / missing.length);
    const part = missing.slice(from, from + atOnce);
    const { dimensions, rows } = await embedder.embed(part, signal);
    for (const [index, text] of part.entries())
      known.keep(text, rows.slice(index * dimensions, (index + 1) * dimensions));
  }
  return texts.map((text) => known.get(text) ?? new Float32Array());
}

function areAsLong(vectors: readonly Float32Array[]): boolean {
  return vectors.every(({ length }) => length === vectors[0].length);
}

/** Asked for ever it would answer otherwise for ever. */
function notOneModel(model: string): InputError {
  return new InputError({
    code: 'not-one-model',
    sentence: {
      pattern:
        '{0} gives vectors of one length now and of another then. Name one model of the server, not a choice of several.',
      values: [model],
    },
  });
}

function keptIn(again: Map<string, Float32Array>, known: KnownVectors): KnownVectors['keep'] {
  return (text, vector) => {
    again.set(text, vector);
    known.keep(text, vector);
  };
}

function together(vectors: readonly Float32Array[]): Vectors {
  const dimensions = vectors[0]?.length ?? 0;
  const rows = new Float32Array(vectors.length * dimensions);
  for (const [index, vector] of vectors.entries()) rows.set(vector, index * dimensions);
  return { dimensions, rows };
}
