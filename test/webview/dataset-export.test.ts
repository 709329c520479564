import { describe, expect, it } from 'vitest';
import type { DatasetPreview } from '../../src/protocol/dataset';
import { keptChoices } from '../../webview/dataset-export/choices';
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
    ['with words in the place of yes and no', { redacts: 'no', takesFindings: 0 }],
  ])('are the usual ones where they hold what they may not: %s', (_, kept) => {
    expect(keptChoices(kept, usualChoices)).toEqual(usualChoices);
  });
});

function labels(normal: number, anomalous: number, inTest = [1, 1]): DatasetPreview['labels'] {
  const row = (label: 'normal' | 'anomalous', count: number, test: number) => ({
    ...{ label, category: null, labelledBy: null },
    counts: { train: count - test, validation: 0, test },
  });
  return [
    ...(normal > 0 ? [row('normal', normal, inTest[0])] : []),
    ...(anomalous > 0 ? [row('anomalous', anomalous, inTest[1])] : []),
  ];
}

describe('warnings', () => {
  it.each<[string, Partial<DatasetPreview>, readonly RegExp[]]>([
    ['none, where all is well', { labels: labels(60, 40) }, []],
    ['normal ones only', { labels: labels(60, 0) }, [/No sequence is anomalous/]],
    ['anomalous ones only', { labels: labels(0, 60) }, [/No sequence is normal/]],
    ['few', { labels: labels(6, 5) }, [/Only 11 sequences/]],
    ['one label is rare', { labels: labels(195, 5) }, [/Only 5 of 200 sequences are anomalous/]],
    ['the other label is rare', { labels: labels(5, 195) }, [/Only 5 of 200 sequences are normal/]],
    ['a part without one label', { labels: labels(60, 40, [4, 0]) }, [/The part test has no anomalous/]],
    ['a contradiction', { labels: labels(60, 40), conflicts: 2 }, [/normal and anomalous: 2/]],
    ['a leak', { labels: labels(60, 40), leaks: 1 }, [/more than one part: 1/]],
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
