import { meaningText } from '../../engine/semantic/meaning-text';
import type { Cluster, Near, Novelty } from '../../protocol/semantic';
import { type EmbeddingRun, embeddedTexts, type KnownVectors } from './embedded-texts';
import type { Embedder } from './embedder';
import type { SemanticThread } from './semantic-thread';

/** More would take minutes for a first look; whoever calls gives the commonest first, and says how many are left out. */
export const mostCompared = 10_000;
/** Every pair is compared: of more there are too many. */
const mostClustered = 2_000;
/** Templates of one cause are mostly more alike than this, others less; cosines of models made for sentences. */
const leastAlike = 0.6;

/** What is asked about templates by what they mean; by their patterns, places in the answers are those in the lists given. */
export class SemanticSearch {
  constructor(
    private readonly thread: SemanticThread,
    private readonly embedder: Embedder,
    private readonly known: KnownVectors,
  ) {}

  /** The patterns most like a text, the most alike first. */
  async similar(
    patterns: readonly string[],
    text: string,
    most: number,
    run: EmbeddingRun,
  ): Promise<readonly Near[]> {
    const vectors = await this.vectorsOf(patterns, run);
    if (vectors.rows.length === 0) return [];
    const query = await this.vectorsOf([text], { signal: run.signal });
    return this.thread.ask('nearest', { vectors, query: query.rows, most }, run.signal);
  }

  /** Patterns that mean much the same, together; the largest group first, in each the most central first. */
  async clusters(patterns: readonly string[], run: EmbeddingRun): Promise<readonly Cluster[]> {
    const vectors = await this.vectorsOf(patterns.slice(0, mostClustered), run);
    return this.thread.ask('clusters', { vectors, least: leastAlike }, run.signal);
  }

  /** How far each pattern is from all that is known, the furthest first. */
  async novelty(
    patterns: readonly string[],
    known: readonly string[],
    run: EmbeddingRun,
  ): Promise<readonly Novelty[]> {
    const texts = [...patterns, ...known];
    const all = await this.vectorsOf(texts, run);
    const cut = patterns.length * all.dimensions;
    const rowsFrom = (from: number, to?: number) => ({
      dimensions: all.dimensions,
      rows: all.rows.slice(from, to),
    });
    return this.thread.ask('novelty', { vectors: rowsFrom(0, cut), known: rowsFrom(cut) }, run.signal);
  }

  /** What a baseline file knows. Rejects with InputError. */
  knownTexts(path: string): Promise<readonly string[]> {
    return this.thread.ask('knownTexts', path);
  }

  private vectorsOf(patterns: readonly string[], run: EmbeddingRun) {
    return embeddedTexts(patterns.map(meaningText), this.embedder, this.known, run);
  }
}
