import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonPlace } from '../../../../src/node/sources/elastic/json-place';

describe('The place where a text stops being JSON', () => {
  const cases: [right: string, wrong: string][] = [
    ['{"match": ', ']'],
    ['{"a": 1', ' "b": 2}'],
    ['{"a": 1, ', '}'],
    ['[1, 2', '}'],
    ['{"a": tru', 'x}'],
    ['{"a": "b"} ', 'x'],
    ['{"a": "un', ''],
    ['{"a": [', ''],
    ['', 'match'],
    ['', ''],
  ];
  it.each(cases)('is behind %j where %j follows', (right, wrong) => {
    const place = jsonPlace(right + wrong);
    // Blanks before the wrong letter may belong to either side.
    expect((right + wrong).slice(0, place ?? -1).trimEnd()).toBe(right.trimEnd());
  });

  it('is none in JSON, and within the text in anything else', () => {
    fc.assert(
      fc.property(fc.json(), fc.string(), (json, more) => {
        expect(jsonPlace(json)).toBeNull();
        const place = jsonPlace(`${json}${more}`);
        if (place !== null) expect(place).toBeLessThanOrEqual(json.length + more.length);
      }),
    );
  });
});
