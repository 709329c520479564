import { expect, test } from 'vitest';
import { answerMarkdown } from '../../../src/extension/model-tools/answer-markdown';
import { inertMarkdown } from '../../../src/node/assistant/inert-markdown';
import type { AnswerCitation } from '../../../src/protocol/answer';
import { citationMark, strikeEnd, strikeStart } from '../../../src/protocol/answer-marks';

const citation = (line: number, isTrue: boolean, document = '') =>
  ({ label: `L${line}`, document, firstLine: line, lastLine: line, isTrue, note: '' }) as AnswerCitation;
const citations = [citation(12, true), citation(99, false), citation(3, true, 'B')];

const inFile = (label: string) => ({ ...citation(7, true), label }) as AnswerCitation;

test('a name of a file in a label ends no link and is no Markdown', () => {
  const label = 'a](http://evil.example)_b_ <i>:3';
  const options = { linkOf: () => 'command:go?7', inert: inertMarkdown };
  const text = answerMarkdown(citationMark(0), [inFile(label)], options);
  expect(text).toBe('[a\\]\\(http:\\//evil.example\\)\\_b\\_ \\<i\\>:3](command:go?7)');
});

const shown = (text: string) =>
  answerMarkdown(text, citations, {
    linkOf: ({ document, firstLine }) => (document === '' ? `command:go?${firstLine}` : undefined),
    inert: inertMarkdown,
  });

test.each([
  ['a citation that holds is a link', `It broke ${citationMark(0)}.`, 'It broke [L12](command:go?12).'],
  [
    'one that fails is struck out, and no link',
    `It broke ${strikeStart}${citationMark(1)}${strikeEnd}.`,
    'It broke ~~\\[L99\\]~~.',
  ],
  [
    'a claim that fails is struck out once',
    `${strikeStart}It burned ${citationMark(1)}.${strikeEnd}`,
    '~~It burned \\[L99\\].~~',
  ],
  ['one of another document is no link', `It broke ${citationMark(2)}.`, 'It broke \\[L3\\].'],
  [
    'a link of the model’s own leads nowhere',
    `[here](command:oddline.revealLine?x) ${citationMark(0)}`,
    '[here] (command:oddline.revealLine?x) [L12](command:go?12)',
  ],
  ['a citation nobody knows is left out', `It broke ${citationMark(7)}.`, 'It broke .'],
])('%s', (_, text, expected) => {
  expect(shown(text)).toBe(expected);
});
