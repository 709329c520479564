import type { EvidenceKind } from '../../../../src/engine/detectors/detector-table';
import type { LabelVerdict } from '../../../../src/engine/labels/label';
import type { GroupedRecords } from '../../../../src/engine/labels/learn/group-tally';
import type { BuiltInScoring } from '../../../../src/engine/labels/learn/labelled-records';
import type { DetectorId } from '../../../../src/engine/model/finding';
import type { RecordIndex, TemplateId } from '../../../../src/engine/model/units';
import { Fusion } from '../../../../src/engine/triage/fusion';

export interface ScoredRecord {
  readonly template: number;
  /** -1 or left out: of no session. */
  readonly shape?: number;
  /** -1 or left out: of no incident. */
  readonly incident?: number;
  /** Index among the verdicts; -1 or left out: no label. */
  readonly label?: number;
  /** By detector: level, rarity, volume. */
  readonly scores: readonly [number, number, number];
}

const detectors: readonly (readonly [DetectorId, EvidenceKind])[] = [
  ['level', 'content'],
  ['rarity', 'frequency'],
  ['volume', 'volume'],
];

/** A log of which only scores are known, in spans of three records. */
export function scoredLog(records: readonly ScoredRecord[], verdicts: readonly LabelVerdict[] = []) {
  const judges = detectors.map(([id, kind], place) => ({
    kind,
    detector: { id, scoreOf: (record: RecordIndex) => records[record].scores[place] },
  }));
  const scoring: BuiltInScoring = {
    detectors: judges.map(({ detector }) => detector),
    fusion: new Fusion(judges),
    threshold: 0.5,
  };
  const log: GroupedRecords = {
    spans: Array.from({ length: Math.ceil(records.length / 3) }, (_, i) => ({
      from: 3 * i,
      to: Math.min(records.length, 3 * i + 3),
    })),
    templateOf: (record) => records[record].template as TemplateId,
    shapeOf: (record) => records[record].shape ?? -1,
    incidentOf: (record) => records[record].incident ?? -1,
    labelOf: (record) => records[record].label ?? -1,
    verdicts,
  };
  return { scoring, log, judges };
}

export function toTheEnd<Result>(steps: Generator<number, Result>): Result {
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}
