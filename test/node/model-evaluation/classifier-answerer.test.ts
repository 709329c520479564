import { describe, expect, it } from 'vitest';
import { classifierAnswerer } from '../../../src/node/model-evaluation/classifier-answerer';
import type { EvaluationExample } from '../../../src/node/model-evaluation/evaluation-example';
import { usualCategories } from '../../../src/node/model-evaluation/read-examples';

const example = (text: string, line: number): EvaluationExample => ({
  ...{ line, text, entries: [text], label: 'normal', category: null, asked: [] },
});
const never = new AbortController().signal;

/** A classifier that gives each text the label the text names. */
const naming = (labels: readonly string[]) =>
  classifierAnswerer(
    'naming',
    { labels, classify: async (texts) => texts.map((label) => ({ label, score: 1 })) },
    usualCategories,
  );

describe('what a classifier’s labels say', () => {
  it.each([
    [
      ['normal', 'anomalous'],
      ['normal', 'anomalous'],
      [null, null],
    ],
    [
      ['正常', '异常'],
      ['normal', 'anomalous'],
      [null, null],
    ],
    [
      ['0', '1'],
      ['normal', 'anomalous'],
      [null, null],
    ],
    [
      ['LABEL_0', 'LABEL_1', 'LABEL_2'],
      ['normal', 'anomalous', 'anomalous'],
      [null, null, null],
    ],
    [
      ['Normal', 'network', 'disk'],
      ['normal', 'anomalous', 'anomalous'],
      [null, 'network', null],
    ],
    [
      ['cat', 'dog'],
      [null, null],
      [null, null],
    ],
  ])('%j', async (labels, verdicts, categories) => {
    const answers = await naming(labels).answersTo(labels.map(example), never, () => undefined);
    expect(answers.map(({ verdict }) => verdict)).toEqual(verdicts);
    expect(answers.map(({ category }) => category)).toEqual(categories);
    expect(answers.every(({ hasFailed, tokens }) => !hasFailed && tokens === null)).toBe(true);
  });

  it('are asked in pieces, in order, and each is told of', async () => {
    let told = 0;
    const texts = Array.from({ length: 21 }, (_, at) => (at % 2 === 0 ? 'normal' : 'anomalous'));
    const answers = await naming(['normal', 'anomalous']).answersTo(texts.map(example), never, () => told++);
    expect(answers.map(({ verdict }) => verdict)).toEqual(texts);
    expect(told).toBe(21);
  });

  it('are none where it is cancelled', async () => {
    const asked = naming(['normal']).answersTo(
      ['normal'].map(example),
      AbortSignal.abort('enough'),
      () => undefined,
    );
    await expect(asked).rejects.toBe('enough');
  });
});
