import { destinationOf } from '../../node/llm/destination';
import { readPolicy } from '../../node/policy/read-policy';
import { redactionFor } from '../../node/policy/redaction';
import { PrivacyShield } from '../../node/privacy/shield';
import { type Embedder, loadEmbedder } from '../../node/semantic/embedder';
import type { SemanticThread } from '../../node/semantic/semantic-thread';
import { environmentAgents } from '../../node/sources/environment-agents';
import type { Surroundings } from '../commands/command';
import type { EmbedderWish } from '../commands/similar-wishes';
import { ownForms } from '../privacy-patterns';
import { keyOf } from './chosen-model';

/** The folder or the server somebody named. Rejects with UsageError or InputError. */
export async function embedderOf(
  { model, endpoint, keyFrom, redacts }: EmbedderWish,
  thread: SemanticThread,
  { note }: Pick<Surroundings, 'note'>,
): Promise<Embedder> {
  if (endpoint === undefined) return loadEmbedder({ kind: 'folder', folder: model }, thread);
  const key = keyOf(keyFrom, process.env);
  const asked = { setting: redacts, exemptLocal: false, destination: destinationOf(endpoint) };
  const redaction = redactionFor({ ...asked, policy: readPolicy() });
  if (!redacts && redaction.decidedBy === 'policy') note(redaction.sentence);
  // One for each text: what stands for a secret must not depend on what was said before.
  const forms = redaction.redacts ? await ownForms({ note }) : [];
  const redact = redaction.redacts ? (text: string) => new PrivacyShield(forms).redact(text) : null;
  const agentFor = environmentAgents();
  return loadEmbedder({ kind: 'endpoint', url: endpoint, model, key, redact, agentFor }, thread);
}
