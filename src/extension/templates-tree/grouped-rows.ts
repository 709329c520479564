import type { TemplateSummary } from '../../engine/model/analysis';
import type { AnalysedLog } from '../shared/analyses';
import type { MeaningGroups } from '../shared/meaning-groups';
import {
  earliest,
  type GroupRow,
  type Order,
  ordered,
  type Ranked,
  type TemplateRow,
  type TopRow,
  templateRow,
} from './rows';

type RankedRow = Ranked & { readonly row: TopRow };

/** A row a group of two and more, and one a template that is alone, all in one order. A template no group knows is alone. */
export function groupedRows(log: AnalysedLog, groups: MeaningGroups, order: Order): TopRow[] {
  const members = membersOf(log.report.templates, groups);
  const isGroup = (templates: readonly TemplateSummary[]) => templates.length > 1;
  const within = new Set(members.filter(isGroup).flat());
  const alone = log.report.templates.filter((template) => !within.has(template));
  const rows: RankedRow[] = [
    ...members.filter(isGroup).map((templates) => ranked(groupRow(log, templates, order), templates)),
    ...alone.map((template) => ranked(templateRow(log, template), [template])),
  ];
  return ordered(rows, order).map(({ row }) => row);
}

/** How many templates no group knows: they came later, or were too many. */
export function notCompared({ report }: AnalysedLog, groups: MeaningGroups): number {
  const known = new Set(groups.flat());
  return report.templates.filter(({ pattern }) => !known.has(pattern)).length;
}

/** The templates there are of each group, the most central first; two may read the same. */
function membersOf(templates: readonly TemplateSummary[], groups: MeaningGroups): TemplateSummary[][] {
  const byPattern = new Map<string, TemplateSummary[]>();
  for (const template of templates) {
    const { pattern } = template;
    byPattern.set(pattern, [...(byPattern.get(pattern) ?? []), template]);
  }
  return groups.map((patterns) => patterns.flatMap((pattern) => byPattern.get(pattern) ?? []));
}

function groupRow(log: AnalysedLog, templates: readonly TemplateSummary[], order: Order): GroupRow {
  const rows: TemplateRow[] = [];
  const group: GroupRow = { kind: 'group', log, rows, central: templates[0] };
  rows.push(...ordered(templates, order).map((template) => templateRow(log, template, group)));
  return group;
}

/** A group stands where its lines together would: as many as all, as rare as the rarest, since the first. */
function ranked(row: TopRow, templates: readonly TemplateSummary[]): RankedRow {
  const { source, firstLine } = earliest(templates);
  const count = countOf(templates);
  const rarity = Math.max(...templates.map((template) => template.rarity));
  return { row, count, rarity, source, firstLine };
}

export function countOf(templates: readonly TemplateSummary[]): number {
  return templates.reduce((sum, { count }) => sum + count, 0);
}
