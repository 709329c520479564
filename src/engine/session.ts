import type { BaselineModel } from './baseline/baseline-model';
import { BaselinePrior } from './baseline/baseline-prior';
import { driftOf } from './baseline/drift';
import { learnBaseline } from './baseline/learn-baseline';
import { type RuleSet, readRules } from './detectors/rules/read-rules';
import type { LineLabel } from './evaluate/known-lines';
import { evaluateLog, type LogEvaluation } from './evaluate/log-evaluation';
import { LogSessions } from './features/sessions/log-sessions';
import { TemplateStatistics } from './features/template-statistics';
import { TemplateTally } from './features/template-tally';
import { LogValues } from './features/values/log-values';
import { unseenValues, type ValueSource } from './features/values/value-source';
import type { FormatCorrection, FormatGesture, NotLearned } from './formats/corrections/format-correction';
import type { ReadContext } from './formats/format';
import type { Analysis, TemplateSummary } from './model/analysis';
import type { Comparison } from './model/comparison';
import type { Drift } from './model/drift';
import type { EvidenceOptions, EvidencePack } from './model/evidence-pack';
import type { Sentence } from './model/finding';
import { RecordTable } from './model/record-table';
import { resolvedBound } from './model/time-bound';
import type { SourceUnderstanding } from './model/understanding';
import type { ByteOffset, LineNumber, SignatureId, SourceIndex, UnixNs } from './model/units';
import { ComponentNames } from './records/component-names';
import { endOfLine } from './records/line-texts';
import { overviewOf } from './records/overview';
import { RecordCutter } from './records/record-cutter';
import { ReportedTemplates } from './records/reported-templates';
import type { SegmentIds } from './records/segment-ids';
import type { SegmentRows } from './records/segment-rows';
import { SourceReader } from './records/source-reader';
import type { SourceTexts } from './records/source-texts';
import { TemplateQueries } from './records/template-queries';
import { templateSummaries } from './records/template-summaries';
import type { Judging, LineSpan, SessionOptions, SourceDescription } from './session-values';
import type { CorrectionOutcome, TemplateCorrection } from './templates/corrections/correction';
import { matchNormal } from './templates/normal-templates';
import { type CorrectionReport, TemplateMiner, usualLimits } from './templates/template-miner';
import { maxLineBytes } from './text/line-splitter';
import { compare } from './triage/compare/compare';
import { packEvidence } from './triage/evidence/evidence';
import { SourceWords } from './triage/incidents/source-words';
import { at, scaled } from './triage/progress';
import { thresholdOf } from './triage/sensitivity';
import { partWithin, type SourcePart } from './triage/source-part';
import { TimeRange } from './triage/time-range';
import { conclude, type JudgedLog, judgeLog, type TriageReading } from './triage/triage';
import { learnFormat } from './understanding/learn-format';
import { sourceSummary } from './understanding/source-summary';
import { SourceInspector } from './understanding/understand';

const defaultSeed = 20_261_121;
/** Of learning a baseline, before what is learned of it. */
const gatheredShare = 0.1;
/** Of an analysis, before findings are picked and written. */
const learnedShare = 0.85;

/**
 * The engine's façade: bytes in, values out. Sources are opened, pushed and closed one after another;
 * `analyse` then judges them together. It never opens, waits or prints, and reads no clock.
 */
export class Session {
  private readonly records = new RecordTable();
  private readonly miner = new TemplateMiner();
  private readonly components = new ComponentNames();
  private readonly readers: SourceReader[] = [];
  private readonly reported = new ReportedTemplates(this.miner);
  /** By source. */
  private readonly notes: (readonly Sentence[])[] = [];
  /** What the last analysis learned, while that still holds. */
  private learned: JudgedLog | undefined;
  /** What no column keeps of a record: its message, fields and values. */
  readonly cutter = new RecordCutter(this.records, this.readers, this.miner);

  /** Of templates and their records. */
  readonly templates = new TemplateQueries(this.records, this.miner, this.cutter);

  private readonly rules: RuleSet;
  /** What a learned baseline knows, where one is used. */
  private prior: BaselinePrior | undefined;
  /** By the last analysis. */
  private drift: Drift | null = null;

  constructor(private options: SessionOptions = {}) {
    this.miner.correct(options.templateCorrections ?? []);
    this.rules = readRules(options.rules ?? []);
  }

  /** Lines read so far. */
  get lineCount(): number {
    return this.records.lineCount;
  }

  openSource(description: SourceDescription): SourceIndex {
    this.learned = undefined;
    const { referenceSeconds, formatCorrections: corrections } = description;
    const context = { referenceSeconds, corrections };
    const sink = { records: this.records, miner: this.miner, components: this.components };
    this.readers.push(new SourceReader(sink, context, description.encoding, description.start));
    return this.records.openSource(description.path, description.role);
  }

  /** Bytes of the source opened last, in any chunking; they are not kept. */
  push(bytes: Uint8Array): void {
    this.records.sources[this.records.sources.length - 1].bytes += bytes.length;
    this.readers[this.readers.length - 1].push(bytes);
  }

