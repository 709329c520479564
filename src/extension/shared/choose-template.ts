import * as vscode from 'vscode';
import type { TemplateSummary } from '../../engine/model/analysis';
import type { LineNumber, SourceIndex, TemplateId } from '../../engine/model/units';
import type { AnalysedLog, Analyses } from './analyses';
import { formatNumber } from './localise';
import { quickPickText } from './quick-pick-text';
import { isTemplateArgument } from './template-argument';
import { templateOf } from './template-of';
import { templateTitle } from './template-title';

export interface ChosenTemplate {
  readonly log: AnalysedLog;
  readonly template: TemplateSummary;
}

interface TemplatePick extends vscode.QuickPickItem {
  readonly template: TemplateSummary;
}

/** A list of more would take seconds to open. */
const mostPicks = 2000;

/**
 * What a command on a template is about: the row, link or lightbulb that called it; from the palette the template of
 * the caret's line, and where there is none one of the log's, chosen from a list. Undefined, told where there is a reason.
 */
export async function chooseTemplate(
  analyses: Analyses,
  argument: unknown,
): Promise<ChosenTemplate | undefined> {
  if (isTemplateArgument(argument)) return named(analyses, argument.uri, argument.templateId);
  const log = analyses.current();
  if (log === undefined) return tell(vscode.l10n.t('Run Detect Anomalies on a log first.'));
  const template = (await templateAtCaret(analyses, log)) ?? (await pickTemplate(log));
  return template && { log, template };
}

function named(analyses: Analyses, uri: string, id: number): ChosenTemplate | undefined {
  const log = analyses.get(vscode.Uri.parse(uri));
  const template = log && templateOf(log.report, id as TemplateId);
  if (log && template) return { log, template };
  return tell(vscode.l10n.t('This template is no longer there. Choose one in the Templates view.'));
}

/** Undefined where the caret is in no record, and where edits have moved its line. */
async function templateAtCaret(analyses: Analyses, log: AnalysedLog): Promise<TemplateSummary | undefined> {
  const line = analyses.caretLine(log.uri);
  if (line === 0 || log.lineNow(line) !== line) return undefined;
  const source = log.report.sources.findIndex(({ role }) => role === 'log') as SourceIndex;
  const request = { source, line: line as LineNumber };
  const id = await analyses
    .ask(log.uri)
    .templateOfLine(request)
    .catch(() => null);
  return id === null ? undefined : templateOf(log.report, id);
}

async function pickTemplate({ report }: AnalysedLog): Promise<TemplateSummary | undefined> {
  const commonest = report.templates.toSorted((a, b) => b.count - a.count).slice(0, mostPicks);
  const title = vscode.l10n.t('Which template?');
  const picks = commonest.map((template) => templatePick(template));
  return (await vscode.window.showQuickPick(picks, { title, matchOnDetail: true }))?.template;
}

/** Its pattern stands below it where it has a name. */
export function templatePick(template: TemplateSummary): TemplatePick {
  const label = quickPickText(templateTitle(template));
  const description = `${formatNumber(template.count)}×`;
  if (template.name === undefined) return { label, description, template };
  return { label, description, detail: quickPickText(template.pattern), template };
}

function tell(text: string): undefined {
  void vscode.window.showInformationMessage(text);
  return undefined;
}
