import { describe, expect, test } from 'vitest';
import { outcomeOf } from '../../../src/extension/understanding/outcome';
import type { AnalysisReport } from '../../../src/protocol/analysis';
import { sentenceText } from '../../../src/protocol/sentence';
import { analysedLog, template } from '../analysed-log';

function report(timed: number, levelled: number, records = 100): AnalysisReport {
  const { report: usual } = analysedLog([]);
  const sources = usual.sources.map((source) => ({ ...source, timed, records }));
  const templates = [
    template(1, { count: levelled, level: 'info' }),
    template(2, { count: records - levelled, level: 'none' }),
  ];
  return { ...usual, sources, templates };
}

describe('what a gesture changed', () => {
  test.each<[Parameters<typeof outcomeOf>, string]>([
    [['time', report(0, 0), report(100, 0)], 'Time found in 100 % of the records (before: 0 %).'],
    [['level', report(0, 25), report(0, 99)], 'Level found in 99 % of the records (before: 25 %).'],
    [['id', report(0, 0), report(0, 0)], 'The id is now a field of the records.'],
    [['recordStart', report(0, 0, 4000), report(0, 0, 1000)], '1,000 records (before: 4,000).'],
  ])('%#', (told, expected) => {
    expect(sentenceText(outcomeOf(...told))).toBe(expected);
  });
});
