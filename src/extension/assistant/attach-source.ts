import type { AssistantParts } from './parts';
import { canBeQueried } from './queried-sources';

/** The model may ask a source only where a person attached it and, in a workspace that is not trusted, said so. */
export async function attachSource(
  name: string,
  { sources, consent }: Pick<AssistantParts, 'sources' | 'consent'>,
): Promise<boolean> {
  const source = sources.get(name);
  return canBeQueried(source) && (await consent.mayUse(source));
}