  /** What a `SegmentReader` of the source opened last must be given. */
  get readContext(): ReadContext {
    return this.readers[this.readers.length - 1].context;
  }

  /**
   * Takes what a `SegmentReader` made of the bytes that follow; what was pushed so far must end in a line feed. False,
   * and nothing has changed, where reading them in order may give something else: they must be pushed then. Where it is
   * true, everything is as if they had been pushed.
   */
  adoptSegment(segment: SegmentRows, ids: SegmentIds): boolean {
    if (!this.readers[this.readers.length - 1].adopt(segment, ids)) return false;
    this.records.sources[this.records.sources.length - 1].bytes += segment.bytes;
    return true;
  }

  /**
   * Goes on with the source closed last: what is pushed now was appended to it, and `closeSource` and `analyse` give what
   * reading all of it from the start gives. False, and nothing has changed, where only that can: the source's encoding is none
   * of UTF-8 and its bytes ended within a character, or a learned baseline is used. `referenceSeconds`: when the file was last written now.
   */
  continueSource(referenceSeconds: number): boolean {
    const last = this.readers.length - 1;
    const reader = this.readers[last].continued(referenceSeconds);
    if (reader === undefined || this.prior !== undefined) return false;
    this.learned = undefined;
    this.readers[last] = reader;
    return true;
  }

  /**
   * `notes`: what the host must tell people of how it came by the bytes. `linesBefore`: lines of the file before the first
   * byte pushed, where the source was given a start.
   */
  closeSource(notes: readonly Sentence[] = [], linesBefore = 0): void {
    const last = this.readers.length - 1;
    this.notes[last] = notes;
    this.records.sources[last].linesBefore = linesBefore;
    this.readers[last].end();
  }

  /** What stands where templates are masked, and in fields: cut from the texts once it is asked for. */
  values(texts: SourceTexts): LogValues {
    const { records, readers, miner, cutter } = this;
    return new LogValues({ records, readers, miner, cutter, texts });
  }

  /** Which records share a request, a job, a block: found by their values once it is asked for. */
  sessions(values: ValueSource): LogSessions {
    return new LogSessions(this.records, values, this.options.sessionField);
  }

