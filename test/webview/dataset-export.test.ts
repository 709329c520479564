import { describe, expect, it } from 'vitest';
import type { DatasetPreview, PreviewAnswer } from '../../src/protocol/dataset';
import { keptChoices } from '../../webview/dataset-export/choices';
import { PreviewAsking } from '../../webview/dataset-export/preview-asking';
import { factsOf, warningsOf } from '../../webview/dataset-export/preview-words';
import { previewWith, usualChoices } from './harness/dataset-page';

describe('choices a page kept', () => {
  it('are taken as they were', () => {
    const kept = {
      ...usualChoices,
      format: 'features',
      unit: { kind: 'sessions' },
      maxTokens: 4096,
      redacts: false,
      splitBy: 'time',
      labelledOnly: true,
    };
    expect(keptChoices(JSON.parse(JSON.stringify(kept)), usualChoices)).toEqual(kept);
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['no object', 'alpaca'],
    ['of a format that is gone', { format: 'parquet' }],
    ['with windows turned around', { unit: { kind: 'windows', least: 9, most: 3 } }],
    ['with nothing to train on', { shares: { train: 0, validation: 1, test: 1 } }],
    ['with a seed that is no number', { seed: '1' }],
    ['with words in the place of yes and no', { redacts: 'no', takesFindings: 0, labelledOnly: 'yes' }],
    ['split by what is no order', { splitBy: 'name' }],
  ])('are the usual ones where they hold what they may not: %s', (_, kept) => {
    expect(keptChoices(kept, usualChoices)).toEqual(usualChoices);
  });
});

describe('warnings', () => {
  const tooFew = {
    pattern: 'Too few sequences to learn from: {0}. Label more, or add logs.',
    values: [1234],
  };

  it.each<[string, Partial<DatasetPreview>, readonly RegExp[]]>([
    ['none, where all is well', {}, []],
    ['what was found when the labels were counted', { warnings: [tooFew] }, [/learn from: 1,234\./]],
    [
      'what nobody labelled',
      { unlabelled: 600 },
      [/nobody labelled.*: 600 of 750\. "Only what is labelled"/],
    ],
    ['a contradiction', { conflicts: 2 }, [/normal and anomalous: 2/]],
    ['a leak before all else', { leaks: 1, warnings: [tooFew] }, [/more than one part: 1/, /Too few/]],
  ])('tell %s', (_, changed, wanted) => {
    const told = warningsOf(previewWith(changed));
    expect(told).toHaveLength(wanted.length);
    for (const [i, words] of wanted.entries()) expect(told[i]).toMatch(words);
  });
});

it('what the token limit takes is told of what was measured', () => {
  const facts = factsOf(previewWith({ tooLong: { sequences: 12, measured: 1000 } }), false);
  expect(facts).toContainEqual({
    title: 'Left out by the token limit',
    value: '12 of 1,000 that were measured',
  });
  expect(facts.at(-1)?.value).toBe('nothing is masked');
});

it('what is on its way of former choices is not shown any more, once one of them is another', async () => {
  const answers: ((answer: PreviewAnswer) => void)[] = [];
  const told: PreviewAnswer[] = [];
  const call = () => new Promise<PreviewAnswer>((resolve) => answers.push(resolve)) as Promise<never>;
  const asking = new PreviewAsking({ call }, () => usualChoices, {
    waiting: () => undefined,
    answered: (answer) => told.push(answer),
    failed: () => undefined,
  });
  asking.now();
  asking.soon();
  answers[0]({ kind: 'problem', problem: 'of the former ones' });
  await new Promise((resolve) => setImmediate(resolve));
  expect(told).toEqual([]);
  asking.now();
  answers[1]({ kind: 'problem', problem: 'of these' });
  await expect.poll(() => told).toEqual([{ kind: 'problem', problem: 'of these' }]);
});
