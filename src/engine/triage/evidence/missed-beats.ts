import type { TemplateStatistics } from '../../features/template-statistics';
import type { SourceRow } from '../../model/record-table';
import type { RecordIndex, SourceIndex, TemplateId } from '../../model/units';
import { type Gap, type Pace, Rhythm } from './rhythm';

const stepRecords = 1 << 16;
/** Templates by component that are listened to in a source; a log of ever new lines has no rhythm. */
const mostRhythms = 5_000;
const leastBeats = 9;
/** Component ids are below this. */
const components = 1 << 16;

export interface MissedBeat {
  readonly template: TemplateId;
  readonly pace: Pace;
  readonly gap: Gap;
}

/** What one component writes, by template. */
type Voices = Map<TemplateId, Rhythm>;

/**
 * Lines that a finding's component writes regularly (a health check, its figures) and that were missing while the
 * finding happened: what should have been there. One pass over the records; memory is bounded by the beats kept.
 */
export class MissedBeats {
  private readonly voicesOf = new Map<SourceIndex, Map<number, Voices>>();

  constructor(private readonly statistics: TemplateStatistics) {}

  /** None of `odd` is listened to. Yields now and then. */
  *listen(wanted: readonly RecordIndex[], odd: ReadonlySet<TemplateId>): Generator<void, void> {
    const { records } = this.statistics;
    const isWanted = new Uint8Array(components);
    for (const record of wanted) isWanted[records.component.get(record)] = 1;
    const sources = new Set(wanted.map((record) => records.sourceOfRecord(record)));
    for (const source of sources) {
      this.voicesOf.set(source, yield* this.listenTo(records.sources[source], isWanted, odd));
    }
  }

  /** The one whose beat was missed most often; undefined where none was. */
  around(record: RecordIndex): MissedBeat | undefined {
    const { records } = this.statistics;
    const source = records.sourceOfRecord(record);
    const voices = this.voicesOf.get(source)?.get(records.component.get(record)) ?? [];
    const end = this.endOf(records.sources[source]);
    let longest: MissedBeat | undefined;
    for (const [template, rhythm] of voices) {
      const { pace } = rhythm;
      const gap = pace === undefined ? undefined : rhythm.gapAround(record, end);
      if (pace === undefined || gap === undefined) continue;
      const missed = { template, pace, gap };
      if (longest === undefined || beatsIn(missed) > beatsIn(longest)) longest = missed;
    }
    return longest;
  }

  private *listenTo(
    source: SourceRow,
    isWanted: Uint8Array,
    odd: ReadonlySet<TemplateId>,
  ): Generator<void, Map<number, Voices>> {
    const { records, templateCounts } = this.statistics;
    const byComponent = new Map<number, Voices>();
    let rhythms = 0;
    const end = source.firstRecord + source.records;
    for (let record = source.firstRecord as number; record < end; record++) {
      if (record % stepRecords === 0) yield;
      const component = records.component.get(record);
      if (isWanted[component] === 0 || !records.time.has(record)) continue;
      const template = this.statistics.templateOf(record as RecordIndex);
      if (templateCounts[template] < leastBeats || odd.has(template)) continue;
      const voices = byComponent.get(component) ?? new Map<TemplateId, Rhythm>();
      byComponent.set(component, voices);
      let rhythm = voices.get(template);
      if (rhythm === undefined && rhythms++ < mostRhythms) {
        rhythm = new Rhythm();
        voices.set(template, rhythm);
      }
      rhythm?.add(record as RecordIndex, records.time.millis(record) / 1000);
    }
    return byComponent;
  }

  /** Time of the source's last record that has one. */
  private endOf(source: SourceRow): number {
    const { time } = this.statistics.records;
    let record = source.firstRecord + source.records - 1;
    while (record > source.firstRecord && !time.has(record)) record--;
    return time.millis(record) / 1000;
  }
}

function beatsIn({ gap, pace }: MissedBeat): number {
  return gap.seconds / pace.periodSeconds;
}
