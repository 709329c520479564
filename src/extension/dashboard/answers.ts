import * as vscode from 'vscode';
import { redactedTexts } from '../../node/redacted-texts';
import type { DashboardHostApi } from '../../protocol/dashboard';
import type { FindingColumns, WindowRequest } from '../../protocol/log-shape';
import type { Handlers } from '../../protocol/rpc';
import type { AnalysedLog, LogQuestions } from '../shared/analyses';
import { localise, localiseQuoted } from '../shared/localise';
import { isMerge } from '../shared/log-uri';
import { ownForms } from '../shared/privacy-settings';
import {
  checkedContrast,
  checkedLanes,
  checkedLines,
  checkedMetricsWindow,
  checkedMoment,
  checkedParameterSeries,
  checkedTemplate,
  checkedTemplateSeries,
  checkedTexts,
  checkedTimeline,
  checkedWindow,
} from './checks';
import type { ChosenLabels } from './chosen-labels';
import { comparisonColumns } from './comparison-columns';
import { findingMarks } from './log-columns';
import { modelPage } from './model-page';
import { namedParameters } from './named-parameters';
import type { DashboardParts } from './parts';
import { templateColumns, titleOf } from './template-columns';

type AnswersApi = Pick<
  DashboardHostApi,
  | 'timeline'
  | 'templateCounts'
  | 'templateSeries'
  | 'templateFilter'
  | 'componentsOfLines'
  | 'scores'
  | 'parameterSeries'
  | 'parameters'
  | 'contrast'
  | 'headlines'
  | 'lanes'
  | 'templates'
  | 'comparison'
  | 'model'
  | 'metrics'
  | 'lineOfTime'
  | 'findingTitles'
  | 'redacted'
>;

/** What the page is answered of a log; nothing changes by it. `uri` is undefined where the page is of none. */
export function dashboardAnswers(
  uri: () => vscode.Uri | undefined,
  parts: DashboardParts,
  labels: ChosenLabels,
): Handlers<AnswersApi> {
  const { analyses, readings, metrics } = parts;
  const log = () => analysed(uri(), parts);
  const ask = (): LogQuestions => analyses.ask(log().uri);
  /** A merge's clocks may be set. */
  const clocks = (): Pick<WindowRequest, 'clockOffsets'> => {
    const of = log().uri;
    return isMerge(of) ? { clockOffsets: readings.of(of).clockOffsets } : {};
  };
  return {
    timeline: (request, signal) => ask().timeline({ ...checkedTimeline(request), ...clocks() }, signal),
    templateCounts: (request, signal) =>
      ask().templateCounts({ ...checkedWindow(request), ...clocks() }, signal),
    templateSeries: (request, signal) =>
      ask().templateSeries({ ...checkedTemplateSeries(request), ...clocks() }, signal),
    templateFilter: (template) => filterOf(log(), checkedTemplate(template)),
    componentsOfLines: (lines, signal) => ask().componentsOfLines(checkedLines(lines), signal),
    scores: (request, signal) => ask().scores({ ...checkedWindow(request), ...clocks() }, signal),
    parameterSeries: (request, signal) =>
      ask().parameterSeries({ ...checkedParameterSeries(request), ...clocks() }, signal),
    parameters: async (template) => {
      const id = checkedTemplate(template);
      return namedParameters(log(), id, await ask().parameterSummaries({ template: id }));
    },
    contrast: (request, signal) => ask().contrast({ ...checkedContrast(request), ...clocks() }, signal),
    headlines: async (_, signal) => {
      const headlines = await ask().headlines(signal);
      return headlines.map(({ message, ...one }) => ({ ...one, text: localiseQuoted(message) }));
    },
    lanes: (request, signal) =>
      ask().lanes({ ...checkedLanes(request), findings: findingColumns(log()), ...clocks() }, signal),
    templates: () => templateColumns(log().report, log().labels, localise),
    comparison: () => comparisonColumns(log().uri, parts.compared),
    model: (_, signal) => modelPage(log(), ask(), labels, signal),
    metrics: (window, signal) => metrics.read(log().uri, checkedMetricsWindow(window), signal),
    lineOfTime: (time) => ask().lineOfTime({ nanoseconds: checkedMoment(time), ...clocks() }),
    findingTitles: (lines) => findingTitles(log(), checkedLines(lines).slice(0, mostTitles)),
    redacted: async (texts, signal) => redactedTexts(checkedTexts(texts), signal, await ownForms()),
  };
}

const mostTitles = 50;

function analysed(uri: vscode.Uri | undefined, { analyses }: DashboardParts): AnalysedLog {
  const log = uri && analyses.get(uri);
  if (!log) throw new Error(vscode.l10n.t('The log is not analysed any more. Analyse it again.'));
  return log;
}

function findingColumns({ findings }: AnalysedLog): FindingColumns {
  const { lines, severities } = findingMarks(findings);
  return { lines, severities };
}

function filterOf({ report }: AnalysedLog, id: number) {
  const template = report.templates.find((one) => one.id === id);
  return template ? { kind: 'template' as const, title: titleOf(template), pieces: template.pieces } : null;
}

function findingTitles({ findings }: AnalysedLog, lines: readonly number[]): string[] {
  const byLine = new Map(findings.map((finding) => [finding.line - 1, finding]));
  return lines.map((line) => {
    const [reason] = byLine.get(line)?.reasons ?? [];
    return reason ? localiseQuoted(reason.message) : '';
  });
}
