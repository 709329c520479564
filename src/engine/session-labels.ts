import type { KnownRecords } from './evaluate/known-lines';
import { evaluateLog, type LogEvaluation } from './evaluate/log-evaluation';
import type { SessionId } from './features/sessions/sessions';
import type { RecordSubject, SessionSubject, TemplateSubject } from './labels/label';
import { labelKey } from './labels/label-key';
import type { LabelChoices, LabelCoverage, LabelProposal, LearningOutcome } from './labels/label-report';
import type { BuiltInScoring, LabelGroup, LabelledRecords } from './labels/learn/labelled-records';
import { learnWeights } from './labels/learn/learn-weights';
import { nextToLabel, type ProposedGroup } from './labels/learn/next-to-label';
import { recordsWithLabel } from './labels/resolve/labelled-rows';
import { SessionNames } from './labels/resolve/session-names';
import type { SessionShapes } from './labels/resolve/session-shapes';
import { ToldIncidents } from './labels/resolve/told-incidents';
import type { TemplateSummary } from './model/analysis';
import type { LineIndex, LineNumber, RecordIndex, SourceIndex, TemplateId } from './model/units';
import type { LabelledAnalysis, SessionJudging } from './session-judging';
import type { SessionSources } from './session-sources';
import { Fusion } from './triage/fusion';
import { Identities } from './triage/identity';
import { at, scaled } from './triage/progress';
import { eligibleRuns, TimeRange } from './triage/time-range';

/** Of the work, until the sessions are known. */
const shapesShare = 0.2;

/** What of `NextToLabelRequest` the engine is asked. */
export interface WantedLabels {
  /** Keys (`labelKey`) of subjects that were passed over, or taken from the list already. */
  readonly passed: readonly string[];
  readonly limit: number;
}

/**
 * What people said of a log, and what they could say. Of the last analysis, by its labels or those of the last `rejudge`; all throw where
 * sources were read on or templates corrected since. Those that take long yield the share done.
 */
export class SessionLabels {
  constructor(
    private readonly sources: SessionSources,
    private readonly judging: SessionJudging,
  ) {}

  get coverage(): LabelCoverage {
    return this.judging.labelled().labels.coverage;
  }

  /** Null where the line is of no record of the log. */
  *choicesOf(source: SourceIndex, line: LineNumber): Generator<number, LabelChoices | null> {
    const analysis = this.judging.labelled();
    const index = this.sources.records.lineOfNumber(source, line);
    const record = index === undefined ? undefined : this.recordOf(index);
    if (record === undefined) return null;
    const [own] = yield* scaled(this.subjectsOf(analysis, [record]), 0, 1 - shapesShare);
    const shapes = yield* at(1 - shapesShare, analysis.resolver.shapes());
    if (own === null) return null;
    const template = templatesOf(analysis)(analysis.input.templates.templateOf(record));
    return {
      record: own,
      template: { subject: subjectOfTemplate(template), records: template.count },
      session: sessionChoice(shapes, record),
    };
  }

  /** Of lines counted from 1 through all files of the log; null where one is of no record of it. */
  recordSubjects(lines: readonly LineNumber[]): Generator<number, (RecordSubject | null)[]> {
    const records = lines.map((line) => this.recordOf((line - 1) as LineIndex));
    return this.subjectsOf(this.judging.labelled(), records);
  }

  /**
   * Of sessions by the value their records share, or by that with what is written before it; null of what the log has not. Of several with
   * one name the first that has a shape.
   */
  *sessionSubjects(names: readonly string[]): Generator<number, (SessionSubject | null)[]> {
    const analysis = this.judging.labelled();
    const shapes = yield* at(0, analysis.resolver.shapes());
    const { sessions } = shapes;
    const template = templatesOf(analysis);
    const patternOf = (record: number) =>
      template(analysis.input.templates.templateOf(record as RecordIndex)).pattern;
    const wanted = new SessionNames(names);
    const byName = new Map<string, SessionSubject>();
    for (let id = 0 as SessionId; id < sessions.count; id++) {
      const shape = shapes.shapeOf(id);
      if (shape === undefined) continue;
      const patterns = () => Array.from(sessions.recordsOf(id), patternOf);
      for (const name of wanted.meaning(sessions.idOf(id), patterns))
        if (!byName.has(name)) byName.set(name, { kind: 'session', shape });
    }
    return names.map((name) => byName.get(name) ?? null);
  }

  /** The label that holds for each line's record, by its index among those given; null where none does. */
  labelsOfLines(lines: readonly LineNumber[]): (number | null)[] {
    const { labels } = this.judging.labelled();
    return lines.map((line) => {
      const record = this.recordOf((line - 1) as LineIndex);
      const label = record === undefined ? -1 : labels.labelOf(record);
      return label < 0 ? null : label;
    });
  }

