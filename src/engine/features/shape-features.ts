import type { RecordIndex } from '../model/units';
import type { Feature, FeatureContext } from './feature';
import { featurePatterns } from './sentences';
import { recordBytes } from './template-statistics';

/** Doublings: log2 of the record's lines, blank ones at its end left out. */
export const lineCount: Feature = {
  name: 'lines',
  resolution: 0.5,
  value: ({ records }, record) => Math.log2(linesOf(records, record)),
  describe: ({ records }, record, typical) => ({
    pattern: featurePatterns.lines,
    values: [linesOf(records, record), Math.round(2 ** typical)],
  }),
};

/**
 * Doublings: log2 of the record's bytes over the geometric mean of its template's. NaN for the last
 * record of a source, whose end may not have been written yet.
 */
export const lengthDeviation: Feature = {
  name: 'bytes',
  resolution: 1,
  value: (context, record) => {
    if (record + 1 === context.sourceEnd) return Number.NaN;
    return Math.log2(recordBytes(context.records, record) / typicalBytes(context, record));
  },
  describe: (context, record) => ({
    pattern: featurePatterns.bytes,
    values: [recordBytes(context.records, record), Math.round(typicalBytes(context, record))],
  }),
};

function typicalBytes({ templates }: FeatureContext, record: RecordIndex): number {
  return templates.typicalBytes(templates.templateOf(record));
}

function linesOf(records: FeatureContext['records'], record: RecordIndex): number {
  return records.lastLine(record) - records.firstLine.get(record) + 1;
}
