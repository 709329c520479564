import { Level } from '../../model/level';
import type { RecordIndex } from '../../model/units';
import { firstRecordOf } from './clue';
import type { Group } from './grouping';
import type { IncidentScene } from './scene';
import type { ServiceId, ServiceNames } from './service-names';
import type { Stage } from './stage';

/** Records looked at before and after all incidents of a log together, and for each. */
const records = { inAll: 200_000, most: 5_000, fewest: 100 };
/** How far before its first finding a trouble's first sign is sought, as a share of what may lie between two findings. */
const leadShare = 0.5;
/** Of the score a finding takes: what a record must have to be odd beside a finding of its service. */
const oddShare = 0.5;

/** Looks for what stands beside a trouble's findings: the oddity before the first, and the news that it is over. */
export class Surroundings {
  private readonly reach: number;

  /** `incidents`: how many there will be, so that all of them together stay bounded. */
  constructor(
    private readonly scene: Pick<IncidentScene, 'templates' | 'fusion' | 'threshold'>,
    private readonly services: ServiceNames,
    private readonly stage: Stage,
    incidents: number,
  ) {
    this.reach = Math.min(records.most, Math.max(records.fewest, records.inAll / incidents));
  }

  /** The first odd record of its services shortly before the first finding; that finding's record where there is none. */
  firstSign(group: Group, services: readonly ServiceId[]): RecordIndex {
    const first = firstRecordOf(group.clues);
    const involved = new Set(services);
    const earliest = group.from - this.stage.apart * leadShare;
    let sign = first;
    for (const record of this.before(first)) {
      if (this.stage.of(record) < earliest) break;
      if (this.isInvolved(record, involved) && this.isOdd(record)) sign = record;
    }
    return sign;
  }

  /** A line of a kind that begins with the trouble and comes once it is over: mild, of its origin; undefined where none does. */
  endSign(group: Group, origin: ServiceId): RecordIndex | undefined {
    const first = firstRecordOf(group.clues);
    const last = group.clues.reduce((end, { episode }) => Math.max(end, episode.last), 0);
    for (const record of this.after(last as RecordIndex)) {
      if (this.stage.of(record) - group.until > this.stage.apart) return undefined;
      if (this.services.of(record) === origin && this.isMild(record) && this.isNewSince(record, first))
        return record;
    }
    return undefined;
  }

  private *before(record: RecordIndex): Generator<RecordIndex, void> {
    const { firstRecord } = this.sourceOf(record);
    const end = Math.max(firstRecord, record - this.reach);
    for (let at = record - 1; at >= end; at--) yield at as RecordIndex;
  }

  private *after(record: RecordIndex): Generator<RecordIndex, void> {
    const { firstRecord, records: count } = this.sourceOf(record);
    const end = Math.min(firstRecord + count - 1, record + this.reach);
    for (let at = record + 1; at <= end; at++) yield at as RecordIndex;
  }

  private sourceOf(record: RecordIndex) {
    const { records: table } = this.scene.templates;
    return table.sources[table.sourceOfRecord(record)];
  }

  private isInvolved(record: RecordIndex, involved: ReadonlySet<ServiceId>): boolean {
    return involved.size === 0 || involved.has(this.services.of(record));
  }

  private isOdd(record: RecordIndex): boolean {
    return this.scene.fusion.score(record) >= this.scene.threshold * oddShare;
  }

  private isMild(record: RecordIndex): boolean {
    return this.scene.templates.records.level.get(record) <= Level.info;
  }

  private isNewSince(record: RecordIndex, since: RecordIndex): boolean {
    const { templates } = this.scene;
    const first = templates.firstRecord(templates.templateOf(record));
    return first !== undefined && first >= since;
  }
}
