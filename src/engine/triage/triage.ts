import type { DetectorInput } from '../detectors/detector';
import { fatalCountsAs } from '../detectors/inflated-level';
import { defaultRules } from '../detectors/rules/defaults/default-rules';
import { RuleScores } from '../detectors/rules/rule-scores';
import type { TemplateStatistics } from '../features/template-statistics';
import type { DetectorWeights } from '../labels/label-report';
import { nothingLabelled, type ResolvedLabels } from '../labels/resolve/resolved-labels';
import type { JudgedRecords, Verdict } from '../model/analysis';
import type { DetectorId, Finding, Sentence, Severity } from '../model/finding';
import type { Incident } from '../model/incident';
import type { RecordTable } from '../model/record-table';
import type { RecordIndex, UnixNs } from '../model/units';
import type { SourceTexts } from '../records/source-texts';
import { InnerCauses, withInnerCauses } from './causes/inner-causes';
import { FindingWriter } from './finding-writer';
import { incidentsOf } from './incidents/incidents';
import type { RecordWords } from './incidents/record-words';
import { type Judgement, judge } from './judgement';
import { RecordPassages } from './normal/record-passages';
import { at, scaled } from './progress';
import { Sayings } from './saying';
import { type Selection, select } from './selection';
import { type Sensitivity, thresholdOf } from './sensitivity';
import { triagePatterns } from './sentences';
import { TimeRange } from './time-range';

/** What is read back of the sources for those records that are shown. */
export interface TriageReading {
  readonly texts: SourceTexts;
  readonly words: RecordWords;
}

export type TriageInput = DetectorInput & TriageReading;

export interface TriageOptions {
  /** Only records within may become findings, both bounds included; null is open. */
  readonly from: UnixNs | null;
  readonly until: UnixNs | null;
  /** Findings made at most, the highest scores: each is objects of some kilobytes. Default 20,000. */
  readonly maxFindings?: number | undefined;
  /** How much is a finding; `normal` where left out. */
  readonly sensitivity?: Sensitivity | undefined;
  /** What people said of its records. */
  readonly labels?: ResolvedLabels | undefined;
  /** What detectors count by, learned from labels; as they are built to where null or left out. */
  readonly weights?: DetectorWeights | null | undefined;
}

export interface TriageResult {
  readonly verdict: Verdict;
  /** The fused score a finding begins at. */
  readonly threshold: number;
  /** Worst first. */
  readonly incidents: readonly Incident[];
  /** In order of source and line. */
  readonly findings: readonly Finding[];
  /** How many there are of each severity, made or not. */
  readonly findingCounts: Readonly<Record<Severity, number>>;
  /** The 20 highest scores whatever the threshold, highest first; fewer where no detector scored more. */
  readonly strangest: readonly Finding[];
  /** Lines that the first records of all findings cover. */
  readonly markedLines: number;
  readonly judged: JudgedRecords;
  readonly detectors: readonly DetectorId[];
  readonly notJudged: readonly Sentence[];
}

const defaultMaxFindings = 20_000;
/**
 * A log is unusual as a whole when more than this share of its lines would be marked, by more than this share of its records,
 * and by at least so many: one stack trace of forty lines is a finding to show, however short the log.
 */
const unusualShare = 0.05;
const fewestUnusual = 10;
/** Progress at the end of each part. */
const gathered = 0.1;
const scored = 0.85;
/** The same within the conclusion. */
const selected = 0.35;
const identified = 0.8;

/** What the detectors learned of a log: findings follow from it as often as they are asked for. */
export interface JudgedLog {
  readonly input: DetectorInput;
  readonly judgement: Judgement;
}

/**
 * Learns a log. Yields the share done, 0 to 1, at least every 65,536 records: a host that stops stepping has cancelled.
 */
export function* judgeLog(input: DetectorInput): Generator<number, JudgedLog> {
  yield* at(0, input.templates.gather());
  return { input, judgement: yield* scaled(judge(input), gathered / scored, 1) };
}

/**
 * Scores every record, picks the findings, and says why; yields as `judgeLog` does. `texts` are read back for what normal
 * looks like.
 */
export function* conclude(
  { input, judgement }: JudgedLog,
  { texts, words }: TriageReading,
  options: TriageOptions,
): Generator<number, TriageResult> {
  const range = new TimeRange(options.from, options.until);
  const threshold = thresholdOf(options.sensitivity);
  const labels = options.labels ?? nothingLabelled(input.records.recordCount);
  const limit = options.maxFindings ?? defaultMaxFindings;
  const fusion = judgement.fusion(options.weights);
  const sayings = new Sayings(input.templates, fusion, judgement);
  const wanted = { range, threshold, limit, labels };
  const selection = yield* at(0, select(input.templates, fusion, sayings, wanted));
  const writer = new FindingWriter({ ...input, texts, labels }, judgement, selection.severities);
  yield* at(selected, writer.prepare([...selection.findings, ...selection.strangest]));
  const written = yield* at(identified, writer.write(selection.findings));
  const scores = new RuleScores(fatalCountsAs(input.templates));
  const causes = new InnerCauses(input.records, texts, input.rules ?? defaultRules, scores);
  const ruleOf = (record: RecordIndex) => judgement.concernOf(record);
  const findings = yield* at(identified, withInnerCauses(causes, written, selection.findings, ruleOf));
  const passages = new RecordPassages(input.records, texts);
  const scene = { ...input, judges: judgement.judges, threshold, words, passages };
  return {
    verdict: verdictOf(selection, input.records),
    threshold,
    incidents: yield* at(identified, incidentsOf(scene, findings, selection.findings)),
    findings,
    findingCounts: recounted(selection.counts, written, findings),
    strangest: yield* at(identified, writer.write(selection.strangest)),
    markedLines: selection.markedLines,
    judged: selection.judged,
    detectors: judgement.detectors,
    notJudged: [...judgement.notJudged, ...missing(input.templates, range, selection)],
  };
}

/** Both, one after the other. */
export function* triage(input: TriageInput, options: TriageOptions): Generator<number, TriageResult> {
  const judged = yield* scaled(judgeLog(input), 0, scored);
  return yield* scaled(conclude(judged, input, options), scored, 1);
}

/**
 * Of all lines of the log, even where only a range of time was judged: whoever chose a range because the
 * whole is unusual must get an answer.
 */
function verdictOf({ counts, detected }: Selection, { sources }: RecordTable): Verdict {
  if (Object.values(counts).every((count) => count === 0)) return 'quiet';
  const logs = sources.filter(({ role }) => role === 'log');
  const lines = logs.reduce((sum, log) => sum + log.lines, 0);
  const records = logs.reduce((sum, log) => sum + log.records, 0);
  const { findings: found } = detected;
  const isUnusual =
    found >= fewestUnusual && found > records * unusualShare && detected.lines > lines * unusualShare;
  return isUnusual ? 'unusual' : 'findings';
}

/** The counts by severity once some findings are graver than they were. */
function recounted(
  counts: Selection['counts'],
  before: readonly Finding[],
  after: readonly Finding[],
): Record<Severity, number> {
  const now = { ...counts };
  for (const [i, { severity }] of after.entries()) {
    now[before[i].severity]--;
    now[severity]++;
  }
  return now;
}

/** What no detector could go by. */
function missing(templates: TemplateStatistics, range: TimeRange, { judged }: Selection): Sentence[] {
  if (!range.isOpen && judged.records === 0) return [{ pattern: triagePatterns.noTimesInRange, values: [] }];
  if (templates.timedRecords > 0 || templates.recordCount === 0) return [];
  return [{ pattern: triagePatterns.noTimes, values: [] }];
}
