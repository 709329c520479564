import type { RecordTable } from '../model/record-table';
import type { RecordIndex } from '../model/units';
import { type Feature, type FeatureInput, type FillCodes, missing } from './feature';
import { log2Of } from './log2-table';
import { featurePatterns } from './sentences';
import { recordBytes } from './template-statistics';

/** Doublings: log2 of the record's lines, blank ones at its end left out. */
export const lineCount: Feature = {
  name: 'lines',
  resolution: 0.5,
  codes: fillLines,
  describe: ({ records }, record, typical) => ({
    pattern: featurePatterns.lines,
    values: [linesOf(records, record), Math.round(2 ** typical)],
  }),
};

/**
 * Doublings: log2 of the record's bytes over the geometric mean of its template's. Missing for the last
 * record of a source, whose end may not have been written yet.
 */
export const lengthDeviation: Feature = {
  name: 'bytes',
  resolution: 1,
  codes: fillDeviations,
  describe: ({ records, templates }, record) => ({
    pattern: featurePatterns.bytes,
    values: [recordBytes(records, record), Math.round(templates.typicalBytes(templates.templateOf(record)))],
  }),
};

/** A record of one line needs no look at which of its lines are blank: most have no more. */
function fillLines({ records }: FeatureInput): FillCodes {
  return ({ from, to, sourceEnd }, codes) => {
    let first = records.firstLine.get(from);
    for (let record = from; record < to; record++) {
      const next = record + 1 < sourceEnd ? records.firstLine.get(record + 1) : -1;
      const isOneLine = next === first + 1;
      codes[record - from] = isOneLine ? 0 : Math.round(2 * log2Of(linesOf(records, record as RecordIndex)));
      first = next;
    }
  };
}

function fillDeviations({ records, templates }: FeatureInput): FillCodes {
  const { templateOfSignature, templateLimit } = templates;
  const typical = Float64Array.from({ length: templateLimit }, (_, template) =>
    Math.log2(templates.typicalBytes(template)),
  );
  return ({ from, to, sourceEnd }, codes) => {
    let start = records.startOf(from);
    for (let record = from; record < to; record++) {
      const end = record + 1 < sourceEnd ? records.startOf(record + 1) : Number.NaN;
      const usual = typical[templateOfSignature[records.signature.get(record)]];
      const doublings = Math.round(log2Of(Math.max(1, end - start)) - usual);
      codes[record - from] = Number.isNaN(doublings) ? missing : doublings;
      start = end;
    }
  };
}

function linesOf(records: RecordTable, record: RecordIndex): number {
  return records.lastLine(record) - records.firstLine.get(record) + 1;
}
