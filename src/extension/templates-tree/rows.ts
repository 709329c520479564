import type { TemplateSummary } from '../../engine/model/analysis';
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

export type TemplatesRow =
  | TemplateRow
  | LineRow
  | { readonly kind: 'more-templates'; readonly log: AnalysedLog; readonly rest: number }
  | {
      readonly kind: 'more-lines';
      readonly log: AnalysedLog;
      readonly parent: TemplateRow;
      readonly rest: number;
    }
  | { readonly kind: 'unavailable'; readonly log: AnalysedLog; readonly parent: TemplateRow };

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
