import { type MinedTemplates, templatesOfSignatures } from '../features/mined-templates';
import type { RecordTable } from '../model/record-table';
import type { TimeIndex } from './time-index';
import type { TimeWindow } from './time-window';
import { type RecordRun, windowBlocks } from './window-blocks';

export interface TemplateCounts {
  /** Ascending; those without a record are left out. */
  readonly ids: Uint32Array;
  readonly counts: Uint32Array;
  readonly records: number;
}

/** Records of each template within a window; yields the share done. */
export function* templateCounts(
  records: RecordTable,
  index: TimeIndex,
  mined: Pick<MinedTemplates, 'signatureCount' | 'templateOf'>,
  window: TimeWindow,
): Generator<number, TemplateCounts> {
  const bySignature = new Uint32Array(mined.signatureCount);
  let counted = 0;
  let blocks = 0;
  for (const runs of windowBlocks(records, index, window)) {
    for (const run of runs) counted += countSignatures(records, run, bySignature);
    yield ++blocks / index.blocks.length;
  }
  return { ...byTemplate(bySignature, templatesOfSignatures(mined)), records: counted };
}

function countSignatures({ signature }: RecordTable, { from, to }: RecordRun, counts: Uint32Array): number {
  for (let record = from; record < to; record++) counts[signature.get(record)]++;
  return to - from;
}

function byTemplate(
  bySignature: Uint32Array,
  templateOf: Uint32Array,
): Pick<TemplateCounts, 'ids' | 'counts'> {
  const counts = new Uint32Array(templateOf.reduce((limit, id) => Math.max(limit, id + 1), 0));
  for (const [signature, count] of bySignature.entries()) counts[templateOf[signature]] += count;
  const ids = Uint32Array.from(counts.keys()).filter((id) => counts[id] > 0);
  return { ids, counts: ids.map((id) => counts[id]) };
}
