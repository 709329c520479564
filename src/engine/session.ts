import type { BaselineModel } from './baseline/baseline-model';
import type { LineLabel } from './evaluate/known-lines';
import type { LogEvaluation } from './evaluate/log-evaluation';
import type { LogSessions } from './features/sessions/log-sessions';
import { TemplateTally } from './features/template-tally';
import type { LogValues } from './features/values/log-values';
import type { ValueSource } from './features/values/value-source';
import type { FormatCorrection, FormatGesture, NotLearned } from './formats/corrections/format-correction';
import type { ReaderDecision } from './formats/reader-decision';
import type { Analysis, TemplateSummary } from './model/analysis';
import type { Comparison } from './model/comparison';
import type { EvidenceOptions, EvidencePack } from './model/evidence-pack';
import type { Sentence } from './model/finding';
import type { SourceUnderstanding } from './model/understanding';
import type { LineNumber, SignatureId, SourceIndex, UnixNs } from './model/units';
import type { SegmentIds } from './records/segment-ids';
import type { SegmentRows } from './records/segment-rows';
import type { SourceTexts } from './records/source-texts';
import { TemplateQueries } from './records/template-queries';
import { templateSummaries } from './records/template-summaries';
import { SessionContrasts } from './session-contrasts';
import { SessionDataset } from './session-dataset';
import { SessionJudging } from './session-judging';
import { SessionLabels } from './session-labels';
import { SessionLanes } from './session-lanes';
import { SessionLines } from './session-lines';
import { SessionShape } from './session-shape';
import { SessionSources } from './session-sources';
import { SessionTools } from './session-tools';
import type { Judging, LineSpan, SessionOptions, SourceDescription } from './session-values';
import type { CorrectionOutcome, TemplateCorrection } from './templates/corrections/correction';
import type { CorrectionReport } from './templates/template-miner';
import { compare } from './triage/compare/compare';
import { packEvidence } from './triage/evidence/evidence';
import { packSources, type SourcesEvidence } from './triage/evidence/pack-sources';
import { partWithin, type SourcePart } from './triage/source-part';
import { TimeRange } from './triage/time-range';

/**
 * The engine's façade: bytes in, values out. Sources are opened, pushed and closed one after another;
 * `analyse` then judges them together. It never opens, waits or prints, and reads no clock.
 */
export class Session {
  private readonly sources = new SessionSources();
  private readonly judging: SessionJudging;
  /** What no column keeps of a record: its message, fields and values. */
  readonly cutter = this.sources.cutter;
  /** Of templates and their records. */
  readonly templates = new TemplateQueries(this.sources.records, this.sources.miner, this.cutter);
  /** Of lines, whatever was judged. */
  readonly lines = new SessionLines(this.sources);
  /** Of what a log looks like as a whole. */
  readonly shape: SessionShape;
  /** Of what differs between parts of a log. */
  readonly contrasts: SessionContrasts;
  /** Of who wrote what when, and with what values. */
  readonly lanes: SessionLanes;
  /** What a model may ask of it. */
  readonly tools: SessionTools;
  /** Of what people said of it. */
  readonly labels: SessionLabels;
  /** Of what goes into training data. */
  readonly dataset: SessionDataset;

  constructor(options: SessionOptions = {}) {
    this.sources.miner.correct(options.templateCorrections ?? []);
    this.judging = new SessionJudging(this.sources, options);
    this.contrasts = new SessionContrasts(this.sources, this.judging);
    this.shape = new SessionShape(this.sources, this.judging);
    this.lanes = new SessionLanes(this.sources, this.judging, this.shape);
    this.labels = new SessionLabels(this.sources, this.judging);
    this.dataset = new SessionDataset(this.sources, this.judging);
    this.tools = new SessionTools(this.sources, this.judging, this.shape, this.contrasts);
  }

  /** Lines read so far. */
  get lineCount(): number {
    return this.sources.records.lineCount;
  }

  openSource(description: SourceDescription): SourceIndex {
    this.judging.forget();
    return this.sources.open(description);
  }

  /** Bytes of the source opened last, in any chunking; they are not kept. */
  push(bytes: Uint8Array): void {
    this.sources.push(bytes);
  }

  /** By which others may read segments of the source opened last; undefined where none may, or its head has not decided yet. */
  get decision(): ReaderDecision | undefined {
    return this.sources.decision;
  }

  /**
   * Takes what a `SegmentReader` made of the bytes that follow; what was pushed so far must end in a line feed. False,
   * and nothing has changed, where reading them in order may give something else: they must be pushed then. Where it is
   * true, everything is as if they had been pushed.
   */
  adoptSegment(segment: SegmentRows, ids: SegmentIds): boolean {
    return this.sources.adopt(segment, ids);
  }

  /**
   * Goes on with the source closed last: what is pushed now was appended to it, and `closeSource` and `analyse` give what
   * reading all of it from the start gives. False, and nothing has changed, where only that can: the source's encoding is none
   * of UTF-8 and its bytes ended within a character, or a learned baseline is used. `referenceSeconds`: when the file was last written now.
   */
  continueSource(referenceSeconds: number): boolean {
    if (this.judging.usesBaseline || !this.sources.goOn(referenceSeconds)) return false;
    this.judging.forget();
    return true;
  }

  /**
   * `notes`: what the host must tell people of how it came by the bytes. `linesBefore`: lines of the file before the first
   * byte pushed, where the source was given a start.
   */
  closeSource(notes: readonly Sentence[] = [], linesBefore = 0): void {
    this.sources.close(notes, linesBefore);
  }

