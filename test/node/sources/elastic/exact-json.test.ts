import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactJson } from '../../../../src/node/sources/elastic/exact-json';

describe('JSON read exactly', () => {
  const cases: [json: string, value: unknown][] = [
    ['[9007199254740993]', ['9007199254740993']],
    ['[-12345678901234567890]', ['-12345678901234567890']],
    [
      '[9007199254740991, 1.5, -0, 1e300, 1234567890123456e5]',
      [9007199254740991, 1.5, -0, 1e300, 1234567890123456e5],
    ],
    [
      '["9007199254740993", "\\"9007199254740993", "\\\\", 1]',
      ['9007199254740993', '"9007199254740993', '\\', 1],
    ],
    ['{"9007199254740993": 9007199254740993}', { '9007199254740993': '9007199254740993' }],
  ];
  it.each(cases)('%s', (json, value) => expect(exactJson(json)).toEqual(value));

  it('is any JSON as it always was, but for integers beyond 2^53', () => {
    const asText = (_: string, value: unknown) =>
      Number.isInteger(value) && !Number.isSafeInteger(value) && /^-?\d+$/.test(String(value))
        ? String(value)
        : value;
    fc.assert(
      fc.property(fc.json(), (json) => {
        expect(exactJson(json)).toEqual(JSON.parse(json, asText));
      }),
    );
  });

  it('keeps all digits of any integer, and needs no stack as deep as a text is long', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.string(), (integer, name) => {
        const read = exactJson(`{${JSON.stringify(name)}: [${integer}]}`) as Record<string, unknown[]>;
        expect(String(Object.values(read)[0][0])).toBe(String(integer));
      }),
    );
    const long = JSON.stringify('\\"'.repeat(3_000_000));
    expect(exactJson(long)).toBe(JSON.parse(long));
  });

  it('throws for what is no JSON', () => {
    expect(() => exactJson('{"a": "')).toThrow(SyntaxError);
    expect(() => exactJson('')).toThrow(SyntaxError);
  });
});
