import { type DateOrder, dateOrderNotes } from '../formats/date-order';
import type { SourceSummary } from '../model/analysis';
import type { Sentence } from '../model/finding';
import type { RecordTable } from '../model/record-table';
import type { SourceIndex } from '../model/units';
import type { SourceTexts } from '../records/source-texts';
import { SourceInspector, timedRecords, type UnderstoodSource, unfitLines } from './understand';

/** What every analysis says of a source; the lines of some records are read back for their zone. */
export function sourceSummary(
  records: RecordTable,
  index: SourceIndex,
  source: UnderstoodSource & { readonly contentKey: string; readonly dateOrder: DateOrder | undefined },
  notes: readonly Sentence[],
  texts: SourceTexts,
): SourceSummary {
  const { path, role, lines, records: count, bytes } = records.sources[index];
  return {
    path,
    role,
    lines,
    records: count,
    bytes,
    format: source.formatName,
    encoding: source.encoding,
    timed: timedRecords(records, index),
    unfit: unfitLines(records, index),
    zone: new SourceInspector(records, index, source, texts).zone(),
    notes: [...notes, ...dateOrderNotes(source.dateOrder)],
    contentKey: source.contentKey,
  };
}
