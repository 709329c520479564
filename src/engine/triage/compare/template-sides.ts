import type { TemplateSides } from '../../model/comparison';
import type { RecordTable } from '../../model/record-table';
import type { LineIndex, TemplateId } from '../../model/units';
import type { ComparedTemplates, SourceTemplates } from './template-tables';

/** More than anyone looks through. */
const mostSides = 1000;
/** What both sides have is told where the one has it half as often again as the other. */
const leastRatio = 1.5;

interface Counted {
  readonly templateId: TemplateId;
  readonly bad: number;
  readonly good: number;
  readonly telling: number;
}

/**
 * The templates as both sides have them, the most telling first. Logs of different length are compared by shares; a template that
 * one side has under another name, because it is read as another format, is left out: its counts say nothing.
 */
export function templateSides(
  records: RecordTable,
  mined: ComparedTemplates,
  bad: SourceTemplates,
  goods: readonly SourceTemplates[],
): TemplateSides[] {
  const scales = scalesOf(bad.records, meanOf(goods.map((good) => good.records)));
  return candidates(bad, goods)
    .map((templateId) => counted(templateId, bad, goods, scales))
    .filter(({ telling }) => telling > 0)
    .sort((a, b) => b.telling - a.telling || a.templateId - b.templateId)
    .slice(0, mostSides)
    .map(({ templateId, bad: inBad, good }) => {
      const { name, pattern } = mined.template(templateId);
      const line =
        inBad === 0
          ? null
          : records.lineNumber(records.firstLine.get(bad.firstRecord(templateId)) as LineIndex);
      return { templateId, ...(name === undefined ? {} : { name }), pattern, bad: inBad, good, line };
    });
}

/** By id; without those that one side has by their wording alone. */
function candidates(bad: SourceTemplates, goods: readonly SourceTemplates[]): TemplateId[] {
  const shared = goods.map((good) => bad.sharedWith(good));
  const inBad = bad
    .inOrder()
    .filter((id) => goods.some((good) => good.count(id) > 0) || shared.every((of) => of[id] === 0));
  const gone = goods.flatMap((good) => {
    const known = good.sharedWith(bad);
    return good.inOrder().filter((id) => bad.count(id) === 0 && known[id] === 0);
  });
  return [...new Set([...inBad, ...gone])];
}

function counted(
  templateId: TemplateId,
  badTable: SourceTemplates,
  goods: readonly SourceTemplates[],
  scales: { readonly bad: number; readonly good: number },
): Counted {
  const bad = badTable.count(templateId);
  const good = meanOf(goods.map((table) => table.count(templateId)));
  return { templateId, bad, good, telling: tellingOf(bad, good, scales) };
}

/** What makes of the longer log's counts those of one as long as the shorter. */
function scalesOf(bad: number, good: number): { readonly bad: number; readonly good: number } {
  const shorter = Math.min(bad, good);
  return { bad: shorter / Math.max(1, bad), good: shorter / Math.max(1, good) };
}

/** The logarithm of the ratio, with one record added to each side, by that of the size: 0 to 1,000 says more than 0 to 1 and than 1,000 to 2,000. */
function tellingOf(
  bad: number,
  good: number,
  scales: { readonly bad: number; readonly good: number },
): number {
  const [one, other] = [bad * scales.bad, good * scales.good];
  const ratio = (one + 1) / (other + 1);
  const isOnBoth = bad > 0 && good > 0;
  if (isOnBoth && Math.max(ratio, 1 / ratio) < leastRatio) return 0;
  return Math.abs(Math.log(ratio)) * Math.log1p(Math.max(one, other));
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
