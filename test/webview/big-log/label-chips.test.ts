import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EntryTexts } from '../../../src/node/sources/entry-text';
import { entryHeadOf } from '../../../webview/big-log/rows/entry-head';
import { LabelChips } from '../../../webview/big-log/rows/label-chips';
import { processorMs } from '../../processor-time';

type Labels = Readonly<Record<string, string>>;

/** As an entry with these labels is written. */
function bracesOf(labels: Labels): string {
  const entry = { time: '1767225600000000001', labels: Object.entries(labels), own: null, text: 'x' };
  const line = new EntryTexts().of([entry]);
  const { start, length } = entryHeadOf(line)?.labels ?? { start: 0, length: 0 };
  return line.slice(start, start + length);
}

function chipsOf(seen: readonly Labels[]): LabelChips {
  const chips = new LabelChips();
  for (const labels of seen) chips.take(bracesOf(labels));
  return chips;
}

const ids = Array.from({ length: 30 }, (_, index) => ({
  app: index % 2 ? 'web' : 'shop',
  trace: `t${index}`,
}));

describe('labels are folded to what tells the streams apart', () => {
  test.each<readonly [string, readonly Labels[], string]>([
    ['of one stream nothing', [{ app: 'shop', pod: 'a' }], '{…}'],
    [
      'what all share is left out',
      [
        { app: 'shop', pod: 'a' },
        { app: 'shop', pod: 'b' },
      ],
      'b',
    ],
    [
      'two labels at most',
      [
        { app: 'shop', pod: 'a', zone: '1' },
        { app: 'web', pod: 'b', zone: '2' },
      ],
      'web b',
    ],
    ['what names single entries is left out', ids, 'web'],
    [
      'what the server guessed from the text is left out',
      [
        { pod: 'a', detected_level: 'unknown' },
        { pod: 'b', detected_level: 'error' },
      ],
      'b',
    ],
    [
      'a value with all that quotes and braces can do',
      [{ query: 'x' }, { query: '{a="}"}, \\ ' }],
      '{a="}"}, \\ ',
    ],
    ['a name in quotes', [{ 'odd name': 'x' }, { 'odd name': 'y' }], 'y'],
    ['a value that would turn the line around', [{ a: 'x' }, { a: '\u202ey' }], '⇄y'],
    ['a long value is cut', [{ a: 'x' }, { a: 'y'.repeat(300) }], `${'y'.repeat(23)}…`],
    [
      'a label only some have',
      [{ app: 'shop' }, { app: 'shop', level: 'warn' }, { app: 'shop', level: 'info' }],
      'info',
    ],
  ])('%s', (_, seen, chip) => {
    expect(chipsOf(seen).chipOf(bracesOf(seen[seen.length - 1]))).toBe(chip);
  });

  test('the version rises when chips made before look different', () => {
    const chips = chipsOf([{ app: 'shop' }]);
    const before = chips.version;
    chips.take(bracesOf({ app: 'shop', pod: 'a' }));
    expect(chips.version).toBe(before);
    chips.take(bracesOf({ app: 'web' }));
    expect(chips.version).toBeGreaterThan(before);
  });

  test('whatever labels there are: short, on one line, and none is wider than they say', () => {
    const labels = fc.dictionary(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(fc.array(labels, { minLength: 1, maxLength: 30 }), (seen) => {
        const chips = chipsOf(seen);
        for (const one of seen) {
          const chip = chips.chipOf(bracesOf(one));
          expect(chip).not.toMatch(/[\n\r]/);
          expect(chip.length).toBeLessThanOrEqual(Math.min(24, chips.width));
        }
      }),
    );
  });

  test('thousands of long and different labels take no time', () => {
    const took = processorMs(() => {
      const chips = new LabelChips();
      for (let at = 0; at < 3000; at++) {
        const braces = `{${Array.from({ length: 100 }, (_, i) => `l${at}_${i}="${at}"`).join(', ')}}`;
        chips.take(braces);
        chips.chipOf(braces);
      }
    });
    expect(took).toBeLessThan(10_000);
  });
});
