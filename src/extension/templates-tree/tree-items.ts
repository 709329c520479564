import * as vscode from 'vscode';
import type { TemplateSummary } from '../../engine/model/analysis';
import type { LevelName } from '../../engine/model/level';
import { counted } from '../../protocol/sentence';
import { formatNumber, localise } from '../shared/localise';
import { codeSpan, escapeMarkdown } from '../shared/markdown';
import { messageOf, patternLabel } from '../shared/pattern-text';
import { templateName, templateTitle } from '../shared/template-title';
import { countOf } from './grouped-rows';
import { parameterItem, parametersItem, sampleItem, valueItem } from './parameter-items';
import { type GroupRow, isRare, type LineRow, shareOf, type TemplateRow, type TemplatesRow } from './rows';

export const showMoreCommand = 'oddline.showMoreTemplates';
export const goToLineCommand = 'oddline.goToTemplateLine';

/** The worst first. Shape first, colour second; the colours are those VS Code gives problems. */
const levelIcons: Readonly<Record<LevelName, vscode.ThemeIcon>> = {
  fatal: new vscode.ThemeIcon('error', new vscode.ThemeColor('problemsErrorIcon.foreground')),
  error: new vscode.ThemeIcon('error', new vscode.ThemeColor('problemsErrorIcon.foreground')),
  warn: new vscode.ThemeIcon('warning', new vscode.ThemeColor('problemsWarningIcon.foreground')),
  info: new vscode.ThemeIcon('info', new vscode.ThemeColor('problemsInfoIcon.foreground')),
  debug: new vscode.ThemeIcon('bug'),
  trace: new vscode.ThemeIcon('list-flat'),
  none: new vscode.ThemeIcon('symbol-string'),
};

export function itemOf(row: TemplatesRow): vscode.TreeItem {
  switch (row.kind) {
    case 'group':
      return groupItem(row);
    case 'template':
      return templateItem(row);
    case 'line':
      return lineItem(row);
    case 'parameters':
      return parametersItem(row);
    case 'parameter':
      return parameterItem(row);
    case 'value':
      return valueItem(row);
    case 'sample':
      return sampleItem(row);
    case 'more-templates':
    case 'more-lines':
      return moreItem(row, row.rest);
    case 'unavailable':
      return unavailableItem(row.log.uri);
  }
}

/** Of a tooltip that is still read. */
const mostInTooltip = 12;

function groupItem({ log, rows, central }: GroupRow): vscode.TreeItem {
  const templates = rows.map(({ template }) => template);
  const label = `${timesText(countOf(templates))} ${templateTitle(central)}`;
  const level = worstLevel(templates);
  const size = localise(counted(templates.length, '1 template', '{0} templates'));
  const facts = level === 'none' ? [size] : [size, level];
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
  item.id = `${log.uri} group ${central.id}`;
  item.description = facts.join(' · ');
  item.tooltip = groupTooltip(templates);
  item.iconPath = new vscode.ThemeIcon('layers', levelIcons[level].color);
  item.contextValue = 'oddline.meaningGroup';
  item.accessibilityInformation = { label: [vscode.l10n.t('Group by meaning'), label, ...facts].join(', ') };
  return item;
}

/** A group that is closed hides no error. */
function worstLevel(templates: readonly TemplateSummary[]): LevelName {
  const worstFirst = Object.keys(levelIcons) as LevelName[];
  return worstFirst.find((level) => templates.some((template) => template.level === level)) ?? 'none';
}

function groupTooltip(templates: readonly TemplateSummary[]): vscode.MarkdownString {
  const shown = templates.slice(0, mostInTooltip);
  const lines = shown.map(({ pattern, count }) => `- ${timesText(count)} ${codeSpan(pattern)}`);
  return new vscode.MarkdownString(
    [...lines, ...(shown.length < templates.length ? ['- …'] : [])].join('\n'),
  );
}

function templateItem(row: TemplateRow): vscode.TreeItem {
  const { template, log } = row;
  // The count first: in a narrow side bar nothing is seen of what stands behind a pattern.
  const label = `${timesText(template.count)} ${templateTitle(template)}`;
  // What a name stands for comes before the rest.
  const isNamed = templateName(template) !== undefined;
  const facts = isNamed ? [patternLabel(template.pattern), ...factsOf(row)] : factsOf(row);
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
  item.id = `${log.uri} template ${template.id}`;
  item.description = facts.join(' · ');
  item.tooltip = templateTooltip(row);
  item.iconPath = levelIcons[template.level];
  item.contextValue = 'oddline.template';
  item.accessibilityInformation = { label: [label, ...facts].join(', ') };
  return item;
}

function timesText(count: number): string {
  return `${formatNumber(count)}×`;
}

/** The level's name stays as logs write it. */
function factsOf({ template, log }: TemplateRow): string[] {
  const facts: string[] = [];
  if (template.level !== 'none') facts.push(template.level);
  const { records } = log.report.overview;
  facts.push(shareOf(template, records));
  if (isRare(template, records)) facts.push(vscode.l10n.t('rare'));
  return facts;
}

function templateTooltip(row: TemplateRow): vscode.MarkdownString {
  const { template } = row;
  const seen = localise({
    pattern: 'First seen on line {0}, last on line {1}',
    values: [template.firstLine, template.lastLine],
  });
  const facts = [timesText(template.count), ...factsOf(row), seen].map((fact) => `- ${escapeMarkdown(fact)}`);
  const name = templateName(template);
  const title = name === undefined ? [] : [`**${escapeMarkdown(name)}**`, ''];
  return new vscode.MarkdownString([...title, codeSpan(template.pattern), '', ...facts].join('\n'));
}

function lineItem(row: LineRow): vscode.TreeItem {
  const place = localise({ pattern: 'line {0}', values: [row.line] });
  const item = new vscode.TreeItem(formatNumber(row.line));
  item.id = `${row.uri} template ${row.parent.template.id} line ${row.line}`;
  item.description = messageOf(row.found.excerpt, row.parent.template.pattern);
  item.tooltip = new vscode.MarkdownString(codeSpan(row.found.excerpt));
  item.contextValue = 'oddline.templateLine';
  item.command = command(goToLineCommand, row);
  item.accessibilityInformation = { label: `${place}, ${row.found.excerpt}` };
  return item;
}

function moreItem(row: TemplatesRow, rest: number): vscode.TreeItem {
  const item = new vscode.TreeItem(localise({ pattern: 'Show More ({0} left)', values: [rest] }));
  item.iconPath = new vscode.ThemeIcon('ellipsis');
  item.command = command(showMoreCommand, row);
  return item;
}

function unavailableItem(uri: vscode.Uri): vscode.TreeItem {
  const item = new vscode.TreeItem(vscode.l10n.t('Run Again to list the lines'));
  item.iconPath = new vscode.ThemeIcon('refresh');
  item.command = command('oddline.runAgain', uri);
  return item;
}

function command(id: string, ...args: unknown[]): vscode.Command {
  return { title: '', command: id, arguments: args };
}
