import * as vscode from 'vscode';
import type { LineNumber, SourceIndex, TemplateId } from '../../engine/model/units';
import type { AnalysedLog } from '../shared/analyses';
import { linePlace } from '../shared/caret-place';
import { knownLog } from '../shared/known-log';
import { isTemplateArgument } from '../shared/template-argument';
import { templateOf } from '../shared/template-of';
import { ask } from './asking';
import type { SemanticParts } from './parts';
import { chooseLine, templateItem, templatesOf } from './template-picks';

const mostShown = 50;
/** Of what somebody pastes. */
const longestText = 4000;

/** Find Similar Lines: of a template, of a line, or of words somebody types; what stands at the caret is offered to them. */
export async function findSimilar(argument: unknown, parts: SemanticParts): Promise<void> {
  const { analyses } = parts;
  const log = isTemplateArgument(argument)
    ? analyses.get(vscode.Uri.parse(argument.uri))
    : knownLog(analyses, argument);
  if (log === undefined) return tellNoLog();
  const text = await textOf(argument, log, parts);
  if (text === undefined || text.trim() === '') return;
  const templates = templatesOf(log);
  const patterns = templates.map(({ pattern }) => pattern);
  const near = await ask(vscode.l10n.t('Looking for similar lines'), parts, (search, run) =>
    search.similar(patterns, text.slice(0, longestText), mostShown, run),
  );
  if (near === undefined) return;
  const items = near.map(({ index, score }) => templateItem(templates[index], score.toFixed(2)));
  await chooseLine(log, analyses, items, vscode.l10n.t('Most similar in meaning first (1 is the same)'));
}

/** What a menu was opened on is meant as it is; from the palette it can be changed. */
async function textOf(
  argument: unknown,
  log: AnalysedLog,
  parts: SemanticParts,
): Promise<string | undefined> {
  if (isTemplateArgument(argument)) return templateOf(log.report, argument.templateId as TemplateId)?.pattern;
  const value = await patternAt(argument, log, parts);
  return vscode.window.showInputBox({
    title: vscode.l10n.t('Find Similar Lines'),
    prompt: vscode.l10n.t('What the lines should be about, in your own words or those of a line.'),
    value,
    ignoreFocusOut: true,
  });
}

/** Empty where the caret is on no record. */
async function patternAt(argument: unknown, log: AnalysedLog, { analyses, editors }: SemanticParts) {
  const place = linePlace(argument, editors);
  if (place?.uri.toString() !== log.uri.toString()) return '';
  const source = log.report.sources.findIndex(({ role }) => role === 'log') as SourceIndex;
  const id = await analyses
    .ask(log.uri)
    .templateOfLine({ source, line: place.line as LineNumber })
    .catch(() => null);
  return (id === null ? undefined : templateOf(log.report, id)?.pattern) ?? '';
}

export function tellNoLog(): void {
  void vscode.window.showInformationMessage(vscode.l10n.t('Run Detect Anomalies on a log first.'));
}
