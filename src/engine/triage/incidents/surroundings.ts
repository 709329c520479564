import { Level } from '../../model/level';
import type { RecordIndex, SignatureId, TemplateId } from '../../model/units';
import { tellsOfChange } from './change-words';
import { firstRecordOf } from './clue';
import type { Group } from './grouping';
import { arrivalOf } from './newcomer';
import { Oddness } from './oddness';
import type { OldNoise } from './old-noise';
import type { IncidentScene } from './scene';
import type { ServiceId, ServiceNames } from './service-names';
import type { Stage } from './stage';
import { UnheardOf } from './unheard-of';

/** Records looked at before and after all incidents of a log together, and for each. */
const looked = { inAll: 200_000, most: 5_000, fewest: 100 };
/** How far before its first finding a trouble's first sign is sought, as a share of what may lie between two findings. */
const leadShare = 0.5;
/** Of the score a finding takes: what a record must have to be odd beside a finding of its service. */
const oddShare = 0.5;
/** A change is news where its service told of the like once at most: when it started. */
const mostChanges = 2;
/** Records of a template that are so few in all of the log make it rare. */
const mostOfRare = 3;
/** Findings of an incident whose addresses are followed back. */
const mostNamed = 5;
const stepRecords = 1 << 16;

/** A group and where it comes from. */
export interface Placed {
  readonly group: Group;
  readonly origin: ServiceId;
}

/** Looks for what stands beside a trouble's findings: the oddity before the first, and the news that it is over. */
export class Surroundings {
  private readonly reach: number;
  private readonly oddness: Oddness;
  private readonly least: number;
  private unheardOf: UnheardOf | undefined;
  /** By service and template, records of the log; of those that tell of a change before a trouble. */
  private readonly changes = new Map<number, number>();

  constructor(
    private readonly scene: Pick<IncidentScene, 'templates' | 'judges' | 'threshold' | 'values' | 'passages'>,
    private readonly services: ServiceNames,
    private readonly stage: Stage,
    private readonly noise: OldNoise,
    private readonly placed: readonly Placed[],
  ) {
    this.oddness = new Oddness(scene.judges);
    this.least = scene.threshold * oddShare;
    this.reach = Math.min(looked.most, Math.max(looked.fewest, looked.inAll / Math.max(1, placed.length)));
  }

  /** To be run to its end before anything is asked: at most one pass over the log's records. */
  *prepare(): Generator<void, void> {
    this.unheardOf = new UnheardOf(yield* this.scene.values.table());
    for (const each of this.placed) this.noteChanges(each);
    if (this.changes.size === 0) return;
    for (const { role, firstRecord, records } of this.scene.templates.records.sources) {
      if (role !== 'log') continue;
      for (let at = firstRecord as number; at < firstRecord + records; at++) {
        if (at % stepRecords === 0) yield;
        const key = this.changeKey(at as RecordIndex);
        const count = this.changes.get(key);
        if (count !== undefined) this.changes.set(key, count + 1);
      }
    }
  }

  /** The first odd record of its origin shortly before the first finding; that finding's record where there is none. */
  firstSign({ group, origin }: Placed): RecordIndex {
    let sign = this.firstRecord(group);
    const earliest = this.earliest(group);
    for (const record of this.leadUp(group)) {
      if (this.services.of(record) === origin && this.isSign(record, earliest)) sign = record;
    }
    return Math.min(sign, this.arrival(group) ?? sign) as RecordIndex;
  }

  /** Somebody the trouble is about may have come before it was noticed. */
  private arrival({ clues }: Group): RecordIndex | undefined {
    const named = clues.filter(({ ids }) => ids.length > 0).slice(0, mostNamed);
    const arrivals = named.flatMap(({ ids, episode }) =>
      ids.flatMap((id) => arrivalOf(id, episode.first, this.scene.passages) ?? []),
    );
    return arrivals.length === 0 ? undefined : (Math.min(...arrivals) as RecordIndex);
  }

  /** A line of a kind that begins with the trouble and comes once it is over: mild, of its origin; undefined where none does. */
  endSign({ group, origin }: Placed): RecordIndex | undefined {
    const first = this.firstRecord(group);
    const last = group.clues.reduce((end, { episode }) => Math.max(end, episode.last), 0);
    for (const record of this.after(last as RecordIndex)) {
      if (this.stage.of(record) - group.until > this.stage.apart) return undefined;
      const isNews = this.isMild(record) && this.isNewSince(record, first);
      if (isNews && this.services.of(record) === origin) return record;
    }
    return undefined;
  }

  private firstRecord({ clues }: Group): RecordIndex {
    return firstRecordOf(clues, this.stage.apart * leadShare);
  }

  private noteChanges({ group, origin }: Placed): void {
    for (const record of this.leadUp(group))
      if (this.services.of(record) === origin && this.tellsOfChange(record))
        this.changes.set(this.changeKey(record), 0);
  }

  /** Backwards. */
  private *leadUp(group: Group): Generator<RecordIndex, void> {
    const first = this.firstRecord(group);
    const earliest = this.earliest(group);
    const end = Math.max(this.sourceOf(first).firstRecord, first - this.reach);
    for (let at = first - 1; at >= end; at--) {
      if (this.stage.of(at as RecordIndex) < earliest) return;
      yield at as RecordIndex;
    }
  }

  private earliest(group: Group): number {
    return this.stage.of(this.firstRecord(group)) - this.stage.apart * leadShare;
  }

  private *after(record: RecordIndex): Generator<RecordIndex, void> {
    const { firstRecord, records } = this.sourceOf(record);
    const end = Math.min(firstRecord + records - 1, record + this.reach);
    for (let at = record + 1; at <= end; at++) yield at as RecordIndex;
  }

  private sourceOf(record: RecordIndex) {
    const { records } = this.scene.templates;
    return records.sources[records.sourceOfRecord(record)];
  }

  private isSign(record: RecordIndex, earliest: number): boolean {
    if (this.noise.isNoise(record)) return false;
    return (
      this.oddness.ofValues(record) >= this.least ||
      this.unheardOf?.isIn(record) ||
      (this.oddness.of(record) >= this.least && this.isRare(record, earliest)) ||
      (this.changes.get(this.changeKey(record)) ?? Number.POSITIVE_INFINITY) <= mostChanges
    );
  }

  /** A warning that comes every now and then is none of this trouble. */
  private isRare(record: RecordIndex, earliest: number): boolean {
    const { templates } = this.scene;
    const template = templates.templateOf(record);
    const first = templates.firstRecord(template);
    return (
      templates.logCount(template) <= mostOfRare || (first !== undefined && this.stage.of(first) >= earliest)
    );
  }

  private tellsOfChange(record: RecordIndex): boolean {
    const { records, mined } = this.scene.templates;
    const tokens = mined.tokensOf(records.signature.get(record) as SignatureId);
    return tellsOfChange(tokens, records.level.get(record));
  }

  private changeKey(record: RecordIndex): number {
    const { templates } = this.scene;
    return this.services.of(record) * templates.templateLimit + templates.templateOf(record);
  }

  private isMild(record: RecordIndex): boolean {
    return this.scene.templates.records.level.get(record) <= Level.info;
  }

  private isNewSince(record: RecordIndex, since: RecordIndex): boolean {
    const { templates } = this.scene;
    const first = templates.firstRecord(templates.templateOf(record) as TemplateId);
    return first !== undefined && first >= since;
  }
}
