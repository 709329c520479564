import type { RecordIndex, TemplateId } from '../../model/units';
import type { BuiltInScoring, LabelledRecords } from './labelled-records';

/** Records of a label that the detectors scored alike. */
export interface ScoreRow {
  /** By detector, their mean. */
  readonly scores: Float64Array;
  readonly records: number;
  /** Of these, what the built-in scoring finds. */
  readonly found: number;
}

/** A label that holds for at least one record. */
export interface LabelledGroup {
  readonly isAnomalous: boolean;
  readonly records: number;
  /** Of these, what is learned from and measured by. */
  readonly rows: readonly ScoreRow[];
  /** Labels with equal ones speak of one template: they must not stand on both sides of a measure. */
  readonly unit: string;
}

export interface GatheredGroups {
  /** In the order of their first records, whatever the order of the labels. */
  readonly groups: readonly LabelledGroup[];
  /** What no label speaks of and the built-in scoring does not find: ordinary, as far as anybody knows. */
  readonly ordinary: readonly ScoreRow[];
}

/** Scores that agree within a hundredth are alike. */
const bins = 100;

/** Yields the share done. */
export function* labelledGroups(
  scoring: BuiltInScoring,
  log: LabelledRecords,
): Generator<number, GatheredGroups> {
  const groups = new Map<number, GroupTally>();
  const ordinary = new GroupTally(0 as TemplateId);
  const scores = new Float64Array(scoring.detectors.length);
  for (const [at, { from, to }] of log.spans.entries()) {
    for (let record = from as RecordIndex; record < to; record++) {
      const label = log.labelOf(record);
      for (const [place, detector] of scoring.detectors.entries()) scores[place] = detector.scoreOf(record);
      const fused = scoring.fusion.scoreFrom(scores);
      if (label < 0) {
        if (!isFound(fused, scoring)) ordinary.add(scores, fused, false, log.templateOf(record));
        continue;
      }
      const group = groups.get(label) ?? new GroupTally(log.templateOf(record));
      groups.set(label, group);
      group.add(scores, fused, isFound(fused, scoring), log.templateOf(record));
    }
    yield (at + 1) / log.spans.length;
  }
  return {
    groups: [...groups].map(([label, group]) => group.group(label, log.verdicts[label] === 'anomalous')),
    ordinary: ordinary.allRows(),
  };
}

export function isFound(score: number, { threshold }: Pick<BuiltInScoring, 'threshold'>): boolean {
  return score > 0 && score >= threshold;
}

interface RowTally {
  readonly sums: Float64Array;
  records: number;
  found: number;
  /** The highest of them. */
  fused: number;
}

class GroupTally {
  private records = 0;
  private hasOneTemplate = true;
  private readonly rows = new Map<number, RowTally>();

  constructor(private readonly template: TemplateId) {}

  add(scores: Float64Array, fused: number, found: boolean, template: TemplateId): void {
    const key = keyOf(scores);
    const row = this.rows.get(key) ?? { sums: new Float64Array(scores.length), records: 0, found: 0, fused };
    this.rows.set(key, row);
    for (let i = 0; i < scores.length; i++) row.sums[i] += scores[i];
    row.records++;
    row.fused = Math.max(row.fused, fused);
    if (found) row.found++;
    this.records++;
    this.hasOneTemplate &&= template === this.template;
  }

  group(label: number, isAnomalous: boolean): LabelledGroup {
    const { records, template, hasOneTemplate } = this;
    const rows = this.tellingRows().map(scoreRow);
    const unit = hasOneTemplate ? `template ${template}` : `label ${label}`;
    return { isAnomalous, records, rows, unit };
  }

  allRows(): ScoreRow[] {
    return [...this.rows.values()].map(scoreRow);
  }

  /**
   * That a session or an incident is anomalous is said of something in it: of labels on several templates only what scored highest counts
   * (multiple instances by their maximum, Andrews et al. 2002).
   */
  private tellingRows(): RowTally[] {
    const rows = [...this.rows.values()];
    if (this.hasOneTemplate) return rows;
    const highest = rows.reduce((most, { fused }) => Math.max(most, fused), 0);
    return rows.filter(({ fused }) => fused === highest);
  }
}

function scoreRow({ sums, records, found }: RowTally): ScoreRow {
  return { scores: sums.map((sum) => sum / records), records, found };
}

/** 53 bits over the bins of the scores. */
function keyOf(scores: Float64Array): number {
  let high = 0x811c9dc5;
  let low = 0x2f0b4f1d;
  for (const score of scores) {
    const bin = Math.round(score * bins);
    high = Math.imul(high ^ bin, 0x01000193);
    high = Math.imul(high ^ (high >>> 15), 0x85ebca6b);
    low = Math.imul(low ^ bin ^ (low >>> 15), 0x5bd1e995);
  }
  return ((high >>> 0) & 0x1fffff) * 0x100000000 + (low >>> 0);
}
