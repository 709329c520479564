import type { Finding } from '../../model/finding';
import type { SignatureId } from '../../model/units';
import type { Episode } from '../folding';
import type { Clue } from './clue';
import type { IncidentScene } from './scene';
import type { ServiceNames } from './service-names';
import { SharedIds } from './shared-ids';
import type { Stage } from './stage';
import { blamesUnnamed } from './unnamed-blame';

/** Reads what findings say of who ails. `episodes[i]` are the records of `findings[i]`. */
export function readClues(
  findings: readonly Finding[],
  episodes: readonly Episode[],
  { templates, passages }: Pick<IncidentScene, 'templates' | 'passages'>,
  services: ServiceNames,
  stage: Stage,
): Clue[] {
  const ids = new SharedIds(
    passages,
    episodes.map(({ first, score }) => ({ record: first, score })),
  );
  const unnamed = new Map<SignatureId, boolean>();
  const blames = (signature: SignatureId): boolean => {
    const known = unnamed.get(signature) ?? blamesUnnamed(templates.mined.tokensOf(signature));
    unnamed.set(signature, known);
    return known;
  };
  return findings.map((finding, index) => {
    const episode = episodes[index];
    const { first, last } = episode;
    const peers = services.mentionedIn(first);
    return {
      finding,
      episode,
      from: stage.of(first),
      until: Math.max(stage.of(first), stage.of(last)),
      service: services.of(first),
      peers,
      blamesUnnamed: peers.length === 0 && blames(templates.records.signature.get(first) as SignatureId),
      isAbsence: false,
      ids: ids.of(first),
    };
  });
}
