import type { SourceSummary, TemplateSummary } from '../../engine/model/analysis';
import type { Evidence, Reason } from '../../engine/model/finding';
import type { Incident } from '../../engine/model/incident';
import type { LineNumber, SourceIndex } from '../../engine/model/units';
import type { AnalysisReport, LineRequest, ReportedFinding } from '../../protocol/analysis';
import type { ReportedLabels } from '../../protocol/labels';
import type { LogQuestions } from './analyses';

type Sources = readonly Pick<SourceSummary, 'role' | 'lines'>[];

/**
 * Lines of a log of several files, counted through all of them from 1: what trees, marks and navigation go by. The worker counts
 * in each file; baselines stay as they are.
 */
export class LinesThroughAll {
  /** By source index: lines of the log's files before it. */
  private readonly before: readonly number[];

  constructor(private readonly sources: Sources) {
    let lines = 0;
    this.before = sources.map((source) => {
      const before = lines;
      if (source.role === 'log') lines += source.lines;
      return source.role === 'log' ? before : 0;
    });
  }

  get areSeveral(): boolean {
    return this.sources.filter(({ role }) => role === 'log').length > 1;
  }

  lineOf(source: SourceIndex, line: LineNumber): LineNumber {
    return (line + this.before[source]) as LineNumber;
  }

  /** The file a line counted through all is in, and its line there. */
  placeOf(line: LineNumber): LineRequest {
    const logs = this.sources.flatMap(({ role }, index) => (role === 'log' ? [index] : []));
    const source = logs.findLast((index) => this.before[index] < line) ?? logs[0] ?? 0;
    return { source: source as SourceIndex, line: (line - this.before[source]) as LineNumber };
  }
}

/** The report as it is where the log is one file. */
export function reportThroughAll(report: AnalysisReport): AnalysisReport {
  const lines = new LinesThroughAll(report.sources);
  if (!lines.areSeveral) return report;
  return {
    ...report,
    findings: report.findings.map((finding) => findingThroughAll(finding, lines)),
    strangest: report.strangest.map((finding) => findingThroughAll(finding, lines)),
    incidents: report.incidents.map((incident) => incidentThroughAll(incident, lines)),
    templates: report.templates.map((template) => templateThroughAll(template, lines)),
    labels: labelsThroughAll(report.labels, lines),
  };
}

/** Of what is asked and answered by lines; everything else is the worker's own. */
export function questionsThroughAll(worker: LogQuestions, sources: Sources): LogQuestions {
  const lines = new LinesThroughAll(sources);
  if (!lines.areSeveral) return worker;
  const asked: Pick<
    LogQuestions,
    'linesOfTemplate' | 'parametersOfLine' | 'templateOfLine' | 'labelChoices' | 'nextToLabel'
  > = {
    linesOfTemplate: async (request) => {
      const found = await worker.linesOfTemplate(request);
      return {
        ...found,
        lines: found.lines.map((one) => ({ ...one, line: lines.lineOf(one.source, one.line) })),
      };
    },
    parametersOfLine: ({ line }, signal) => worker.parametersOfLine(lines.placeOf(line), signal),
    templateOfLine: ({ line }) => worker.templateOfLine(lines.placeOf(line)),
    labelChoices: ({ line }, signal) => worker.labelChoices(lines.placeOf(line), signal),
    nextToLabel: async (request, signal) => {
      const found = await worker.nextToLabel(request, signal);
      return found.map((one) => ({ ...one, line: lines.lineOf(one.source, one.line) }));
    },
  };
  return Object.assign(Object.create(worker) as LogQuestions, asked);
}

function findingThroughAll(finding: ReportedFinding, lines: LinesThroughAll): ReportedFinding {
  const { source, line, endLine, repeats, reasons } = finding;
  return {
    ...finding,
    line: lines.lineOf(source, line),
    endLine: lines.lineOf(source, endLine),
    repeats: { ...repeats, line: lines.lineOf(repeats.source, repeats.line) },
    reasons: reasons.map((reason) => reasonThroughAll(reason, lines)),
  };
}

function reasonThroughAll(reason: Reason, lines: LinesThroughAll): Reason {
  const evidence = reason.evidence.map(
    (one): Evidence => ({ ...one, line: lines.lineOf(one.source, one.line) }),
  );
  return { ...reason, evidence };
}

function incidentThroughAll(incident: Incident, lines: LinesThroughAll): Incident {
  const { source, firstLine, worstLine, timeline } = incident;
  const worst = timeline.find(({ role, line }) => role === 'worst' && line === worstLine);
  return {
    ...incident,
    firstLine: lines.lineOf(source, firstLine),
    worstLine: lines.lineOf(worst?.source ?? source, worstLine),
    timeline: timeline.map((entry) => ({ ...entry, line: lines.lineOf(entry.source, entry.line) })),
  };
}

function labelsThroughAll(reported: ReportedLabels, lines: LinesThroughAll): ReportedLabels {
  const { firstSources, firstLines } = reported.matches;
  const through = firstLines.map((line, given) =>
    line === 0 ? 0 : lines.lineOf(firstSources[given] as SourceIndex, line as LineNumber),
  );
  return { ...reported, matches: { ...reported.matches, firstLines: through } };
}

function templateThroughAll(template: TemplateSummary, lines: LinesThroughAll): TemplateSummary {
  const { source, firstLine, lastSource, lastLine } = template;
  return {
    ...template,
    firstLine: lines.lineOf(source, firstLine),
    lastLine: lines.lineOf(lastSource, lastLine),
  };
}
