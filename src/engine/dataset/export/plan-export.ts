import type { Sessions } from '../../features/sessions/sessions';
import type { Finding } from '../../model/finding';
import type { RecordTable } from '../../model/record-table';
import { at, scaled } from '../../triage/progress';
import { type Chosen, chooseSequences } from './choose-sequences';
import { cutsOf, type SequenceCuts } from './cut-records';
import type { ExportSettings } from './export-settings';
import { recordAt } from './given-labels';
import type { RecordMarks } from './record-marks';
import { type MarkedTemplates, markSequences, type SequenceMarks } from './sequence-marks';
import { countExportLeaks, splitSequences } from './split-sequences';

/** What is to be written, before any text was read. */
export interface ExportPlan {
  readonly cuts: SequenceCuts;
  readonly given: RecordMarks;
  readonly marks: SequenceMarks;
  readonly chosen: Chosen;
  readonly sessions: Sessions;
  /** By place in `chosen.kept`. */
  readonly places: Uint8Array;
  readonly crossing: number;
  readonly leaks: number;
  /** By record what was found there. */
  readonly found: ReadonlyMap<number, Finding>;
}

/** Of the plan: when sequences are marked, chosen and split. */
const markedShare = 0.7;
const chosenShare = 0.8;
const splitShare = 0.9;

/** Yields the share done. */
export function* planExport(
  records: RecordTable,
  templates: MarkedTemplates,
  sessions: Sessions,
  given: RecordMarks,
  settings: ExportSettings,
  findings: readonly Finding[],
): Generator<number, ExportPlan> {
  const cuts = yield* at(0, cutsOf(records, sessions, settings.unit, settings.seed));
  const marks = yield* scaled(markSequences(records, templates, cuts, given), 0, markedShare);
  const chosen = yield* at(markedShare, chooseSequences(marks, settings));
  const split = {
    ...{ records, cuts, sessions, kept: chosen.kept },
    ...{ shares: settings.shares, splitBy: settings.splitBy, seed: settings.seed },
    isAnomalous: (sequence: number) => marks.anomalous[sequence] === 1,
    categoryOf: (sequence: number) => given.names[marks.categories[sequence]] || null,
  };
  const { places, crossing } = yield* at(chosenShare, splitSequences(split));
  const leaks = yield* at(splitShare, countExportLeaks(split, marks.shapes, places));
  const found = yield* at(1, byRecord(findings, records));
  return { cuts, given, marks, chosen, sessions, places, crossing, leaks, found };
}

/** Findings between two steps. */
const stepFindings = 1 << 13;

function* byRecord(
  findings: readonly Finding[],
  records: RecordTable,
): Generator<void, ReadonlyMap<number, Finding>> {
  const found = new Map<number, Finding>();
  for (const [place, finding] of findings.entries()) {
    if (place % stepFindings === 0) yield;
    const record = recordAt(records, finding.source, finding.line);
    if (record !== undefined) found.set(record, finding);
  }
  return found;
}
