import type {
  ComparedTemplate,
  Comparison,
  ReorderedTemplate,
  UnremarkableTemplate,
  VanishedTemplate,
} from '../../model/comparison';
import type { RecordTable } from '../../model/record-table';
import type { LineIndex, LineNumber, RecordIndex, SourceIndex } from '../../model/units';
import { reorderedTemplates } from './reordered';
import { comparisonPatterns } from './sentences';
import type { ComparedTemplates, SourceTemplates } from './template-tables';

/** Where a record stands, as people count. */
interface Place {
  readonly source: SourceIndex;
  readonly line: LineNumber;
  readonly endLine: LineNumber;
}

/** What every good log has and the bad one has not, in the order of the first good log. */
export function vanishedTemplates(
  records: RecordTable,
  bad: SourceTemplates,
  goods: readonly SourceTemplates[],
): VanishedTemplate[] {
  const [first, ...others] = goods;
  const inBad = first.sharedWith(bad);
  const inOthers = others.map((other) => first.sharedWith(other));
  return first
    .inOrder()
    .filter((id) => inBad[id] === 0 && inOthers.every((shared) => shared[id] === 1))
    .map((templateId) => {
      const count = first.count(templateId);
      const message =
        goods.length === 1
          ? { pattern: comparisonPatterns.vanished, values: [count] }
          : { pattern: comparisonPatterns.vanishedOfAll, values: [goods.length, count] };
      const place = placeOf(records, first.firstRecord(templateId));
      return { ...place, templateId, count, reasons: [{ message, evidence: [] }] };
    });
}

export function reorderings(
  records: RecordTable,
  bad: SourceTemplates,
  goods: readonly SourceTemplates[],
): ReorderedTemplate[] {
  return reorderedTemplates(bad, goods).map((templateId) => {
    const good = placeOf(records, goods[0].firstRecord(templateId));
    const here = placeOf(records, bad.firstRecord(templateId));
    return {
      templateId,
      goodSource: good.source,
      goodLine: good.line,
      badSource: here.source,
      badLine: here.line,
    };
  });
}

/** Templates no good log has, in the order they first come; `isFound` says which of them a finding covers. */
export function alsoNewTemplates(
  records: RecordTable,
  bad: SourceTemplates,
  goods: readonly SourceTemplates[],
  isFound: (line: LineIndex) => boolean,
): UnremarkableTemplate[] {
  const inGoods = goods.map((good) => bad.sharedWith(good));
  return bad
    .inOrder()
    .filter((id) => inGoods.every((shared) => shared[id] === 0))
    .filter((id) => !isFound(records.firstLine.get(bad.firstRecord(id)) as LineIndex))
    .map((templateId) => ({
      ...placeOf(records, bad.firstRecord(templateId)),
      templateId,
      count: bad.count(templateId),
    }));
}

/** What the templates are that the lists name, by id. */
export function namedTemplates(
  mined: ComparedTemplates,
  { vanished, reordered, alsoNew }: Pick<Comparison, 'vanished' | 'reordered' | 'alsoNew'>,
): ComparedTemplate[] {
  const ids = new Set([...vanished, ...reordered, ...alsoNew].map(({ templateId }) => templateId));
  return [...ids]
    .sort((a, b) => a - b)
    .map((id) => {
      const { name, pattern } = mined.template(id);
      return name === undefined ? { id, pattern } : { id, name, pattern };
    });
}

function placeOf(records: RecordTable, record: RecordIndex): Place {
  const line = records.firstLine.get(record) as LineIndex;
  return {
    source: records.sourceOfLine(line),
    line: records.lineNumber(line),
    endLine: records.lineNumber(records.lastLine(record)),
  };
}
