import type {
  ComparedTemplate,
  Comparison,
  ReorderedTemplate,
  UnremarkableTemplate,
  VanishedTemplate,
} from '../../model/comparison';
import type { RecordTable } from '../../model/record-table';
import type { LineIndex, LineNumber, RecordIndex, SourceIndex, TemplateId } from '../../model/units';
import { reorderedTemplates } from './reordered';
import { comparisonPatterns } from './sentences';
import { type ComparedTemplates, firstRecordOf, inOrder, type TemplateCounts } from './template-tables';

/** Where a record stands, as people count. */
interface Place {
  readonly source: SourceIndex;
  readonly line: LineNumber;
  readonly endLine: LineNumber;
}

/** What every good log has and the bad one has not, in the order of the first good log. */
export function vanishedTemplates(
  records: RecordTable,
  bad: TemplateCounts,
  goods: readonly TemplateCounts[],
): VanishedTemplate[] {
  const [first] = goods;
  return inOrder(first)
    .filter((id) => bad.counts[id] === 0 && goods.every(({ counts }) => counts[id] > 0))
    .map((templateId) => {
      const count = first.counts[templateId];
      const message =
        goods.length === 1
          ? { pattern: comparisonPatterns.vanished, values: [count] }
          : { pattern: comparisonPatterns.vanishedOfAll, values: [goods.length, count] };
      const place = placeOf(records, firstRecordOf(first, templateId));
      return { ...place, templateId, count, reasons: [{ message, evidence: [] }] };
    });
}

export function reorderings(
  records: RecordTable,
  bad: TemplateCounts,
  goods: readonly TemplateCounts[],
): ReorderedTemplate[] {
  return reorderedTemplates(bad, goods).map((templateId) => {
    const good = placeOf(records, firstRecordOf(goods[0], templateId));
    const here = placeOf(records, firstRecordOf(bad, templateId));
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
  bad: TemplateCounts,
  goods: readonly TemplateCounts[],
  isFound: (line: LineIndex) => boolean,
): UnremarkableTemplate[] {
  return inOrder(bad)
    .filter((id) => isNewTemplate(id, goods))
    .filter((id) => !isFound(records.firstLine.get(firstRecordOf(bad, id)) as LineIndex))
    .map((templateId) => ({
      ...placeOf(records, firstRecordOf(bad, templateId)),
      templateId,
      count: bad.counts[templateId],
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

function isNewTemplate(id: TemplateId, goods: readonly TemplateCounts[]): boolean {
  return goods.every(({ counts }) => counts[id] === 0);
}

function placeOf(records: RecordTable, record: RecordIndex): Place {
  const line = records.firstLine.get(record) as LineIndex;
  return {
    source: records.sourceOfLine(line),
    line: records.lineNumber(line),
    endLine: records.lineNumber(records.lastLine(record)),
  };
}
