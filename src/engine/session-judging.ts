import type { BaselineModel } from './baseline/baseline-model';
import { BaselinePrior } from './baseline/baseline-prior';
import { driftOf } from './baseline/drift';
import { learnBaseline } from './baseline/learn-baseline';
import type { DetectorInput } from './detectors/detector';
import { type RuleSet, readRules } from './detectors/rules/read-rules';
import { knownRecords, type LineLabel } from './evaluate/known-lines';
import { evaluateLog, type LogEvaluation } from './evaluate/log-evaluation';
import type { PriorMessage } from './features/prior-counts';
import { LogSessions } from './features/sessions/log-sessions';
import { TemplateStatistics } from './features/template-statistics';
import type { ValueLog } from './features/values/gather-values';
import { LogValues, type SourcePart } from './features/values/log-values';
import { RoomyValues } from './features/values/roomy-values';
import { unseenValues, type ValueSource } from './features/values/value-source';
import { LabelResolver } from './labels/resolve/label-resolver';
import { nothingLabelled, type ResolvedLabels } from './labels/resolve/resolved-labels';
import { normalTemplates } from './labels/template-labels';
import type { Analysis, TemplateSummary } from './model/analysis';
import type { Drift } from './model/drift';
import { resolvedBound } from './model/time-bound';
import type { RecordIndex, TemplateId } from './model/units';
import { overviewOf } from './records/overview';
import { ReportedTemplates } from './records/reported-templates';
import type { SourceTexts } from './records/source-texts';
import { templateSummaries } from './records/template-summaries';
import type { SessionSources } from './session-sources';
import type { Judging, SessionOptions } from './session-values';
import type { LogScoring } from './shape/score-shape';
import type { Fusion } from './triage/fusion';
import { SourceWords } from './triage/incidents/source-words';
import { leastReasonScore } from './triage/judgement';
import { at, scaled } from './triage/progress';
import { thresholdOf } from './triage/sensitivity';
import { conclude, type JudgedLog, judgeLog, type TriageReading } from './triage/triage';

const defaultSeed = 20_261_121;
/** Of learning a baseline, before what is learned of it. */
const gatheredShare = 0.1;
/** Of an analysis, before findings are picked and written. */
const learnedShare = 0.85;

/** What an analysis learned, and what follows from it whatever it is judged by. */
interface Learned {
  readonly log: JudgedLog;
  readonly allSessions: LogSessions;
  readonly templates: readonly TemplateSummary[];
  readonly resolver: LabelResolver;
}

/** A log that was analysed, and what labels say of it. */
export interface LabelledAnalysis extends JudgedLog {
  /** Those of the log. */
  readonly templates: readonly TemplateSummary[];
  readonly resolver: LabelResolver;
  readonly labels: ResolvedLabels;
  /** What was told of it. */
  readonly told: Pick<Analysis, 'incidents' | 'findings'>;
  /** What findings were picked by, and the score they begin at. */
  readonly fusion: Fusion;
  readonly threshold: number;
}

/** Values, and the sessions that they make of records. */
export type Linking = Pick<DetectorInput, 'values' | 'sessions'>;

/** Judges the sources of a session, together, and keeps what it learned of them. `Session` tells what its members give. */
export class SessionJudging {
  private readonly reported: ReportedTemplates;
  private readonly rules: RuleSet;
  /** What the last analysis learned, while that still holds. */
  private learned: Learned | undefined;
  /** What a learned baseline knows, where one is used. */
  private prior: BaselinePrior | undefined;
  /** By the last analysis. */
  private drift: Drift | null = null;
  /** What the last analysis was judged by. */
  private labels: ResolvedLabels = nothingLabelled(0);
  /** What the last analysis told. */
  private told: LabelledAnalysis['told'] = { incidents: [], findings: [] };

  constructor(
    private readonly log: SessionSources,
    private options: SessionOptions,
  ) {
    this.reported = new ReportedTemplates(log.miner);
    this.rules = readRules(options.rules ?? []);
  }

  get usesBaseline(): boolean {
    return this.prior !== undefined;
  }

  /** What a learned baseline holds; undefined where none is used. */
  get knownMessages(): readonly PriorMessage[] | undefined {
    return this.prior?.counts.messages;
  }

  /** What was learned holds no more: sources were read on, or templates corrected. */
  forget(): void {
    this.learned = undefined;
  }

  /** Of all records, or of some. */
  values(texts: SourceTexts, parts?: readonly SourcePart[]): LogValues {
    return new LogValues(this.valueLog(texts), parts);
  }

  private valueLog(texts: SourceTexts): ValueLog {
    const { records, readers, miner, cutter } = this.log;
    return { records, readers, miner, cutter, texts };
  }

  sessions(values: ValueSource): LogSessions {
    return new LogSessions(this.log.records, values, this.options.sessionField);
  }

  /** Of all records, as far as there is room for their values: for labels and data sets, which must miss none. Throws as `measure` does. */
  get allSessions(): LogSessions {
    return this.judged('allSessions').allSessions;
  }

  /** What the last analysis looked at, while it holds. */
  linking(texts: SourceTexts): Linking {
    if (this.learned !== undefined) return this.learned.log.input;
    const values = this.values(texts);
    return { values, sessions: this.sessions(values) };
  }