  /**
   * Yields its share done, 0 to 1, at least every 65,536 records; a caller that stops stepping has cancelled.
   * `texts` are read back for what normal looks like beside a finding.
   */
  *analyse(texts: SourceTexts): Generator<number, Analysis> {
    const { records, miner, options } = this;
    const { prior } = this;
    const statistics = new TemplateStatistics(records, miner, prior?.counts);
    const values = this.values(texts);
    const learned = yield* scaled(
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
    this.learned = learned;
    this.drift = yield* at(learnedShare, driftOf(statistics, prior));
    return yield* scaled(this.conclude(learned, texts), learnedShare, 1);
  }

  /**
   * What `analyse` gives judged otherwise, from what it learned: nothing is read or learned again. What is changed stays so
   * for analyses after it. Throws where sources were read on or templates corrected since.
   */
  *rejudge(changed: Judging, texts: SourceTexts): Generator<number, Analysis> {
    if (this.learned === undefined)
      throw new Error('rejudge was called without an analysis that still holds');
    this.options = { ...this.options, ...changed };
    return yield* this.conclude(this.learned, texts);
  }

  /**
   * What the last analysis scored, held to what is known of the lines of the first source; yields the share done. Throws where
   * sources were read on or templates corrected since.
   */
  measure(labels: readonly LineLabel[]): Generator<number, LogEvaluation> {
    if (this.learned === undefined)
      throw new Error('measure was called without an analysis that still holds');
    const scorers = this.learned.judgement.scorers();
    return evaluateLog(this.records, scorers, thresholdOf(this.options.sensitivity), labels);
  }

  /**
   * Judges by what was learned of good logs, as if they had been read as baselines; to be called once, when all sources are
   * closed and before anything is asked. Sources cannot be continued after it.
   */
  useBaseline(model: BaselineModel): void {
    this.learned = undefined;
    this.prior = new BaselinePrior(model, this.miner, this.components);
  }

  /** What the logs read look like, their baselines left out; yields as `analyse` does. */
  *learnBaseline(texts: SourceTexts): Generator<number, BaselineModel> {
    const { records, miner, components } = this;
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

  private reading(texts: SourceTexts): TriageReading {
    return { texts, words: new SourceWords(this.components, this.cutter, texts) };
  }

  private *conclude(learned: JudgedLog, texts: SourceTexts): Generator<number, Analysis> {
    const { records, miner } = this;
    const { maxFindings, sensitivity } = this.options;
    const templates = templateSummaries(records, miner, learned.input.templates);
    const normalTemplates = matchNormal(this.options.normalTemplates ?? [], templates);
    const normal = new Set(normalTemplates.map(({ template }) => template));
    const options = { ...this.bounds(), maxFindings, sensitivity, normal };
    const judged = yield* conclude(learned, this.reading(texts), options);
    return {
      verdict: judged.verdict,
      threshold: judged.threshold,
      overview: overviewOf(records, templates.length, {
        ...judged,
        notJudged: [
          ...judged.notJudged,
          ...this.cutLines(),
          ...this.overflow(),
          ...unseenValues(learned.input.values),
        ],
      }),
      sources: records.sources.map((_, index) =>
        sourceSummary(records, index as SourceIndex, this.readers[index], this.notes[index] ?? [], texts),
      ),
      templates,
      aliases: this.reported.aliases(templates.map(({ id }) => id)),
      corrections: miner.correctionOutcomes,
      ruleProblems: this.rules.problems,
      normalTemplates,
      drift: this.drift,
      incidents: judged.incidents,
      findings: judged.findings,
      findingCounts: judged.findingCounts,
      strangest: judged.strangest,
    };
  }

  /**
   * The lines of one log that name the root cause, in a budget of tokens; no `analyse` is needed before. What its baselines
   * hold says little. Yields as `analyse` does.
   */
  evidence(texts: SourceTexts, options: EvidenceOptions): Generator<number, EvidencePack> {
    const { records, readers, miner } = this;
    const templateOf = (signature: SignatureId) => miner.templateOf(signature);
    return packEvidence({ records, readers, templateOf, texts }, options);
  }

  /**
   * What the log has that its baselines have not, and the other way round; no `analyse` is needed before. Only its records
   * within `from` and `until` become findings. Yields as `analyse` does.
   */
  compare(texts: SourceTexts): Generator<number, Comparison> {
    const { records, readers, miner: templates } = this;
    const { from, until } = this.bounds();
    const range = new TimeRange(from, until);
    return compare({ records, readers, templates, texts, range });
  }

  /** The templates alone, without judging; yields as `analyse` does. */
  *mineTemplates(): Generator<number, TemplateSummary[]> {
    const tally = new TemplateTally(this.records, this.miner);
    for (const _ of tally.gather()) yield tally.recordCount / this.records.recordCount;
    return templateSummaries(this.records, this.miner, tally);
  }

  /**
   * Groups what was read anew: the corrections take the place of those given before, and none gives back exactly
   * what was. Nothing is read again; `analyse` and `mineTemplates` then judge by the new templates.
   */
  correctTemplates(corrections: readonly TemplateCorrection[]): CorrectionReport {
    this.learned = undefined;
    return this.miner.correct(corrections);
  }

  /** What became of the corrections, by all that was read so far. */
  get correctionOutcomes(): readonly CorrectionOutcome[] {
    return this.miner.correctionOutcomes;
  }

  /** What was understood of each source, and lines to judge that by; they are read back. */
  understand(texts: SourceTexts): SourceUnderstanding[] {
    return this.readers.map((reader, index) =>
      new SourceInspector(this.records, index as SourceIndex, reader, texts).understanding(),
    );
  }

  /** What a gesture in one line of a source teaches of its format, or why it teaches nothing. Nothing changes by it. */
  learnFormat(
    source: SourceIndex,
    gesture: FormatGesture,
    texts: SourceTexts,
  ): FormatCorrection | NotLearned {
    return learnFormat(gesture, source, this.readers[source], this.records, texts);
  }

  /** What the record that begins on a line says behind its header; empty where none begins there. `texts` are read back. */
  messageOfLine(source: SourceIndex, line: LineNumber, texts: SourceTexts): Uint8Array {
    const index = this.records.lineOfNumber(source, line);
    const record = index === undefined ? undefined : this.records.recordOfLine(index);
    if (record === undefined || this.records.firstLine.get(record) !== index) return new Uint8Array(0);
    return this.cutter.cut(record, texts).message;
  }

  linesOf(source: SourceIndex): number {
    return this.records.sources[source].lines;
  }

  /** From the first record within the times, both included and null open, to the last; undefined where none lies there. */
  partWithin(source: SourceIndex, from: UnixNs | null, until: UnixNs | null): SourcePart | undefined {
    return partWithin(this.records, source, new TimeRange(from, until));
  }

  /** Where a line's bytes stand, so that a host can read its text again. */
  spanOf(source: SourceIndex, line: LineNumber): LineSpan {
    const index = this.records.lineOfNumber(source, line);
    if (index === undefined) throw new Error(`line ${line} of source ${source} was not read`);
    return {
      source,
      start: this.records.lineStart.get(index) as ByteOffset,
      end: endOfLine(this.records, index, source, this.readers[source]),
    };
  }

  private bounds() {
    const { from = null, until = null } = this.options;
    return { from: resolvedBound(from, this.records), until: resolvedBound(until, this.records) };
  }

  private overflow(): Sentence[] {
    if (!this.miner.overflowed) return [];
    return [
      {
        pattern:
          'messages beyond the first {0} wordings or {1} templates: they count as the template most like them',
        values: [usualLimits.signatures, usualLimits.templates],
      },
    ];
  }

  private cutLines(): Sentence[] {
    const count = this.readers.reduce((sum, reader) => sum + reader.cutLines, 0);
    const values = [count, maxLineBytes / 1024];
    return count === 0
      ? []
      : [{ pattern: 'longer than {1} KiB and read only so far: {0} of its lines', values }];
  }
}
