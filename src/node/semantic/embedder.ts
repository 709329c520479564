import { cutLine } from '../../engine/redact/cut-line';
import type { Vectors } from '../../protocol/semantic';
import { embeddingsOf } from '../llm/embeddings';
import type { AgentFor } from '../sources/one-request';
import { mostLetters } from './most-letters';
import type { SemanticThread } from './semantic-thread';

export type EmbeddingSource =
  /** A model in a folder: nothing leaves the machine. */
  { readonly kind: 'folder'; readonly folder: string } | EndpointSource;

export interface EndpointSource {
  readonly kind: 'endpoint';
  readonly url: string;
  readonly model: string;
  readonly key: string | null;
  /** Hides what must not leave, the same of the same text; null where the destination is exempt. */
  readonly redact: ((text: string) => Promise<string>) | null;
  /** Left out in the editor. */
  readonly agentFor?: AgentFor | undefined;
}

/** What says where texts are among others, by what they mean. */
export interface Embedder {
  /** Names what made the vectors: those of two are worth nothing beside each other. */
  readonly model: string;
  /** A row of length 1 a text, in their order. Rejects with InputError, ModelError, ModelCrashedError or the signal's reason. */
  embed(texts: readonly string[], signal: AbortSignal): Promise<Vectors>;
}

/** Rejects with InputError where a folder holds no model that embeds. A server is not asked before there is a text. */
export async function loadEmbedder(source: EmbeddingSource, thread: SemanticThread): Promise<Embedder> {
  if (source.kind === 'endpoint') return endpointEmbedder(source);
  const { folder } = source;
  const { model } = await thread.ask('open', { folder, kind: 'embedding' });
  return { model, embed: (texts, signal) => thread.ask('embed', { folder, texts }, signal) };
}

function endpointEmbedder(source: EndpointSource): Embedder {
  const { url, model, key, redact, agentFor } = source;
  return {
    // What is hidden changes what is said of a text.
    model: `${redact === null ? '' : 'redacted '}${model} at ${url}`,
    async embed(texts, signal) {
      const said: string[] = [];
      for (const text of texts) said.push(await safeText(text, redact));
      return asVectors(await embeddingsOf({ url, model, key }, said, { agentFor }, signal));
    },
  };
}

/** Servers refuse an empty text. What is hidden is cut such that no half of a secret is left. */
async function safeText(text: string, redact: EndpointSource['redact']): Promise<string> {
  const cut =
    beginningOf(text, redact !== null)
      .replaceAll('\0', ' ')
      .trim() || '-';
  return redact === null ? cut : await redact(cut);
}

function beginningOf(text: string, isHidden: boolean): string {
  if (text.length <= mostLetters) return text;
  return isHidden ? cutLine(text, 0, mostLetters) : text.slice(0, mostLetters);
}

function asVectors(vectors: readonly Float32Array[]): Vectors {
  const dimensions = vectors[0]?.length ?? 0;
  const rows = new Float32Array(vectors.length * dimensions);
  for (const [index, vector] of vectors.entries()) {
    const length = Math.hypot(...vector) || 1;
    rows.set(
      vector.map((number) => number / length),
      index * dimensions,
    );
  }
  return { dimensions, rows };
}
