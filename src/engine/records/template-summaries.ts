import { tailMasses } from '../features/tail-mass';
import type { TemplateTally } from '../features/template-tally';
import type { TemplateSummary } from '../model/analysis';
import { levelName } from '../model/level';
import type { RecordTable } from '../model/record-table';
import type { LineIndex, LineNumber, RecordIndex, SourceIndex, TemplateId } from '../model/units';

/** What a summary needs of the miner. */
export interface DescribedTemplates {
  template(id: TemplateId): Pick<TemplateSummary, 'name' | 'pattern' | 'pieces' | 'parameters'>;
}

/** What it needs of the counts. */
export type CountedTemplates = Pick<
  TemplateTally,
  'templateLimit' | 'templateCounts' | 'recordCount' | 'logCount' | 'level' | 'firstRecord' | 'lastRecord'
>;

interface Place {
  readonly source: SourceIndex;
  readonly line: LineNumber;
  readonly time: string | null;
}

/** The templates of the log, in order of first appearance; those only baselines have are left out. */
export function templateSummaries(
  records: RecordTable,
  mined: DescribedTemplates,
  statistics: CountedTemplates,
): TemplateSummary[] {
  const masses = tailMasses(statistics.templateCounts);
  const largest = Math.log10(Math.max(2, statistics.recordCount));
  const summaries: TemplateSummary[] = [];
  for (const id of inOrderOfAppearance(statistics)) {
    const first = placeOf(records, statistics.firstRecord(id) as RecordIndex);
    const last = placeOf(records, statistics.lastRecord(id) as RecordIndex);
    const { name, pattern, pieces, parameters } = mined.template(id);
    summaries.push({
      id,
      ...(name === undefined ? {} : { name }),
      pattern,
      pieces,
      parameters,
      count: statistics.logCount(id),
      level: levelName(statistics.level(id)),
      source: first.source,
      firstLine: first.line,
      lastSource: last.source,
      lastLine: last.line,
      firstTime: first.time,
      lastTime: last.time,
      rarity: Math.min(1, -Math.log10(masses[id]) / largest),
    });
  }
  return summaries;
}

function inOrderOfAppearance(statistics: CountedTemplates): TemplateId[] {
  const seen: { id: TemplateId; first: RecordIndex }[] = [];
  for (let id = 0; id < statistics.templateLimit; id++) {
    const first = statistics.firstRecord(id as TemplateId);
    if (first !== undefined) seen.push({ id: id as TemplateId, first });
  }
  return seen.sort((a, b) => a.first - b.first).map((entry) => entry.id);
}

function placeOf(records: RecordTable, record: RecordIndex): Place {
  const line = records.firstLine.get(record) as LineIndex;
  return {
    source: records.sourceOfLine(line),
    line: records.lineNumber(line),
    time: records.time.nanosecondsText(record),
  };
}
