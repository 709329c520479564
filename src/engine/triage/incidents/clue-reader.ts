import type { Finding } from '../../model/finding';
import type { RecordIndex, SignatureId } from '../../model/units';
import type { Episode } from '../folding';
import type { Clue } from './clue';
import { concernOf } from './concern';
import { firstLinesOf } from './first-lines';
import { machineCondition } from './machine-condition';
import type { IncidentScene } from './scene';
import type { ServiceNames } from './service-names';
import { SharedIds } from './shared-ids';
import type { Stage } from './stage';
import { isAbsence, isRateAlone, tellsOfStretch } from './stretches';
import { blamesUnnamed } from './unnamed-blame';

/** Reads what findings say of who ails. */
export class ClueReader {
  private readonly lines: ReadonlyMap<RecordIndex, string>;
  private readonly ids: SharedIds;

  constructor(
    private readonly scene: Pick<IncidentScene, 'templates' | 'passages'>,
    private readonly services: ServiceNames,
    private readonly stage: Stage,
    episodes: readonly Episode[],
  ) {
    const holders = episodes.map(({ first, score }) => ({ record: first, score }));
    this.lines = firstLinesOf(holders, scene.passages);
    this.ids = new SharedIds(this.lines);
  }

  read(finding: Finding, episode: Episode): Clue {
    const { first } = episode;
    const service = this.services.of(first);
    const masked = this.maskedText(first);
    const peers = this.services.mentionedIn(this.lines.get(first) ?? masked, service);
    const from = this.stage.of(first);
    return {
      finding,
      episode,
      from,
      until: this.untilOf(from, episode),
      service,
      program: this.services.programOf(service),
      peers,
      programsOfPeers: peers.map((peer) => this.services.programOf(peer)),
      tellsOfStretch: tellsOfStretch(finding),
      blamesUnnamed: peers.length === 0 && blamesUnnamed(masked),
      isAbsence: isAbsence(finding),
      isRateAlone: isRateAlone(finding),
      ...concernOf(finding),
      condition: machineCondition(finding),
      ids: this.ids.of(first),
    };
  }

  /** What comes again only now and then does not hold together what lies between. */
  private untilOf(from: number, { last, count }: Episode): number {
    const until = Math.max(from, this.stage.of(last));
    const isSparse = until - from > this.stage.apart * (count - 1);
    return isSparse ? from : until;
  }

  private maskedText(record: RecordIndex): string {
    const { records, mined } = this.scene.templates;
    return mined.tokensOf(records.signature.get(record) as SignatureId).join(' ');
  }
}
