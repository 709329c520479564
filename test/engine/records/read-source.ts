import { RecordTable } from '../../../src/engine/model/record-table';
import { ComponentNames } from '../../../src/engine/records/component-names';
import { RecordCutter } from '../../../src/engine/records/record-cutter';
import { SourceReader } from '../../../src/engine/records/source-reader';
import { TemplateMiner } from '../../../src/engine/templates/template-miner';

const referenceSeconds = Date.UTC(2026, 10, 21) / 1000;

/** One source that is being read into columns a test can look into. */
export function openSource(miner = new TemplateMiner()) {
  const records = new RecordTable();
  const components = new ComponentNames();
  records.openSource('app.log', 'log');
  const reader = new SourceReader({ records, miner, components }, { referenceSeconds }, undefined);
  return { records, miner, components, reader, cutter: new RecordCutter(records, [reader], miner) };
}

export type ReadSource = ReturnType<typeof openSource>;

export function readSource(chunks: readonly Uint8Array[]): ReadSource {
  const source = openSource();
  for (const chunk of chunks) source.reader.push(chunk);
  source.reader.end();
  return source;
}

export function chunksOf(bytes: Uint8Array, sizes: readonly number[]): Uint8Array[] {
  const chunks: Uint8Array[] = [];
  for (let at = 0, i = 0; at < bytes.length; i++) {
    const size = sizes[i % sizes.length];
    chunks.push(bytes.slice(at, at + size));
    at += size;
  }
  return chunks;
}