  /** What stands where templates are masked, and in fields: cut from the texts once it is asked for. */
  values(texts: SourceTexts): LogValues {
    return this.judging.values(texts);
  }

  /** Which records share a request, a job, a block: found by their values once it is asked for. */
  sessions(values: ValueSource): LogSessions {
    return this.judging.sessions(values);
  }

  /**
   * Yields its share done, 0 to 1, at least every 65,536 records; a caller that stops stepping has cancelled.
   * `texts` are read back for what normal looks like beside a finding.
   */
  analyse(texts: SourceTexts): Generator<number, Analysis> {
    return this.judging.analyse(texts);
  }

  /**
   * What `analyse` gives judged otherwise, from what it learned: nothing is read or learned again. What is changed stays so
   * for analyses after it. Throws where sources were read on or templates corrected since.
   */
  rejudge(changed: Judging, texts: SourceTexts): Generator<number, Analysis> {
    return this.judging.rejudge(changed, texts);
  }

  /**
   * What the last analysis scored, held to what is known of the lines of the first source; yields the share done. Throws where
   * sources were read on or templates corrected since.
   */
  measure(labels: readonly LineLabel[]): Generator<number, LogEvaluation> {
    return this.judging.measure(labels);
  }

  /**
   * Judges by what was learned of good logs, as if they had been read as baselines; to be called once, when all sources are
   * closed and before anything is asked. Sources cannot be continued after it.
   */
  useBaseline(model: BaselineModel): void {
    this.judging.useBaseline(model);
  }

  /** What the logs read look like, their baselines left out; yields as `analyse` does. */
  learnBaseline(texts: SourceTexts): Generator<number, BaselineModel> {
    return this.judging.learnBaseline(texts);
  }

  /**
   * The lines of one log that name the root cause, in a budget of tokens; no `analyse` is needed before. What its baselines
   * hold says little. Yields as `analyse` does.
   */
  evidence(texts: SourceTexts, options: EvidenceOptions): Generator<number, EvidencePack> {
    const { records, readers, miner } = this.sources;
    const templateOf = (signature: SignatureId) => miner.templateOf(signature);
    const normal = this.judging.normalTemplates;
    return packEvidence({ records, readers, templateOf, texts, normal }, options);
  }

  /** The same of all logs as one, whose lines count through all of them. */
  evidenceOfAll(texts: SourceTexts, options: SourcesEvidence): Generator<number, EvidencePack> {
    const { records, readers, miner } = this.sources;
    const templateOf = (signature: SignatureId) => miner.templateOf(signature);
    const normal = this.judging.normalTemplates;
    return packSources({ records, readers, templateOf, texts, normal }, options);
  }

  /**
   * What the log has that its baselines have not, and the other way round; no `analyse` is needed before. Only its records
   * within `from` and `until` become findings. Yields as `analyse` does.
   */
  compare(texts: SourceTexts): Generator<number, Comparison> {
    const { records, readers, miner: templates } = this.sources;
    const { from, until } = this.judging.bounds;
    const range = new TimeRange(from, until);
    return compare({ records, readers, templates, texts, range });
  }

  /** The templates alone, without judging; yields as `analyse` does. */
  *mineTemplates(): Generator<number, TemplateSummary[]> {
    const { records, miner } = this.sources;
    const tally = new TemplateTally(records, miner);
    for (const _ of tally.gather()) yield tally.recordCount / records.recordCount;
    return templateSummaries(records, miner, tally);
  }

  /**
   * Groups what was read anew: the corrections take the place of those given before, and none gives back exactly
   * what was. Nothing is read again; `analyse` and `mineTemplates` then judge by the new templates.
   */
  correctTemplates(corrections: readonly TemplateCorrection[]): CorrectionReport {
    this.judging.forget();
    return this.sources.miner.correct(corrections);
  }

  /** What became of the corrections, by all that was read so far. */
  get correctionOutcomes(): readonly CorrectionOutcome[] {
    return this.sources.miner.correctionOutcomes;
  }

  /** What was understood of each source, and lines to judge that by; they are read back. */
  understand(texts: SourceTexts): SourceUnderstanding[] {
    return this.sources.understand(texts);
  }

  /** What a gesture in one line of a source teaches of its format, or why it teaches nothing. Nothing changes by it. */
  learnFormat(
    source: SourceIndex,
    gesture: FormatGesture,
    texts: SourceTexts,
  ): FormatCorrection | NotLearned {
    return this.sources.learnFormat(source, gesture, texts);
  }

  /** What the record that begins on a line says behind its header; empty where none begins there. `texts` are read back. */
  messageOfLine(source: SourceIndex, line: LineNumber, texts: SourceTexts): Uint8Array {
    return this.sources.messageOfLine(source, line, texts);
  }

  linesOf(source: SourceIndex): number {
    return this.sources.records.sources[source].lines;
  }

  /** From the first record within the times, both included and null open, to the last; undefined where none lies there. */
  partWithin(source: SourceIndex, from: UnixNs | null, until: UnixNs | null): SourcePart | undefined {
    return partWithin(this.sources.records, source, new TimeRange(from, until));
  }

  /** Where a line's bytes stand, so that a host can read its text again. */
  spanOf(source: SourceIndex, line: LineNumber): LineSpan {
    return this.sources.spanOf(source, line);
  }
}