  /** What teaches most, first. */
  *nextToLabel({ passed, limit }: WantedLabels): Generator<number, LabelProposal[]> {
    const analysis = this.judging.labelled();
    const shapes = yield* at(0, analysis.resolver.shapes());
    const names = shapes.all;
    const known = new Set(passed);
    const template = templatesOf(analysis);
    const incidents = new ToldIncidents(analysis.told, this.sources.records);
    yield* at(shapesShare, incidents.gather(analysis.resolver));
    const subjectOf = (group: LabelGroup): LabelProposal['subject'] => {
      if (group.kind === 'session') return { kind: 'session', shape: names[group.shape] };
      return group.kind === 'incident'
        ? incidents.subjects[group.incident]
        : subjectOfTemplate(template(group.template));
    };
    const log = {
      ...this.labelledRecords(analysis),
      shapeOf: (record: RecordIndex) => shapes.numberOf(record),
      incidentOf: (record: RecordIndex) => incidents.numberOf(record),
    };
    const isPassed = (group: LabelGroup) => known.has(labelKey(subjectOf(group)));
    const scoring = { ...this.builtIn(analysis), fusion: analysis.fusion };
    const found = yield* scaled(nextToLabel(scoring, log, { isPassed, limit }), shapesShare, 1);
    return found.map((one) => this.proposal(one, subjectOf(one.group)));
  }

  /** What the labels make of the detectors; nothing changes by it. */
  learnWeights(): Generator<number, LearningOutcome> {
    const analysis = this.judging.labelled();
    return learnWeights(this.builtIn(analysis), this.labelledRecords(analysis));
  }

  /**
   * How well what detectors scored, all together by the weights in use, agrees with the labels: over the records for which one holds, the
   * others counting neither way. What labels themselves silence or fire does not count, else they would measure themselves. People label what
   * was found sooner than what was missed, so recall is flattered; null where nothing is labelled.
   */
  *measure(): Generator<number, LogEvaluation | null> {
    const { labels, fusion, judgement, threshold } = this.judging.labelled();
    if (labels.coverage.covered === 0) return null;
    const known: KnownRecords = recordsWithLabel(labels, this.sources.records.recordCount);
    const scorers = judgement.scorers((record) => fusion.score(record));
    return yield* evaluateLog(scorers, threshold, known);
  }

  /** Undefined for lines of baselines too. */
  private recordOf(line: LineIndex): RecordIndex | undefined {
    const { records } = this.sources;
    if (!Number.isInteger(line) || line < 0 || line >= records.lineCount) return undefined;
    return records.sources[records.sourceOfLine(line)].role === 'log'
      ? records.recordOfLine(line)
      : undefined;
  }

  private *subjectsOf(
    analysis: LabelledAnalysis,
    wanted: readonly (RecordIndex | undefined)[],
  ): Generator<number, (RecordSubject | null)[]> {
    const { records, miner } = this.sources;
    const identities = new Identities(records, miner);
    const known = new Set(wanted.filter((record) => record !== undefined));
    yield* at(0, identities.identify([...known].sort((a, b) => a - b)));
    const template = templatesOf(analysis);
    return wanted.map((record) => {
      if (record === undefined) return null;
      const { pattern } = template(analysis.input.templates.templateOf(record));
      return { kind: 'record', ...identities.of(record), template: pattern };
    });
  }

  private proposal(
    { record, records: count, why }: ProposedGroup,
    subject: LabelProposal['subject'],
  ): LabelProposal {
    const { records } = this.sources;
    const line = records.firstLine.get(record) as LineIndex;
    const source = records.sourceOfLine(line);
    return { subject, records: count, source, line: records.lineNumberIn(source, line), why };
  }

  private builtIn({ judgement, threshold }: LabelledAnalysis): BuiltInScoring {
    const { judges } = judgement;
    return { detectors: judges.map(({ detector }) => detector), fusion: new Fusion(judges), threshold };
  }

  private labelledRecords({ input, labels }: LabelledAnalysis): LabelledRecords {
    return {
      spans: [...eligibleRuns(input.records, new TimeRange(null, null))],
      templateOf: (record) => input.templates.templateOf(record),
      labelOf: (record) => labels.labelOf(record),
      verdicts: labels.given.map(({ verdict }) => verdict),
    };
  }
}

/** Templates of the log by their ids. */
function templatesOf({ templates }: LabelledAnalysis): (id: TemplateId) => TemplateSummary {
  const byId = new Map(templates.map((template) => [template.id, template]));
  return (id) => {
    const found = byId.get(id);
    if (found === undefined) throw new Error(`template ${id} has no summary`);
    return found;
  };
}

function sessionChoice(shapes: SessionShapes, record: RecordIndex): LabelChoices['session'] {
  const { sessions } = shapes;
  const session = sessions.sessionOf(record);
  const shape = session < 0 ? undefined : shapes.shapeOf(session as SessionId);
  if (shape === undefined) return null;
  const alike = shapes.sessionsOf(shape);
  return {
    subject: { kind: 'session', shape },
    name: sessions.idOf(session as SessionId),
    sessions: alike.length,
    records: alike.reduce((sum, one) => sum + sessions.recordsOf(one).length, 0),
  };
}

function subjectOfTemplate({ pattern, pieces }: TemplateSummary): TemplateSubject {
  return { kind: 'template', pattern, pieces };
}
