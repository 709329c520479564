import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DatasetCheck } from '../../../../src/engine/dataset/check/dataset-check';
import type { DatasetReport } from '../../../../src/engine/dataset/check/dataset-report';
import { TextLines } from '../../../../src/engine/dataset/check/text-lines';
import { datasetFormats } from '../../../../src/engine/dataset/formats/formats';
import { sentenceText } from '../../../../src/protocol/sentence';
import { hostileSequences } from '../hostile-sequences';
import { written } from '../read-back';
import { alpaca, cases, jsonl } from './check-cases';

/** Checks files `f0`, `f1` …; `cuts` says after how many units each piece ends. */
function checked(
  files: readonly string[],
  maxTokens?: number,
  cut = Number.POSITIVE_INFINITY,
): DatasetReport {
  const check = new DatasetCheck(maxTokens);
  for (const [index, text] of files.entries()) {
    const file = check.begin(`f${index}`);
    const lines = new TextLines((line) => file.push(line));
    for (let at = 0; at < text.length; at += cut) lines.push(text.slice(at, at + cut));
    lines.end();
    file.end();
  }
  return check.report();
}

function told({ issues }: DatasetReport): string[] {
  return issues.flatMap(({ kind, places }) =>
    places.map(({ file, line, sentence }) => `${kind} f${file}:${line ?? '-'} ${sentenceText(sentence)}`),
  );
}

describe('a check tells', () => {
  it.each(cases)('$what', ({ files, maxTokens, issues }) => {
    expect(told(checked(files, maxTokens))).toEqual(issues);
  });
});

const words = ['red', 'green', 'blue', 'black', 'white'];
const mixed = (count: number, of: number) =>
  jsonl(
    ...Array.from({ length: of }, (_, i) =>
      alpaca(
        `${words[i % 5]} ${words[Math.floor(i / 5) % 5]} ${words[Math.floor(i / 25)]}`,
        i < count ? 'Anomalous.' : 'Normal.',
      ),
    ),
  );

describe('a label is rare', () => {
  it.each([
    [1, 40, ['imbalance f0:- 39 normal, 1 anomalous.']],
    [0, 40, ['imbalance f0:- 40 normal, 0 anomalous.']],
    [4, 40, []],
    [0, 19, []],
  ])('with %i of %i', (count, of, issues) => {
    expect(told(checked([mixed(count, of)]))).toEqual(issues);
  });
});

it('of many problems the first are named and all are counted', () => {
  const { issues } = checked([jsonl(alpaca('a')) + '[]\n'.repeat(500)]);
  expect(issues.map(({ count, places }) => [count, places.length])).toEqual([[500, 20]]);
});

it('files are told by format, examples, labels, categories and their longest', () => {
  const row = (category: string, label: number, text: string) => ({ text, label, category });
  const text = jsonl(row('network', 1, 'peer gone'), row('', 0, 'all well'), row('network', 1, 'link down'));
  expect(checked([text], 100).files).toEqual([
    {
      name: 'f0',
      format: 'classification',
      lines: 3,
      examples: 3,
      normal: 1,
      anomalous: 2,
      categories: { network: 2 },
      longest: 3,
    },
  ]);
});

it('nothing that is exported breaks its format, and pieces of any length say the same', () => {
  fc.assert(
    fc.property(hostileSequences, fc.integer({ min: 1, max: 40 }), (sequences, cut) => {
      for (const format of datasetFormats) {
        const text = written(format, sequences);
        const report = checked([text], 50);
        if (text !== '') {
          const wrong = report.issues.filter(({ kind }) => kind === 'format' || kind === 'schema');
          expect(wrong).toEqual([]);
        }
        expect(checked([text], 50, cut)).toEqual(report);
      }
    }),
    { numRuns: 40 },
  );
});

it('whatever a file holds, a check ends in a report', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 5 }), (lines) => {
      const starts = ['', '{"messages":[]}\n', 'sequence_id,label,text\n', '{\n', '\ufeff\ufeff'];
      for (const start of starts) expect(checked([start + lines.join('\n')]).files).toHaveLength(1);
    }),
  );
});
