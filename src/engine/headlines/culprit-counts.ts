import { Level } from '../model/level';
import type { RecordTable, SourceRow } from '../model/record-table';
import type { RecordIndex, SignatureId, TemplateId } from '../model/units';
import type { Onset } from './onset';

export interface Culprit {
  readonly id: number;
  readonly count: number;
  /** The first of them. */
  readonly record: RecordIndex;
}

const stepRecords = 1 << 16;
const none = -1;
/** Where trouble begins with the log itself, everything is new: so much of its source must stand before it. */
const leastBefore = 0.02;

/** Who writes the errors, and which templates were never seen before the trouble or in a good log. */
export class CulpritCounts {
  recordsSeen = 0;
  errors = 0;
  readonly hasBaseline: boolean;
  private readonly errorsOfComponent: Uint32Array;
  private readonly errorsOfTemplate: Uint32Array;
  private readonly firstOfComponent: Int32Array;
  private readonly firstOfTemplate: Int32Array;
  private readonly knownTemplates: Uint8Array;
  private readonly newOfTemplate: Uint32Array;
  private readonly firstNew: Int32Array;
  private seesNew = false;

  constructor(
    private readonly records: RecordTable,
    private readonly templateOfSignature: Uint32Array,
    componentCount: number,
    /** Messages of a learned baseline; undefined where none is used. */
    known: readonly SignatureId[] | undefined,
  ) {
    const templates = templateOfSignature.reduce((limit, id) => Math.max(limit, id + 1), 0);
    this.hasBaseline = known !== undefined || records.sources.some(({ role }) => role === 'baseline');
    this.errorsOfComponent = new Uint32Array(componentCount);
    this.errorsOfTemplate = new Uint32Array(templates);
    this.firstOfComponent = new Int32Array(componentCount).fill(none);
    this.firstOfTemplate = new Int32Array(templates).fill(none);
    this.knownTemplates = new Uint8Array(templates);
    for (const signature of known ?? []) this.knownTemplates[templateOfSignature[signature]] = 1;
    this.newOfTemplate = new Uint32Array(templates);
    this.firstNew = new Int32Array(templates).fill(none);
  }

  /** Yields at least every 65,536 records. */
  *gather(onset: Onset | undefined): Generator<void, void> {
    const { sources } = this.records;
    const isNew = this.newFrom(onset);
    this.seesNew = isNew !== undefined;
    // What good logs hold is known before the log is looked at, though they stand behind it.
    for (const source of sources) if (source.role === 'baseline') yield* this.steps(source, this.addKnown);
    for (const source of sources) {
      if (source.role !== 'log') continue;
      yield* this.steps(source, (record) => this.addOfLog(record, isNew));
    }
  }

  /** Undefined where nothing says what is new, or nothing is. */
  newest():
    | { readonly template: TemplateId; readonly count: number; readonly record: RecordIndex }
    | undefined {
    if (!this.seesNew) return undefined;
    const counts = this.newOfTemplate.map((count, id) => (this.knownTemplates[id] === 0 ? count : 0));
    const most = greatest(counts, this.firstNew, 0);
    return most && { template: most.id as TemplateId, count: most.count, record: most.record };
  }

  /** Undefined where no record with an error names one. */
  loudestComponent(): Culprit | undefined {
    return greatest(this.errorsOfComponent, this.firstOfComponent, 1);
  }

  loudestTemplate(): Culprit | undefined {
    return greatest(this.errorsOfTemplate, this.firstOfTemplate, 0);
  }

  /** From which moment on what was not there before is new; undefined where nothing came before it. */
  private newFrom(onset: Onset | undefined): ((record: number) => boolean) | undefined {
    if (this.hasBaseline) return () => true;
    if (onset === undefined) return undefined;
    const { records } = this;
    const { firstRecord, records: count } = records.sources[records.sourceOfRecord(onset.record)];
    if (onset.record - firstRecord < leastBefore * count) return undefined;
    const { time } = records;
    if (!time.has(onset.record)) return (record) => record >= onset.record;
    const from = time.millis(onset.record);
    return (record) => !(time.millis(record) < from);
  }

  private *steps(source: SourceRow, add: (record: number) => void): Generator<void, void> {
    const end = source.firstRecord + source.records;
    for (let from: number = source.firstRecord; from < end; from += stepRecords) {
      const to = Math.min(end, from + stepRecords);
      for (let record = from; record < to; record++) add(record);
      this.recordsSeen += to - from;
      yield;
    }
  }

  private readonly addKnown = (record: number): void => {
    this.knownTemplates[this.templateOf(record)] = 1;
  };

  private addOfLog(record: number, isNew: ((record: number) => boolean) | undefined): void {
    const template = this.templateOf(record);
    if (this.records.level.get(record) >= Level.error) this.addError(record, template);
    if (isNew === undefined) return;
    if (!isNew(record)) this.knownTemplates[template] = 1;
    else if (this.newOfTemplate[template]++ === 0) this.firstNew[template] = record;
  }

  private addError(record: number, template: number): void {
    const component = this.records.component.get(record);
    this.errors++;
    if (this.errorsOfComponent[component]++ === 0) this.firstOfComponent[component] = record;
    if (this.errorsOfTemplate[template]++ === 0) this.firstOfTemplate[template] = record;
  }

  private templateOf(record: number): number {
    return this.templateOfSignature[this.records.signature.get(record)];
  }
}

/** Of equals the one that came first; undefined where all are 0. */
function greatest(counts: Uint32Array, firsts: Int32Array, from: number): Culprit | undefined {
  let best = none;
  for (let id = from; id < counts.length; id++) {
    if (counts[id] === 0) continue;
    const isMore = best === none || counts[id] > counts[best];
    if (isMore || (counts[id] === counts[best] && firsts[id] < firsts[best])) best = id;
  }
  return best === none ? undefined : { id: best, count: counts[best], record: firsts[best] as RecordIndex };
}
