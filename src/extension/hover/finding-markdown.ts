import * as vscode from 'vscode';
import type { RecordParameters, TemplateSummary } from '../../engine/model/analysis';
import type { Reason, Sentence } from '../../engine/model/finding';
import type { ReportedFinding } from '../../protocol/analysis';
import type { AnalysedLog } from '../shared/analyses';
import type { FindingArgument, LineArgument } from '../shared/finding-argument';
import { detectorName, severityTitle } from '../shared/finding-words';
import { formatNumber, localiseMarkdown } from '../shared/localise';
import { timeWithin } from '../shared/log-time';
import { codeSpan, commandLink, escapeMarkdown } from '../shared/markdown';
import { repeatsText } from '../shared/repeats-text';
import { severityIcons } from '../shared/severity';
import type { TemplateArgument } from '../shared/template-argument';
import { templateName } from '../shared/template-title';
import { beyondTemplate } from './evidence';
import { lineParametersMarkdown } from './line-parameters';

const commands = {
  revealLine: 'oddline.revealLine',
  markNormal: 'oddline.markNormal',
  markAnomalous: 'oddline.markAnomalous',
  linesLikeThis: 'oddline.linesLikeThis',
  correctTemplate: 'oddline.correctTemplate',
  hideLinesLikeThis: 'oddline.hideLinesLikeThis',
  showOnlyLinesLikeThis: 'oddline.showOnlyLinesLikeThis',
} as const;

/** The only commands a link in the hover can run. */
export const trustedCommands: readonly string[] = Object.values(commands);

/** A template's pattern can be as long as its line. */
const maxPatternLength = 300;

/** Holds no log text: the only part in which `$(icon)` is drawn. */
export function findingTitle(finding: ReportedFinding, log: AnalysedLog): string {
  const named = isBelowThreshold(finding, log)
    ? vscode.l10n.t('Below the threshold')
    : severityTitle(finding.severity);
  const repeats = repeatsText(finding, log.extent);
  const title = `$(${severityIcons[finding.severity]}) **${named}**${repeats === '' ? '' : ` · ${repeats}`}`;
  if (!log.showsStrangest) return title;
  return `${title} · ${vscode.l10n.t('score {0}', finding.score.toFixed(2))}`;
}

/** Shown because somebody asked for the strangest lines. The report lists all findings as strange as these. */
function isBelowThreshold(finding: ReportedFinding, { showsStrangest, report }: AnalysedLog): boolean {
  return showsStrangest && !report.findings.some(({ id }) => id === finding.id);
}

/** Why, how often, since when, compared with what. */
export function findingMarkdown(
  finding: ReportedFinding,
  log: AnalysedLog,
  parameters?: RecordParameters,
): string {
  const template = log.report.templates.find(({ id }) => id === finding.templateId);
  return [
    finding.reasons.map((reason) => reasonMarkdown(reason, log, template)).join('\n'),
    finding.hint === null ? '' : hintMarkdown(finding.hint),
    template ? templateMarkdown(template, log) : '',
    parameters ? lineParametersMarkdown(parameters, log) : '',
    labellingMarkdown(finding, log),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** Where to look for the cause. */
function hintMarkdown(hint: Sentence): string {
  return `**${vscode.l10n.t('Where to look')}:** ${localiseMarkdown(hint)}`;
}

function reasonMarkdown(reason: Reason, log: AnalysedLog, template: TemplateSummary | undefined): string {
  const because = `- ${localiseMarkdown(reason.message)} _(${detectorName(reason.detector)})_`;
  const evidence = beyondTemplate(reason.evidence, template).map(
    (one) => `  - ${localiseMarkdown(one.note)} (${lineLink(log, one.source, one.line)})`,
  );
  return [because, ...evidence].join('\n');
}

function templateMarkdown(template: TemplateSummary, log: AnalysedLog): string {
  const count = formatNumber(template.count);
  const records = formatNumber(log.report.overview.records);
  const often =
    template.count === 1
      ? vscode.l10n.t('Occurs once in {0} records.', records)
      : vscode.l10n.t(
          'Occurs {0} times in {1} records: first on {2}, last on {3}.',
          count,
          records,
          seenAt(log, template.source, template.firstLine, template.firstTime),
          seenAt(log, template.lastSource, template.lastLine, template.lastTime),
        );
  const pattern = template.pattern.slice(0, maxPatternLength);
  const name = templateName(template);
  const title = name === undefined ? '' : `**${escapeMarkdown(name)}**  \n`;
  return `${often}\n\n${title}${codeSpan(pattern)}`;
}

function seenAt(log: AnalysedLog, source: number, line: number, time: string | null): string {
  const link = lineLink(log, source, line);
  const clock = time && timeWithin(log.extent, time);
  return clock ? vscode.l10n.t('{0} ({1})', link, clock) : link;
}

function labellingMarkdown(finding: ReportedFinding, log: AnalysedLog): string {
  const uri = log.uri.toString();
  const argument: FindingArgument = { uri, findingId: finding.id };
  const template: TemplateArgument = { uri, templateId: finding.templateId };
  return [
    commandLink(vscode.l10n.t('Mark as Normal'), commands.markNormal, argument),
    commandLink(vscode.l10n.t('Mark as Anomalous…'), commands.markAnomalous, argument),
    commandLink(vscode.l10n.t('Lines Like This'), commands.linesLikeThis, argument),
    commandLink(vscode.l10n.t('Correct Template…'), commands.correctTemplate, template),
    commandLink(vscode.l10n.t('Hide Lines Like This'), commands.hideLinesLikeThis, template),
    commandLink(vscode.l10n.t('Show Only Lines Like This'), commands.showOnlyLinesLikeThis, template),
  ].join(' · ');
}

/** Plain text where the line was edited since: there is nothing to go to. */
function lineLink(log: AnalysedLog, source: number, line: number): string {
  const place = placeOf(log, source, line);
  const title = vscode.l10n.t('line {0}', formatNumber(place?.line ?? line));
  return place ? commandLink(title, commands.revealLine, place) : title;
}

function placeOf(log: AnalysedLog, source: number, line: number): LineArgument | undefined {
  const summary = log.report.sources[source];
  if (summary?.role === 'baseline') return { uri: vscode.Uri.file(summary.path).toString(), line };
  const now = log.lineNow(line);
  return now === undefined ? undefined : { uri: log.uri.toString(), line: now };
}
