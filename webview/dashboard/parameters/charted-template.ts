import type { NamedParameter, TemplateColumns } from '../../../src/protocol/dashboard';
import type { DashboardLog } from '../terms';

/** A distribution of fewer values says little. */
const fewestRecords = 20;
const mostOffered = 50;

type Columns = Pick<TemplateColumns, 'ids' | 'counts' | 'parameters'>;

/** Templates whose parameters can be charted: the commonest first, the chosen one among them. */
export function offeredTemplates(
  { ids, counts, parameters }: Columns,
  chosen: number | null,
): readonly number[] {
  const commonest = [...ids.keys()]
    .filter((row) => parameters[row] > 0)
    .sort((a, b) => counts[b] - counts[a] || a - b)
    .slice(0, mostOffered)
    .map((row) => ids[row]);
  return chosen === null || commonest.includes(chosen) ? commonest : [chosen, ...commonest];
}

/** The order in which templates are looked through for one to begin with: where most was found, then the commonest. */
export function likelyTemplates(columns: Columns, findings: DashboardLog['findings']): readonly number[] {
  const found = new Map<number, number>();
  for (const id of findings.templates) found.set(id, (found.get(id) ?? 0) + 1);
  const { ids, counts, parameters } = columns;
  return [...ids.keys()]
    .filter((row) => parameters[row] > 0 && counts[row] >= Math.min(fewestRecords, most(counts)))
    .sort((a, b) => (found.get(ids[b]) ?? 0) - (found.get(ids[a]) ?? 0) || counts[b] - counts[a] || a - b)
    .map((row) => ids[row]);
}

/** Numbers that differ are what a chart over time is for. */
export function hasNumbers(parameters: readonly NamedParameter[]): boolean {
  return parameters.some(({ numbers }) => numbers !== null && numbers.min < numbers.max);
}

/** The order they are shown in, by index: measured numbers, other numbers, what else differs, what is always the same. */
export function chartedOrder(parameters: readonly NamedParameter[]): readonly number[] {
  const rank = ({ numbers, distinct }: NamedParameter) => {
    if (distinct <= 1) return 3;
    if (!numbers || numbers.min === numbers.max) return 2;
    return numbers.unit === null ? 1 : 0;
  };
  return [...parameters.keys()].sort((a, b) => rank(parameters[a]) - rank(parameters[b]) || a - b);
}

function most(counts: Uint32Array): number {
  return counts.reduce((high, count) => Math.max(high, count), 0);
}
