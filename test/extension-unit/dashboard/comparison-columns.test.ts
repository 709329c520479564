import { expect, test, vi } from 'vitest';
import type { LineNumber, TemplateId } from '../../../src/engine/model/units';
import { comparisonColumns } from '../../../src/extension/dashboard/comparison-columns';
import type { ComparisonReport } from '../../../src/protocol/analysis';
import { comparedLog, finding } from '../comparing/compared-log';

vi.mock('vscode', () => ({ l10n: { t: (pattern: string) => pattern, bundle: undefined } }));

type Side = ComparisonReport['sides'][number];

const side = (pattern: string, bad: number, good: number, line: number | null): Side => ({
  ...{ pattern, bad, good },
  templateId: 0 as TemplateId,
  line: line as LineNumber | null,
});

function columnsOf(report: Partial<ComparisonReport>, isStale = false) {
  const log = comparedLog(report, { stale: isStale });
  return comparisonColumns(log.uri, { get: () => log });
}

test('a log that was not compared has none', () => {
  expect(comparisonColumns(comparedLog().uri, { get: () => undefined })).toBeNull();
});

test('names are those of the files, and a log that changed says so', () => {
  expect(columnsOf({}, true)).toMatchObject({ bad: 'bad.log', good: ['good.log'], stale: true, rows: [] });
});

test.for<[string, Side, object]>([
  ['of the log alone', side('Till jammed', 3, 0, 9), { kind: 'new', line: 8 }],
  [
    'of the good one alone',
    side('Cake glazed', 0, 2.5, null),
    { kind: 'vanished', line: null, goodCount: 2.5 },
  ],
  ['of both', side('Bell rang', 30, 10, 1), { kind: 'shifted', line: 0, badCount: 30 }],
  ['that a person named', { ...side('<word> off', 1, 0, 1), name: 'power' }, { title: 'power' }],
  ['that is long', side('x'.repeat(400), 1, 0, 1), { title: `${'x'.repeat(299)}…` }],
  ['of two lines', side('one\ntwo', 1, 0, 1), { title: expect.not.stringContaining('\n') }],
])('a template %s', ([, given, expected]) => {
  expect(columnsOf({ sides: [given] })?.rows).toMatchObject([expected]);
});

test('the reason is that of the finding a template first stands in', () => {
  const reason = (pattern: string) => [{ message: { pattern, values: [] }, evidence: [] }];
  const findings = [
    { ...finding('new', 10, 12), reasons: reason('the first') },
    { ...finding('new', 20, 20), reasons: reason('the second') },
  ];
  const lines = [9, 10, 12, 13, 20, 21];
  const rows = columnsOf({ findings, sides: lines.map((line) => side('Till jammed', 1, 0, line)) })?.rows;
  expect(rows?.map((row) => row.reason)).toEqual(['', 'the first', 'the first', '', 'the second', '']);
});
