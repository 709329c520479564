import type { KnownRecords } from '../../evaluate/known-lines';
import type { RecordIndex } from '../../model/units';
import type { ResolvedLabels } from './resolved-labels';

/** The records for which a label holds, as what is known of a log; by category those called anomalous. */
export function recordsWithLabel(labels: ResolvedLabels, recordCount: number): KnownRecords {
  const rows = new Uint32Array(labels.coverage.covered);
  const abnormal = new Uint8Array(rows.length);
  const byCategory = new Map<string, Set<number>>();
  let row = 0;
  for (let record = 0; record < recordCount; record++) {
    const label = labels.labelOf(record as RecordIndex);
    if (label < 0) continue;
    const { verdict, category } = labels.given[label];
    rows[row] = record;
    abnormal[row++] = Number(verdict === 'anomalous');
    if (verdict === 'normal' || category === null) continue;
    const known = byCategory.get(category);
    if (known === undefined) byCategory.set(category, new Set([record]));
    else known.add(record);
  }
  return { rows, abnormal, byCategory };
}
