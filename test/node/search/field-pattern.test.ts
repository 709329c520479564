import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatTable } from '../../../src/engine/formats/format-table';
import { wrapperTable } from '../../../src/engine/wrappers/wrapper-table';
import { regexOf } from '../../../src/node/search/compiled-pattern';
import { fieldPattern } from '../../../src/node/search/field-pattern';

/** Whether the search that goes before a filter by field leaves the line to it. */
function isLeft(line: string, value: string): boolean {
  const { source, flags } = regexOf(fieldPattern(value));
  return new RegExp(source, flags).test(line);
}

const samples = formatTable.flatMap(({ name, samples: of }) =>
  of.flatMap(({ line, fields = {} }) =>
    Object.entries(fields).map(([field, value]) => ({ name, line, field, value })),
  ),
);

describe('a filter by field loses no line', () => {
  it.each(samples)('of $name with $field: $value', ({ line, value }) => {
    expect(isLeft(line, value)).toBe(true);
  });

  it.each(wrapperTable)('of $name', ({ samples: of }) => {
    for (const { lines, fields } of of)
      for (const { value } of fields)
        expect(
          lines.some((line) => isLeft(line, value)),
          value,
        ).toBe(true);
  });

  it('of JSON, whichever of its characters are written as escapes', () => {
    const escaped = fc
      .string({ minLength: 1 })
      .chain((value) =>
        fc.tuple(
          fc.constant(value),
          fc.array(fc.boolean(), { minLength: value.length, maxLength: value.length }),
        ),
      );
    fc.assert(
      fc.property(escaped, ([value, which]) => {
        const written = [...Array(value.length).keys()].map((i) =>
          which[i]
            ? `\\u${value.charCodeAt(i).toString(16).padStart(4, '0')}`
            : JSON.stringify(value[i]).slice(1, -1),
        );
        const line = `{"v":"${written.join('')}"}`;
        expect(JSON.parse(line)).toEqual({ v: value });
        expect(isLeft(line, value)).toBe(true);
      }),
    );
  });
});
