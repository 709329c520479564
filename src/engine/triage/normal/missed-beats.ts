import type { TemplateStatistics } from '../../features/template-statistics';
import type { SourceRow } from '../../model/record-table';
import type { RecordIndex, SourceIndex, TemplateId } from '../../model/units';
import { Choir, type Voices } from './choir';
import type { Gap, Pace, Span } from './rhythm';

const stepRecords = 1 << 16;
const leastBeats = 9;
/** Component ids are below this. */
const components = 1 << 16;

export interface MissedBeat {
  readonly template: TemplateId;
  readonly pace: Pace;
  readonly gap: Gap;
}

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
    const span = this.spanOf(records.sources[source]);
    let longest: MissedBeat | undefined;
    for (const [template, rhythm] of voices) {
      const { pace } = rhythm;
      const gap = pace === undefined ? undefined : rhythm.gapAround(record, span);
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
    const { records, templateOfSignature } = this.statistics;
    const { component, signature, time } = records;
    const choir = new Choir(this.mayBeat(odd));
    const end = source.firstRecord + source.records;
    for (let record = source.firstRecord as number; record < end; record++) {
      if (record % stepRecords === 0) yield;
      const writer = component.get(record);
      if (isWanted[writer] === 0) continue;
      const rhythm = choir.rhythmOf(templateOfSignature[signature.get(record)], writer);
      if (rhythm !== undefined && time.has(record))
        rhythm.add(record as RecordIndex, time.millis(record) / 1000);
    }
    return choir.voicesOf;
  }

  /** By template, 1 where it comes often enough and is none of `odd`. */
  private mayBeat(odd: ReadonlySet<TemplateId>): Uint8Array {
    return Uint8Array.from(this.statistics.templateCounts, (count, template) =>
      count >= leastBeats && !odd.has(template as TemplateId) ? 1 : 0,
    );
  }

  /** Times of the source's first and last record that have one. */
  private spanOf({ firstRecord, records }: SourceRow): Span {
    const { time } = this.statistics.records;
    let first = firstRecord as number;
    let last = firstRecord + records - 1;
    while (last > first && !time.has(last)) last--;
    while (first < last && !time.has(first)) first++;
    return { begin: time.millis(first) / 1000, end: time.millis(last) / 1000 };
  }
}

function beatsIn({ gap, pace }: MissedBeat): number {
  return gap.seconds / pace.periodSeconds;
}
