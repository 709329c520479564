import { describe, expect, it } from 'vitest';
import type { DatasetIssue, DatasetReport } from '../../../src/engine/dataset/check/dataset-report';
import { oneLine, reportText } from '../../../src/extension/datasets/report-text';
import { sentenceText } from '../../../src/protocol/sentence';

const voice = {
  tell: (sentence: Parameters<typeof sentenceText>[0]) => sentenceText(sentence),
  number: String,
  name: (path: string) => path.replace('/w/', ''),
};
const file = {
  format: 'alpaca',
  lines: 9,
  examples: 9,
  normal: 6,
  anomalous: 3,
  categories: {},
  longest: null,
};
const files = [
  { ...file, name: '/w/train.jsonl', categories: { network: 2, disk: 1 } },
  { ...file, name: '/w/test.jsonl', longest: 90 },
];

function issue(changed: Partial<DatasetIssue>): DatasetIssue {
  const summary = { pattern: 'Lines that do not fit: {0}.', values: [changed.count ?? 1] };
  return { kind: 'schema', severity: 'error', count: 1, summary, places: [], ...changed };
}

const reported = (issues: readonly DatasetIssue[]) => reportText({ files, issues } as DatasetReport, voice);

describe('the report of a check', () => {
  it.each<[string, readonly DatasetIssue[], string]>([
    ['nothing is wrong', [], 'It can be used. No problems, examples: 18.'],
    [
      'there are warnings',
      [issue({ severity: 'warning', count: 2 })],
      'It can be used. Warnings: 2, examples: 18.',
    ],
    [
      'there are errors',
      [issue({ count: 3 }), issue({ severity: 'warning' })],
      'Do not train on it yet. Errors: 3, warnings: 1, examples: 18.',
    ],
  ])('begins with what it comes down to, where %s', (_, issues, verdict) => {
    expect(reported(issues).text.split('\n')[0]).toBe(verdict);
  });

  it('says what each file holds', () => {
    const { text } = reported([]);
    expect(text).toContain(
      'train.jsonl   alpaca   9 examples   6 normal, 3 anomalous\n  network 2, disk 1\n',
    );
    expect(text).toContain('test.jsonl   alpaca   9 examples   6 normal, 3 anomalous   longest: 90 tokens\n');
  });

  it('leads from each place to its line', () => {
    const sentence = { pattern: 'output is missing', values: [] };
    const places = [
      { file: 1, line: 4, sentence },
      { file: 0, line: null, sentence },
    ];
    const { text, links } = reported([issue({ count: 5, places })]);
    const lines = text.split('\n');
    const shown = links.map(({ line, start, end }) => lines[line].slice(start, end));
    expect(shown).toEqual(['test.jsonl:4', 'train.jsonl']);
    expect(links.map(({ path, target }) => [path, target])).toEqual([
      ['/w/test.jsonl', 4],
      ['/w/train.jsonl', null],
    ]);
    expect(text).toContain('and 3 more');
  });

  it('keeps hostile text within its line', () => {
    const sentence = { pattern: 'id {0}', values: ['a\nError: all is lost\u202e\u0000\u2028b'] };
    const { text } = reported([issue({ places: [{ file: 0, line: 1, sentence }] })]);
    expect(text).toContain('id a Error: all is lost   b\n');
    expect(oneLine('日志\t\u001b[31m')).toBe('日志  [31m');
  });
});
