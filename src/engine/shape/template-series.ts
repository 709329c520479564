import type { MinedTemplates } from '../features/mined-templates';
import type { RecordTable } from '../model/record-table';
import type { SignatureId, TemplateId } from '../model/units';
import { type BinnedBlock, binnedBlocks } from './binned-blocks';
import type { TimeBins } from './time-bins';
import type { TimeIndex } from './time-index';
import type { TimeWindow } from './time-window';

/** Records of some templates over time: by template as asked, then by bin. Yields the share done. */
export function* templateSeries(
  records: RecordTable,
  index: TimeIndex,
  mined: Pick<MinedTemplates, 'signatureCount' | 'templateOf'>,
  templates: readonly TemplateId[],
  bins: TimeBins,
  clockOffsets: TimeWindow['clockOffsets'],
): Generator<number, Uint32Array> {
  const rowOf = new Map(templates.map((template, row) => [template, row]));
  const rowOfSignature = Int16Array.from(
    { length: mined.signatureCount },
    (_, signature) => rowOf.get(mined.templateOf(signature as SignatureId)) ?? -1,
  );
  const counts = new Uint32Array(templates.length * bins.count);
  for (const block of binnedBlocks(records, index, bins, clockOffsets)) {
    count(records, block, rowOfSignature, bins.count, counts);
    yield block.to / records.recordCount;
  }
  return repeated(counts, templates, rowOf, bins.count);
}

function count(
  { signature }: RecordTable,
  { from, to, bins }: BinnedBlock,
  rowOfSignature: Int16Array,
  width: number,
  counts: Uint32Array,
): void {
  for (let record = from; record < to; record++) {
    const row = rowOfSignature[signature.get(record)];
    const bin = bins[record - from];
    if (row >= 0 && bin >= 0) counts[row * width + bin]++;
  }
}

/** A template asked for twice was counted in its last row. */
function repeated(
  counts: Uint32Array,
  templates: readonly TemplateId[],
  rowOf: ReadonlyMap<TemplateId, number>,
  width: number,
): Uint32Array {
  for (const [row, template] of templates.entries()) {
    const counted = rowOf.get(template) ?? row;
    if (counted !== row) counts.copyWithin(row * width, counted * width, (counted + 1) * width);
  }
  return counts;
}
