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

/** Templates that mean much the same. */
export interface GroupRow {
  readonly kind: 'group';
  readonly log: AnalysedLog;
  /** Two or more, in the order of the tree. */
  readonly rows: readonly TemplateRow[];
  /** Says best what they mean. */
  readonly central: TemplateSummary;
}

export interface TemplateRow extends TemplateArgument {
  readonly kind: 'template';
  readonly log: AnalysedLog;
  /** Undefined where it stands at the top. */
  readonly parent: GroupRow | undefined;
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

/** What stands at the top of the tree. */
export type TopRow = GroupRow | TemplateRow;

export type TemplatesRow =
  | TopRow
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

/** What templates and groups of them are ordered by. */
export type Ranked = Pick<TemplateSummary, 'count' | 'rarity' | 'source' | 'firstLine'>;

const comparisons: Readonly<Record<Order, (a: Ranked, b: Ranked) => number>> = {
  count: (a, b) => b.count - a.count || firstSeen(a, b),
  rarity: (a, b) => b.rarity - a.rarity || a.count - b.count || firstSeen(a, b),
  'first-seen': firstSeen,
};

export function templateRow(log: AnalysedLog, template: TemplateSummary, parent?: GroupRow): TemplateRow {
  return { kind: 'template', log, parent, template, uri: log.uri.toString(), templateId: template.id };
}

export function ordered<Item extends Ranked>(items: readonly Item[], order: Order): Item[] {
  return items.toSorted(comparisons[order]);
}

/** Where the first of them begins. */
export function earliest(templates: readonly TemplateSummary[]): TemplateSummary {
  return templates.reduce((first, one) => (firstSeen(one, first) < 0 ? one : first));
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

function firstSeen(a: Ranked, b: Ranked): number {
  return a.source - b.source || a.firstLine - b.firstLine;
}
