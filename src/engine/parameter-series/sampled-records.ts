import type { RecordTable } from '../model/record-table';
import type { RecordIndex, SignatureId, TemplateId } from '../model/units';
import type { Grouping } from '../records/template-records';
import type { TimeIndex } from '../shape/time-index';
import type { TimeWindow } from '../shape/time-window';
import { windowBlocks } from '../shape/window-blocks';

/** Some of a template's records in a window, evenly spread over them, in order. */
export interface SampledRecords {
  readonly records: readonly RecordIndex[];
  /** Of so many. */
  readonly total: number;
}

/** Walks the signatures twice; exactly `most` where there are more. Yields the share done. */
export function* sampleRecords(
  table: RecordTable,
  index: TimeIndex,
  mined: Grouping,
  template: TemplateId,
  window: TimeWindow,
  most: number,
): Generator<number, SampledRecords> {
  const isOf = Uint8Array.from({ length: mined.signatureCount }, (_, signature) =>
    Number(mined.templateOf(signature as SignatureId) === template),
  );
  let total = 0;
  yield* walk(table, index, window, 0, (record) => {
    total += isOf[table.signature.get(record)];
  });
  const wanted = Math.min(total, most);
  const records: RecordIndex[] = [];
  let seen = 0;
  yield* walk(table, index, window, 0.5, (record) => {
    if (isOf[table.signature.get(record)] === 0) return;
    seen++;
    if (Math.floor((seen * wanted) / total) > records.length) records.push(record as RecordIndex);
  });
  return { records, total };
}

function* walk(
  table: RecordTable,
  index: TimeIndex,
  window: TimeWindow,
  done: number,
  hear: (record: number) => void,
): Generator<number, void> {
  let blocks = 0;
  for (const runs of windowBlocks(table, index, window)) {
    for (const { from, to } of runs) for (let record = from; record < to; record++) hear(record);
    yield done + ++blocks / index.blocks.length / 2;
  }
}