  *analyse(texts: SourceTexts): Generator<number, Analysis> {
    const { records, miner } = this.log;
    const { prior, options } = this;
    const statistics = new TemplateStatistics(records, miner, prior?.counts);
    const values = this.values(texts);
    const log = yield* scaled(
      judgeLog({
        records,
        templates: statistics,
        values,
        sessions: this.sessions(values),
        rules: this.rules.rules,
        prior,
        seed: options.seed ?? defaultSeed,
      }),
      0,
      learnedShare,
    );
    const templates = templateSummaries(records, miner, statistics);
    const allSessions = this.sessions(new RoomyValues(this.valueLog(texts), values));
    const resolver = new LabelResolver(log, templates, allSessions);
    const learned = { log, allSessions, templates, resolver };
    this.learned = learned;
    this.drift = yield* at(learnedShare, driftOf(statistics, prior));
    return yield* scaled(this.conclude(learned, texts), learnedShare, 1);
  }

  *rejudge(changed: Judging, texts: SourceTexts): Generator<number, Analysis> {
    if (this.learned === undefined)
      throw new Error('rejudge was called without an analysis that still holds');
    this.options = { ...this.options, ...changed };
    return yield* this.conclude(this.learned, texts);
  }

  *measure(labels: readonly LineLabel[]): Generator<number, LogEvaluation> {
    const { judgement, fusion } = this.judged('measure');
    const { labels: said } = this;
    const score = (record: RecordIndex) => (said.fires(record) ? 1 : fusion.score(record));
    const fused = (record: RecordIndex) => (said.silences(record) ? 0 : score(record));
    const known = yield* at(0, knownRecords(this.log.records, labels));
    return yield* evaluateLog(judgement.scorers(fused), this.threshold, known);
  }

  /** How the last analysis scores; throws as `measure` does. */
  scoring(): LogScoring {
    const { judgement, fusion } = this.judged('scoring');
    return {
      detectors: judgement.judges.map(({ detector }) => detector),
      fusion,
      isNormal: (record) => this.labels.silences(record),
      threshold: this.threshold,
      leastReasonScore,
    };
  }

  useBaseline(model: BaselineModel): void {
    this.learned = undefined;
    this.prior = new BaselinePrior(model, this.log.miner, this.log.components);
  }

  *learnBaseline(texts: SourceTexts): Generator<number, BaselineModel> {
    const { records, miner, components } = this.log;
    const templates = new TemplateStatistics(records, miner);
    yield* at(0, templates.gather());
    const values = this.values(texts);
    return yield* at(
      gatheredShare,
      learnBaseline({
        templates,
        values,
        sessions: this.sessions(values),
        componentName: (component) => components.name(component),
        textOf: (signature) => miner.textOf(signature),
        seed: this.options.seed ?? defaultSeed,
      }),
    );
  }

  get bounds() {
    const { from = null, until = null } = this.options;
    const { records } = this.log;
    return { from: resolvedBound(from, records), until: resolvedBound(until, records) };
  }

  /** Those of the log that a person called normal. */
  get normalTemplates(): ReadonlySet<TemplateId> {
    const { labels = [] } = this.options;
    if (labels.length === 0) return new Set();
    const { miner } = this.log;
    const templates = miner.liveIds().map((id) => ({ ...miner.template(id), id }));
    return normalTemplates(labels, templates);
  }

  /** What labels say of the log analysed last; throws as `measure` does. */
  labelled(): LabelledAnalysis {
    const { input, judgement, templates, resolver, fusion } = this.judged('labels');
    const { labels, told, threshold } = this;
    return { input, judgement, templates, resolver, fusion, labels, told, threshold };
  }

  private get threshold(): number {
    return thresholdOf(this.options.sensitivity);
  }

  private judged(asked: string): Learned & JudgedLog & { readonly fusion: Fusion } {
    if (this.learned === undefined)
      throw new Error(`${asked} was called without an analysis that still holds`);
    const { input, judgement } = this.learned.log;
    return { ...this.learned, input, judgement, fusion: judgement.fusion(this.options.weights) };
  }

  private reading(texts: SourceTexts): TriageReading {
    return { texts, words: new SourceWords(this.log.components, this.log.cutter, texts) };
  }

  private *conclude({ log, templates, resolver }: Learned, texts: SourceTexts): Generator<number, Analysis> {
    const { records, miner } = this.log;
    const { maxFindings, sensitivity, weights } = this.options;
    const labels = yield* at(0, resolver.resolve(this.options.labels ?? []));
    const options = { ...this.bounds, maxFindings, sensitivity, weights, labels };
    const judged = yield* conclude(log, this.reading(texts), options);
    this.labels = labels;
    this.told = { incidents: judged.incidents, findings: judged.findings };
    return {
      // That nothing stands out among lines the baseline does not know must not reassure.
      verdict: judged.verdict === 'quiet' && this.drift?.hasDrifted ? 'unusual' : judged.verdict,
      threshold: judged.threshold,
      overview: overviewOf(records, templates.length, {
        ...judged,
        notJudged: [...judged.notJudged, ...this.log.passedOver(), ...unseenValues(log.input.values)],
      }),
      sources: this.log.summaries(texts),
      templates,
      aliases: this.reported.aliases(templates.map(({ id }) => id)),
      corrections: miner.correctionOutcomes,
      ruleProblems: this.rules.problems,
      labels: labels.coverage,
      drift: this.drift,
      incidents: judged.incidents,
      findings: judged.findings,
      findingCounts: judged.findingCounts,
      strangest: judged.strangest,
    };
  }
}
