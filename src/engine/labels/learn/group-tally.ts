import type { RecordIndex } from '../../model/units';
import { isFound } from './labelled-groups';
import type { BuiltInScoring, LabelGroup, LabelledRecords } from './labelled-records';

/** What is asked of a log to see its groups. */
export interface GroupedRecords extends LabelledRecords {
  /** Numbers session shapes, in any order; -1 where the record is of no session. */
  readonly shapeOf: (record: RecordIndex) => number;
  /** Numbers incidents; -1 where the record is of none. */
  readonly incidentOf: (record: RecordIndex) => number;
}

/** What is known of a group that could be labelled. Of its records that no label speaks of, but for `records`. */
export interface GroupTally {
  readonly group: LabelGroup;
  /** All of them. */
  readonly records: number;
  readonly unlabelled: number;
  readonly found: number;
  /** Of all detectors together, and by detector: sums. */
  readonly fused: number;
  readonly scores: Float64Array;
  /** The one of the highest fused score, of equal ones the first. */
  readonly telling: RecordIndex;
  readonly highest: number;
}

/** Templates, session shapes and incidents with records that no label speaks of, in the order of their first records. Yields the share done. */
export function* tallyGroups(scoring: BuiltInScoring, log: GroupedRecords): Generator<number, GroupTally[]> {
  const templates = new Map<number, Tally>();
  const shapes = new Map<number, Tally>();
  const incidents = new Map<number, Tally>();
  const scores = new Float64Array(scoring.detectors.length);
  for (const [at, { from, to }] of log.spans.entries()) {
    for (let record = from as RecordIndex; record < to; record++) {
      const template = log.templateOf(record);
      const shape = log.shapeOf(record);
      const incident = log.incidentOf(record);
      const own = [tallyOf(templates, template, { kind: 'template', template }, scores.length)];
      if (shape >= 0) own.push(tallyOf(shapes, shape, { kind: 'session', shape }, scores.length));
      if (incident >= 0)
        own.push(tallyOf(incidents, incident, { kind: 'incident', incident }, scores.length));
      for (const tally of own) tally.records++;
      if (log.labelOf(record) >= 0) continue;
      for (const [place, detector] of scoring.detectors.entries()) scores[place] = detector.scoreOf(record);
      const fused = scoring.fusion.scoreFrom(scores);
      for (const tally of own) tally.add(record, scores, fused, isFound(fused, scoring));
    }
    yield (at + 1) / log.spans.length;
  }
  return [templates, shapes, incidents]
    .flatMap((tallies) => [...tallies.values()])
    .filter(({ unlabelled }) => unlabelled > 0);
}

function tallyOf(tallies: Map<number, Tally>, id: number, group: LabelGroup, detectors: number): Tally {
  const known = tallies.get(id);
  if (known !== undefined) return known;
  const made = new Tally(group, detectors);
  tallies.set(id, made);
  return made;
}

class Tally implements GroupTally {
  records = 0;
  unlabelled = 0;
  found = 0;
  fused = 0;
  readonly scores: Float64Array;
  telling = 0 as RecordIndex;
  highest = -1;

  constructor(
    readonly group: LabelGroup,
    detectors: number,
  ) {
    this.scores = new Float64Array(detectors);
  }

  add(record: RecordIndex, scores: Float64Array, fused: number, isFoundNow: boolean): void {
    this.unlabelled++;
    if (isFoundNow) this.found++;
    this.fused += fused;
    for (let place = 0; place < scores.length; place++) this.scores[place] += scores[place];
    if (fused <= this.highest) return;
    this.highest = fused;
    this.telling = record;
  }
}
