import type { ParameterSummary, TemplateSummary } from '../../engine/model/analysis';
import type { TemplateLine } from '../../protocol/analysis';
import type { AnalysedLog } from '../shared/analyses';
import type { LineArgument } from '../shared/finding-argument';
import type { TemplateArgument } from '../shared/template-argument';

export const templatePage = 500;
export const linePage = 100;

export type Order = 'count' | 'rarity' | 'first-seen';

/** Rare are templates that, with all that are no more frequent, make up at most this share of the records. */
const rareShare = 0.01;

export interface TemplateRow extends TemplateArgument {
  readonly kind: 'template';
  readonly log: AnalysedLog;
  readonly template: TemplateSummary;
}

export interface LineRow extends LineArgument {
  readonly kind: 'line';
  readonly log: AnalysedLog;
  readonly parent: TemplateRow;
  readonly found: TemplateLine;
}

/** What is known of the values in a template's lines; its children are asked for when it is opened. */
export interface ParametersRow {
  readonly kind: 'parameters';
  readonly log: AnalysedLog;
  readonly parent: TemplateRow;
}

export interface ParameterRow {
  readonly kind: 'parameter';
  readonly log: AnalysedLog;
  readonly parent: ParametersRow;
  readonly index: number;
  readonly summary: ParameterSummary;
}

/** A fact on a parameter, or one of its values and how often it occurs. */
export interface ValueRow {
  readonly kind: 'value';
  readonly log: AnalysedLog;
  readonly parent: ParameterRow;
  readonly text: string;
  readonly count: number | undefined;
}

/** Where not all records were looked at. */
export interface SampleRow {
  readonly kind: 'sample';
  readonly log: AnalysedLog;
  readonly parent: ParametersRow;
  readonly lookedAt: number;
  readonly records: number;
}

export type TemplatesRow =
  | TemplateRow
  | LineRow
  | ParametersRow
  | ParameterRow
  | ValueRow
  | SampleRow
  | { readonly kind: 'more-templates'; readonly log: AnalysedLog; readonly rest: number }
  | {
      readonly kind: 'more-lines';
      readonly log: AnalysedLog;
      readonly parent: TemplateRow;
      readonly rest: number;
    }
  | {
      readonly kind: 'unavailable';
      readonly log: AnalysedLog;
      readonly parent: TemplateRow | ParametersRow;
    };

const comparisons: Readonly<Record<Order, (a: TemplateSummary, b: TemplateSummary) => number>> = {
  count: (a, b) => b.count - a.count || firstSeen(a, b),
  rarity: (a, b) => b.rarity - a.rarity || a.count - b.count || firstSeen(a, b),
  'first-seen': firstSeen,
};

export function templateRow(log: AnalysedLog, template: TemplateSummary): TemplateRow {
  return { kind: 'template', log, template, uri: log.uri.toString(), templateId: template.id };
}

export function ordered(templates: readonly TemplateSummary[], order: Order): TemplateSummary[] {
  return templates.toSorted(comparisons[order]);
}

/** `rarity` is that share's logarithm over that of one record. */
export function isRare(template: TemplateSummary, records: number): boolean {
  return template.rarity * Math.log10(Math.max(2, records)) >= -Math.log10(rareShare);
}

/** Percent of the log's records, with as many digits as tell it from nothing. */
export function shareOf(template: TemplateSummary, records: number): string {
  const percent = (100 * template.count) / Math.max(1, records);
  if (percent >= 10) return `${Math.round(percent)} %`;
  return percent >= 0.1 ? `${percent.toFixed(1)} %` : '< 0.1 %';
}

function firstSeen(a: TemplateSummary, b: TemplateSummary): number {
  return a.source - b.source || a.firstLine - b.firstLine;
}
