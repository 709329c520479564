import { Level } from '../../model/level';
import type { SourceRow } from '../../model/record-table';
import type { RecordIndex, TemplateId } from '../../model/units';
import type { DetectorInput } from '../detector';
import type { TimeWindows } from './windows';

/** Templates followed at most, the commonest: half a kilobyte each. */
const mostTemplates = 4096;
/** A template of fewer records has no rate. */
const fewestRecords = 30;
const stepRecords = 1 << 16;
const levels = Object.keys(Level).length;
const notFollowed = 0xffff;

export type Subject =
  | { readonly kind: 'all' }
  | { readonly kind: 'level'; readonly level: Level }
  | { readonly kind: 'template'; readonly template: TemplateId };

/** Records of some sources by window: of all, of each level, of each template that is common enough. */
export class SeriesCounts {
  private readonly followed: TemplateId[];
  private readonly slotOfSignature: Uint16Array;
  private readonly counts: Uint32Array;

  constructor(
    private readonly input: Pick<DetectorInput, 'records' | 'templates'>,
    private readonly windows: TimeWindows,
    /** Whose records are counted. */
    private readonly sources: readonly SourceRow[],
  ) {
    const { templates } = input;
    this.followed = commonest(input);
    const slots = new Uint16Array(templates.templateLimit).fill(notFollowed);
    this.followed.forEach((template, slot) => {
      slots[template] = slot;
    });
    this.slotOfSignature = Uint16Array.from(templates.templateOfSignature, (template) => slots[template]);
    this.counts = new Uint32Array((levels + this.followed.length) * windows.count);
  }

  *gather(): Generator<void, void> {
    for (const { firstRecord, records: count } of this.sources) {
      for (let from = firstRecord as number; from < firstRecord + count; from += stepRecords) {
        this.countRun(from, Math.min(firstRecord + count, from + stepRecords));
        yield;
      }
    }
  }

  /** All that are followed, templates first. */
  subjects(): Subject[] {
    return [
      ...this.followed.map((template) => ({ kind: 'template', template }) as const),
      ...Object.values(Level).map((level) => ({ kind: 'level', level }) as const),
      { kind: 'all' },
    ];
  }

  /** By window; a view, but for `all`. */
  of(subject: Subject): Uint32Array {
    if (subject.kind === 'level') return this.row(subject.level);
    if (subject.kind === 'template') return this.row(levels + this.followed.indexOf(subject.template));
    const all = new Uint32Array(this.windows.count);
    for (let level = 0; level < levels; level++)
      this.row(level).forEach((count, i) => {
        all[i] += count;
      });
    return all;
  }

  isOf(subject: Subject, record: RecordIndex): boolean {
    if (subject.kind === 'all') return true;
    if (subject.kind === 'level') return this.input.records.level.get(record) === subject.level;
    return this.input.templates.templateOf(record) === subject.template;
  }

  private row(row: number): Uint32Array {
    const { count } = this.windows;
    return this.counts.subarray(row * count, (row + 1) * count);
  }

  private countRun(from: number, to: number): void {
    const { counts, windows, slotOfSignature } = this;
    const { time, level, signature } = this.input.records;
    for (let record = from; record < to; record++) {
      const window = windows.indexOf(time.millis(record));
      if (window < 0) continue;
      counts[level.get(record) * windows.count + window]++;
      const slot = slotOfSignature[signature.get(record)];
      if (slot !== notFollowed) counts[(levels + slot) * windows.count + window]++;
    }
  }
}

function commonest({ templates }: Pick<DetectorInput, 'templates'>): TemplateId[] {
  const common: TemplateId[] = [];
  for (let template = 0; template < templates.templateLimit; template++) {
    if (templates.logCount(template as TemplateId) >= fewestRecords) common.push(template as TemplateId);
  }
  if (common.length <= mostTemplates) return common;
  return common
    .sort((a, b) => templates.logCount(b) - templates.logCount(a) || a - b)
    .slice(0, mostTemplates)
    .sort((a, b) => a - b);
}
