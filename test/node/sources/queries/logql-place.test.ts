import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { logqlPlace, quotedValue, selectorBefore } from '../../../../src/node/sources/queries/logql-place';

/** `|` is where something is typed. */
function check(marked: string) {
  const at = marked.indexOf('▮');
  const text = marked.replace('▮', '');
  return { place: logqlPlace(text, at), before: selectorBefore(text, at) };
}

describe('what is typed in LogQL', () => {
  test.each([
    ['▮', { kind: 'other' }, ''],
    ['{▮', { kind: 'label', from: 1 }, ''],
    ['{ap▮', { kind: 'label', from: 1 }, ''],
    ['{app="shop", ▮', { kind: 'label', from: 13 }, '{app="shop"}'],
    ['{app="shop", n▮}', { kind: 'label', from: 13 }, '{app="shop"}'],
    ['{app=▮', { kind: 'value', label: 'app', from: 5, quoted: false }, ''],
    ['{app="▮', { kind: 'value', label: 'app', from: 6, quoted: true }, ''],
    ['{app="sh▮"}', { kind: 'value', label: 'app', from: 6, quoted: true }, ''],
    ['{app=~`sh▮', { kind: 'value', label: 'app', from: 7, quoted: true }, ''],
    ['{a="1", b!="x▮', { kind: 'value', label: 'b', from: 12, quoted: true }, '{a="1"}'],
    ['{a="}▮', { kind: 'value', label: 'a', from: 4, quoted: true }, ''],
    ['{a="1"} |= "▮', { kind: 'other' }, ''],
    ['# {a▮', { kind: 'other' }, ''],
    ['# note\n{▮', { kind: 'label', from: 8 }, ''],
    ['sum(rate({a="1",▮', { kind: 'label', from: 16 }, '{a="1"}'],
  ])('%s', (marked, place, before) => {
    expect(check(marked)).toEqual({ place, before });
  });

  test('a place is never outside the text', () => {
    const texts = fc.string({
      unit: fc.constantFrom('{', '}', '"', '`', '\\', '#', '\n', ',', '=', '~', 'a', ' '),
    });
    fc.assert(
      fc.property(texts, fc.nat(40), (text, index) => {
        const at = Math.min(index, text.length);
        const place = logqlPlace(text, at);
        if (place.kind !== 'other') expect(place.from).toBeLessThanOrEqual(at);
      }),
    );
  });

  test('a quoted value is closed by its own quote alone', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        const text = `{a=${quotedValue(value)}, `;
        expect(logqlPlace(text, text.length)).toMatchObject({ kind: 'label' });
      }),
    );
  });
});
