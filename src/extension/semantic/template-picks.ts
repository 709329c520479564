import * as vscode from 'vscode';
import type { TemplateSummary } from '../../engine/model/analysis';
import { mostCompared } from '../../node/semantic/semantic-search';
import type { AnalysedLog, Analyses } from '../shared/analyses';
import { formatNumber, localise } from '../shared/localise';
import { quickPickText } from '../shared/quick-pick-text';
import { templateTitle } from '../shared/template-title';

export interface TemplateItem extends vscode.QuickPickItem {
  readonly template: TemplateSummary;
}

/** More do not fit into a list somebody reads. */
const mostLines = 500;

/** The log's own, the commonest first, as many as are looked at. */
export function templatesOf({ report }: AnalysedLog): readonly TemplateSummary[] {
  const own = report.templates.filter(({ source }) => report.sources[source]?.role === 'log');
  return own.toSorted((a, b) => b.count - a.count || a.id - b.id).slice(0, mostCompared);
}

/** A template in a list; `figure` says how like or how far it is. */
export function templateItem(template: TemplateSummary, figure?: string, detail?: string): TemplateItem {
  const line = localise({ pattern: 'line {0}', values: [template.firstLine] });
  const facts = [...(figure === undefined ? [] : [figure]), `${formatNumber(template.count)}×`, line];
  return {
    label: quickPickText(templateTitle(template)),
    description: facts.join(' · '),
    ...(detail === undefined ? {} : { detail: quickPickText(detail) }),
    template,
  };
}

/** Goes to the lines of the template that is chosen: there at once where it has one, else by a list of them. */
export async function chooseLine(
  log: AnalysedLog,
  analyses: Analyses,
  items: readonly TemplateItem[],
  title: string,
): Promise<void> {
  const options = { title, matchOnDescription: true, matchOnDetail: true };
  const template = (await vscode.window.showQuickPick(items, options))?.template;
  const line = template && (await lineOf(log, analyses, template));
  if (line === undefined) return;
  const argument = { uri: log.uri.toString(), line: log.lineNow(line) ?? line };
  await vscode.commands.executeCommand('oddline.revealLine', argument);
}

async function lineOf(
  log: AnalysedLog,
  analyses: Analyses,
  template: TemplateSummary,
): Promise<number | undefined> {
  if (template.count === 1) return template.firstLine;
  const request = { template: template.id, offset: 0, limit: mostLines };
  const found = await analyses
    .ask(log.uri)
    .linesOfTemplate(request)
    .catch(() => undefined);
  // The log was forgotten or analysed anew meanwhile: the first line is still known.
  if (found === undefined) return template.firstLine;
  const lines = found.lines.filter(({ source }) => log.report.sources[source]?.role === 'log');
  const items = lines.map(({ line, excerpt }) => ({
    label: quickPickText(excerpt),
    description: localise({ pattern: 'line {0}', values: [line] }),
    line,
  }));
  const title =
    found.total > lines.length
      ? vscode.l10n.t('The first {0} of {1} lines', formatNumber(lines.length), formatNumber(found.total))
      : vscode.l10n.t('Lines of the template');
  return (await vscode.window.showQuickPick(items, { title, matchOnDescription: true }))?.line;
}
