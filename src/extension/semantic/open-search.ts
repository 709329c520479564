import { destinationOf } from '../../node/llm/destination';
import { PrivacyShield } from '../../node/privacy/shield';
import { type EmbeddingSource, loadEmbedder } from '../../node/semantic/embedder';
import { EmbeddingCache } from '../../node/semantic/embedding-cache';
import { SemanticSearch } from '../../node/semantic/semantic-search';
import { ModelKeys } from '../shared/model-keys';
import { ownForms, redactionOf } from '../shared/privacy-settings';
import type { SemanticParts } from './parts';
import type { SemanticSettings } from './semantic-settings';

type Needed = Pick<SemanticParts, 'secrets' | 'storageUri' | 'thread'>;

export interface OpenedSearch {
  readonly search: SemanticSearch;
  /** Keeps for another day what was made. */
  keep(): Promise<void>;
}

/** By the model that is set up. Rejects with InputError. */
export async function openSearch(settings: SemanticSettings, parts: Needed): Promise<OpenedSearch> {
  const { thread, storageUri } = parts;
  const embedder = await loadEmbedder(await sourceOf(settings, parts), thread);
  const cache = await EmbeddingCache.of(`${storageUri.fsPath}/semantic/vectors`, embedder.model);
  return { search: new SemanticSearch(thread, embedder, cache), keep: () => cache.save() };
}

async function sourceOf(
  { source, modelFolder, endpoint, model }: SemanticSettings,
  { secrets }: Needed,
): Promise<EmbeddingSource> {
  if (source !== 'endpoint') return { kind: 'folder', folder: modelFolder };
  const key = (await new ModelKeys(secrets).of(endpoint)) || null;
  return { kind: 'endpoint', url: endpoint, model, key, redact: await redactionTo(endpoint) };
}

/** A shield for each text: what stands for a secret must not depend on what was said before. */
async function redactionTo(endpoint: string): Promise<((text: string) => Promise<string>) | null> {
  if (!redactionOf(destinationOf(endpoint)).redacts) return null;
  const forms = await ownForms();
  return (text) => new PrivacyShield(forms).redact(text);
}
