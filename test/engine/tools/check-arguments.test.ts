import { describe, expect, it } from 'vitest';
import { checkArguments } from '../../../src/engine/tools/check-arguments';

const schema = {
  type: 'object',
  properties: {
    word: { type: 'string', maxLength: 5, description: '' },
    sort: { type: 'string', enum: ['count', 'first'], description: '' },
    line: { type: 'integer', minimum: 1, maximum: 100, description: '' },
    exact: { type: 'boolean', description: '' },
  },
  required: ['word'],
  additionalProperties: false,
} as const;

describe('arguments of a tool', () => {
  it.each<[unknown, object]>([
    [{ word: 'crane' }, { word: 'crane' }],
    [{ word: '  ' }, { word: '  ' }],
    [{ word: 'a', line: null, sort: undefined }, { word: 'a' }],
    [
      { word: 'a', line: '40' },
      { word: 'a', line: 40 },
    ],
    [
      { word: 'a', line: 'L7' },
      { word: 'a', line: 7 },
    ],
    [
      { word: 'a', exact: 'true' },
      { word: 'a', exact: true },
    ],
    [
      { word: 'a', sort: ' First ' },
      { word: 'a', sort: 'first' },
    ],
  ])('%j is meant as %j', (given, meant) => {
    expect(checkArguments(schema, given)).toEqual({ arguments: meant });
  });

  it.each<[unknown, RegExp]>([
    [
      undefined,
      /"word" is missing: a text of at most 5 characters.*sort \(optional, one of "count", "first"\)/,
    ],
    [[], /must be a JSON object/],
    ['{}', /must be a JSON object/],
    [{ word: 'longer' }, /"word" must be a text of at most 5 characters, but is "longer"/],
    [{ word: 'a', line: 0 }, /"line" must be a whole number from 1 to 100, but is 0/],
    [{ word: 'a', line: 1.5 }, /"line" must be a whole number/],
    [{ word: 'a', line: '4e1' }, /"line" must be a whole number/],
    [{ word: 'a', sort: 'size' }, /"sort" must be one of "count", "first", but is "size"/],
    [{ word: 'a', exact: 1 }, /"exact" must be true or false, but is 1/],
    [{ word: 'a', constructor: 1 }, /There is no argument "constructor"/],
    [{ word: 'a', 'x\u001b[31m\n': 1 }, /There is no argument "x\\u001b\[31m\\n"/],
    [{ word: 'a', exact: 'y'.repeat(500) }, /but is "y{59}…/],
  ])('of %j is said what is wrong and what would be right', (given, problem) => {
    expect(checkArguments(schema, given)).toEqual({ problem: expect.stringMatching(problem) });
  });
});
