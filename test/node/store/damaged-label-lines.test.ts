import { expect, it } from 'vitest';
import { damagedLabelLines } from '../../../src/node/store/damaged-label-lines';
import { sentenceText } from '../../../src/protocol/sentence';

const lines = (count: number) => Array.from({ length: count }, (_, index) => ({ line: index + 3 }));

it.each([
  [1, 'l: line 3 is no label and is not used. Mend or delete it; it is left as it is.'],
  [
    3,
    'l: 3 lines are no labels and are not used (lines 3, 4, 5). Mend or delete them; they are left as they are.',
  ],
])('names each of %i damaged lines', (count, said) => {
  expect(sentenceText(damagedLabelLines('l', lines(count)))).toBe(said);
});

it('counts what it does not name', () => {
  const said = sentenceText(damagedLabelLines('l', lines(500)));
  expect(said).toMatch(/^l: 500 lines .*, 22, …\)/);
});
