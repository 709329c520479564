import * as vscode from 'vscode';
import type { TemplateSummary } from '../../engine/model/analysis';
import type { ViewLine } from '../../protocol/log-lines';
import type { AnalysedLog, Analyses } from './analyses';
import { type LogLinePlace, linePlace, tellNoLine } from './caret-place';
import type { LogEditors } from './log-editors';
import { isTemplateArgument, type TemplateArgument } from './template-argument';
import { templateOf } from './template-of';

export interface LineTemplate {
  readonly uri: vscode.Uri;
  readonly template: TemplateSummary;
}

/**
 * What "lines like this" means: the template of the row or link that was used, else of the line that was given, else of the caret's.
 * A log that was not analysed is analysed first. Undefined, told where there is a reason.
 */
export async function lineTemplate(
  argument: unknown,
  editors: LogEditors,
  analyses: Analyses,
): Promise<LineTemplate | undefined> {
  if (isTemplateArgument(argument)) return named(argument, analyses);
  const place = linePlace(argument, editors);
  if (!place) return tellNoLine();
  const log = await analysed(place.uri, analyses);
  const template = log && (await templateAt(place, log, analyses));
  if (log && !template) tellNoTemplate();
  return template && { uri: place.uri, template };
}

function named({ uri, templateId }: TemplateArgument, analyses: Analyses): LineTemplate | undefined {
  const log = analyses.get(vscode.Uri.parse(uri, true));
  const template = log && templateOf(log.report, templateId as TemplateSummary['id']);
  if (log && template) return { uri: log.uri, template };
  tellNoTemplate();
  return undefined;
}

async function analysed(uri: vscode.Uri, analyses: Analyses): Promise<AnalysedLog | undefined> {
  const known = analyses.get(uri);
  if (known) return known;
  return vscode.commands.executeCommand<AnalysedLog | undefined>('oddline.detectAnomalies', uri);
}

/** Undefined where the line is of no record, and where edits have moved it. */
async function templateAt(
  { uri, line }: LogLinePlace,
  log: AnalysedLog,
  analyses: Analyses,
): Promise<TemplateSummary | undefined> {
  if (log.lineNow(line) !== line) return undefined;
  const [facts] = await analyses
    .ask(uri)
    .factsOfLines([(line - 1) as ViewLine])
    .catch(() => []);
  return facts ? templateOf(log.report, facts.template) : undefined;
}

function tellNoTemplate(): void {
  const text = vscode.l10n.t(
    'This line is of no record that was analysed. Run Detect Anomalies again, or choose another line.',
  );
  void vscode.window.showInformationMessage(text);
}
