import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { colourOf, highlightColours, toggled } from '../../../src/extension/highlights/colours';
import { linesWithWord, spansOfWord } from '../../../src/extension/highlights/words-in-lines';
import type { Highlight } from '../../../src/protocol/reading';

describe('the colour of a highlight', () => {
  it('is its own, whatever was highlighted before and is no more', () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        expect(colourOf(name, [])).toBe(colourOf(name, []));
        const others = highlightColours.filter((colour) => colour !== colourOf(name, []));
        expect(colourOf(name, others)).toBe(colourOf(name, []));
      }),
    );
  });

  it('is another than those beside it, as long as there is one', () => {
    fc.assert(
      fc.property(fc.string(), fc.subarray([...highlightColours], { maxLength: 7 }), (name, taken) => {
        expect(taken).not.toContain(colourOf(name, taken));
      }),
    );
    expect(highlightColours).toContain(colourOf('lock', highlightColours));
  });
});

describe('highlighting', () => {
  const word = { kind: 'word', text: 'lock' } as const;
  const template = { kind: 'template', title: 'gate <number>', pieces: ['gate', ' <number>'] } as const;

  it('of the same again takes it away, and leaves the others their colours', () => {
    const both = toggled(toggled([], word), template);
    expect(both).toHaveLength(2);
    expect(toggled(both, word)).toEqual([both[1]]);
  });

  it('of a word and a template of the same text are two', () => {
    const same: Omit<Highlight & { kind: 'word' }, 'colour'> = { kind: 'word', text: 'gate <number>' };
    expect(toggled(toggled([], same), template)).toHaveLength(2);
  });
});

describe('where a word stands', () => {
  const lines = ['lock 3 unlocked', 'Lock 4', '', 'locklock'];

  it('is wherever it is written so, within the lines that are looked at', () => {
    const spans = spansOfWord('lock', [0, 4], (line) => lines[line]);
    expect(spans.map(({ line, start }) => [line, start])).toEqual([
      [0, 0],
      [0, 9],
      [3, 0],
      [3, 4],
    ]);
    expect(spansOfWord('lock', [1, 3], (line) => lines[line])).toEqual([]);
    expect(spansOfWord('', [0, 4], (line) => lines[line])).toEqual([]);
  });

  it.each([
    ['\n', [10, 13]],
    ['\r\n', [10, 13]],
  ])('is told by line through a text whose lines end in %j', (end, expected) => {
    expect(linesWithWord('lock', lines.join(end), 10)).toEqual(expected);
  });
});
