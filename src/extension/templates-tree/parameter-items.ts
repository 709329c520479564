import * as vscode from 'vscode';
import type { ParameterSummary } from '../../engine/model/analysis';
import { formatNumber, localise } from '../shared/localise';
import { codeSpan, escapeMarkdown, onOneLine } from '../shared/markdown';
import { tokenInContext } from '../shared/template-title';
import { distinctFact, quantileFacts, rangeFacts } from './parameter-facts';
import type { ParameterRow, ParametersRow, SampleRow, ValueRow } from './rows';

/** Of a value in a row: the tooltip has all that is kept of it. */
const shownValue = 60;

export function parametersItem(row: ParametersRow): vscode.TreeItem {
  const { template } = row.parent;
  const label = vscode.l10n.t('Parameters');
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
  item.id = `${row.log.uri} template ${template.id} parameters`;
  item.description = formatNumber(template.parameters.length);
  item.iconPath = new vscode.ThemeIcon('symbol-parameter');
  item.contextValue = 'oddline.parameters';
  item.accessibilityInformation = { label: `${label}, ${item.description}` };
  return item;
}

export function parameterItem(row: ParameterRow): vscode.TreeItem {
  const { summary, index, parent } = row;
  const { template } = parent.parent;
  const label = onOneLine(tokenInContext(template.pieces, summary.position));
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
  item.id = `${row.log.uri} template ${template.id} parameter ${index}`;
  item.description = parameterText(summary);
  item.tooltip = parameterTooltip(summary);
  item.iconPath = new vscode.ThemeIcon(summary.numbers === null ? 'symbol-string' : 'symbol-number');
  item.contextValue = 'oddline.templateParameter';
  item.accessibilityInformation = { label: `${label}, ${item.description}` };
  return item;
}

/** `number · 12 … 950 · median 40`, `word · 3 values · north 120× · south 88×`. */
export function parameterText(summary: ParameterSummary): string {
  const { type, numbers, top } = summary;
  const facts = numbers ? rangeFacts(numbers) : [distinctFact(summary)];
  const values = numbers ? [] : top.map(topText);
  return [type, ...facts.map(localise), ...values].join(' · ');
}

/** What the row itself is too short for, then its commonest values. */
export function valueRows(parent: ParameterRow): ValueRow[] {
  const { log, summary } = parent;
  const facts = [distinctFact(summary), ...(summary.numbers ? quantileFacts(summary.numbers) : [])];
  return [
    ...facts.map(
      (fact): ValueRow => ({ kind: 'value', log, parent, text: localise(fact), count: undefined }),
    ),
    ...summary.top.map(({ value, count }): ValueRow => ({ kind: 'value', log, parent, text: value, count })),
  ];
}

export function valueItem({ text, count }: ValueRow): vscode.TreeItem {
  const shown = onOneLine(text);
  const item = new vscode.TreeItem(shown);
  item.tooltip = new vscode.MarkdownString(count === undefined ? escapeMarkdown(text) : codeSpan(text));
  item.contextValue = 'oddline.templateValue';
  if (count === undefined) return item;
  item.description = timesText(count);
  item.accessibilityInformation = { label: `${shown}, ${item.description}` };
  return item;
}

export function sampleItem({ lookedAt, records }: SampleRow): vscode.TreeItem {
  const text = localise({ pattern: 'looked at {0} of {1} records', values: [lookedAt, records] });
  const item = new vscode.TreeItem(text);
  item.iconPath = new vscode.ThemeIcon('info');
  return item;
}

function parameterTooltip(summary: ParameterSummary): vscode.MarkdownString {
  const facts = [distinctFact(summary), ...(summary.numbers ? quantileFacts(summary.numbers) : [])];
  const values = summary.top.map(({ value, count }) => `- ${codeSpan(value)} ${timesText(count)}`);
  return new vscode.MarkdownString(
    [...facts.map((fact) => `- ${escapeMarkdown(localise(fact))}`), ...values].join('\n'),
  );
}

function topText({ value, count }: { value: string; count: number }): string {
  return `${onOneLine(value.slice(0, shownValue))} ${timesText(count)}`;
}

function timesText(count: number): string {
  return `${formatNumber(count)}×`;
}
