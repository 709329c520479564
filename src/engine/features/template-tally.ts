import { Level } from '../model/level';
import type { RecordTable, SourceRow } from '../model/record-table';
import type { RecordIndex, TemplateId } from '../model/units';
import { type MinedTemplates, templatesOfSignatures } from './mined-templates';

const stepRecords = 1 << 16;
const levels = Object.keys(Level).length;
const never = 0xffffffff;

/**
 * How often, how bad and where templates occur: what a list of them shows. `TemplateStatistics` says the same and all that
 * judging needs, for six times the work a record.
 *
 * Records are counted by signature, in three writes; `gather` then folds signatures into templates and must have
 * ended before anything is asked.
 */
export class TemplateTally {
  /** Ids are below this; those of merged templates are unused. */
  readonly templateLimit: number;
  /** Records, baselines included. */
  readonly templateCounts: Uint32Array;
  recordCount = 0;
  private readonly templateOfSignature: Uint32Array;
  /** Records by signature and level. */
  private readonly cells: Uint32Array;
  private readonly templateLevels: Uint32Array;
  private readonly baselineCounts: Uint32Array;
  private readonly first: Uint32Array;
  private readonly last: Uint32Array;
  private readonly firstInLog: Uint32Array;
  private readonly lastInLog: Uint32Array;

  constructor(
    private readonly records: RecordTable,
    mined: Pick<MinedTemplates, 'signatureCount' | 'templateOf'>,
  ) {
    const { signatureCount } = mined;
    this.templateOfSignature = templatesOfSignatures(mined);
    this.templateLimit = this.templateOfSignature.reduce((limit, id) => Math.max(limit, id + 1), 0);
    this.cells = new Uint32Array(signatureCount * levels);
    this.first = new Uint32Array(signatureCount).fill(never);
    this.last = new Uint32Array(signatureCount);
    this.templateCounts = new Uint32Array(this.templateLimit);
    this.baselineCounts = new Uint32Array(this.templateLimit);
    this.templateLevels = new Uint32Array(this.templateLimit * levels);
    this.firstInLog = new Uint32Array(this.templateLimit).fill(never);
    this.lastInLog = new Uint32Array(this.templateLimit);
  }

  /** Counts every record once; yields now and then so that a host can stop it. */
  *gather(): Generator<void, void> {
    for (const source of this.records.sources) {
      const end = source.firstRecord + source.records;
      for (let from = source.firstRecord as number; from < end; from += stepRecords) {
        const to = Math.min(end, from + stepRecords);
        this.count(source, from, to);
        this.recordCount += to - from;
        yield;
      }
    }
    this.fold();
  }

  /** Records of the log alone. */
  logCount(template: TemplateId): number {
    return this.templateCounts[template] - this.baselineCounts[template];
  }

  /** The level most of its records carry; the worse one of equals. */
  level(template: TemplateId): Level {
    return commonestLevel(this.templateLevels, template);
  }

  /** Undefined for a template that occurs in baselines only. */
  firstRecord(template: TemplateId): RecordIndex | undefined {
    const record = this.firstInLog[template];
    return record === never ? undefined : (record as RecordIndex);
  }

  lastRecord(template: TemplateId): RecordIndex | undefined {
    return this.firstInLog[template] === never ? undefined : (this.lastInLog[template] as RecordIndex);
  }

  private count(source: SourceRow, from: number, to: number): void {
    if (source.role === 'baseline') this.countBaseline(from, to);
    else this.countLog(from, to);
  }

  private countLog(from: number, to: number): void {
    const { cells, first, last } = this;
    const { signature, level } = this.records;
    for (let record = from; record < to; record++) {
      const id = signature.get(record);
      cells[id * levels + level.get(record)]++;
      if (first[id] === never) first[id] = record;
      last[id] = record;
    }
  }

  private countBaseline(from: number, to: number): void {
    const { cells, baselineCounts, templateOfSignature } = this;
    const { signature, level } = this.records;
    for (let record = from; record < to; record++) {
      const id = signature.get(record);
      cells[id * levels + level.get(record)]++;
      baselineCounts[templateOfSignature[id]]++;
    }
  }

  private fold(): void {
    const { templateOfSignature, first, last, firstInLog, lastInLog } = this;
    for (let id = 0; id < templateOfSignature.length; id++) {
      const template = templateOfSignature[id];
      this.foldLevels(id, template);
      if (first[id] < firstInLog[template]) firstInLog[template] = first[id];
      if (last[id] > lastInLog[template]) lastInLog[template] = last[id];
    }
  }

  private foldLevels(signature: number, template: number): void {
    for (let level = 0; level < levels; level++) {
      const count = this.cells[signature * levels + level];
      this.templateCounts[template] += count;
      this.templateLevels[template * levels + level] += count;
    }
  }
}

/** Of a row of counts by level, the level that most carry; the worse one of equals. */
export function commonestLevel(counts: Uint32Array, row: number): Level {
  const from = row * levels;
  let best = 0;
  for (let level = 1; level < levels; level++) if (counts[from + level] >= counts[from + best]) best = level;
  return best as Level;
}
