import type { TemplateStatistics } from '../../features/template-statistics';
import type { RecordIndex, TemplateId } from '../../model/units';

/** Kept of each template, evenly spread over all sources: a sample that needs no chance. */
const mostKept = 240;
const stepRecords = 1 << 16;

/** Records of the wanted templates in order; one pass over the signatures, yields now and then. */
export function* occurrencesOf(
  wanted: ReadonlySet<TemplateId>,
  { records, templateCounts, templateLimit, templateOfSignature }: TemplateStatistics,
): Generator<void, ReadonlyMap<TemplateId, readonly RecordIndex[]>> {
  const kept = new Map<TemplateId, RecordIndex[]>();
  const seen = new Float64Array(templateLimit).fill(Number.NaN);
  for (const template of wanted) {
    kept.set(template, []);
    seen[template] = 0;
  }
  for (let record = 0; wanted.size > 0 && record < records.recordCount; record++) {
    if (record % stepRecords === 0) yield;
    const template = templateOfSignature[records.signature.get(record)];
    if (Number.isNaN(seen[template])) continue;
    const share = Math.min(1, mostKept / templateCounts[template]);
    const before = Math.floor(seen[template]++ * share);
    if (Math.floor(seen[template] * share) > before) {
      kept.get(template as TemplateId)?.push(record as RecordIndex);
    }
  }
  return kept;
}
