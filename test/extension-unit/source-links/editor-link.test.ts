import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linkQuery, readLink } from '../../../src/extension/source-links/editor-link';

const span = { from: '1767225600000000000', until: '1767225660000000001' };

describe('a link into the editor', () => {
  test('gives back what was put in', () => {
    const text = fc.string({ minLength: 1, maxLength: 100, unit: 'grapheme' });
    fc.assert(
      fc.property(text, text, (source, query) => {
        expect(readLink(linkQuery({ source, query, span }))).toEqual({ source, query, span });
      }),
    );
  });

  test.each([
    ['nothing', ''],
    ['no source', 'query=a&from=1&until=2'],
    ['no query', 'source=a&from=1&until=2'],
    ['no range', 'source=a&query=b'],
    ['a range that ends before it begins', 'source=a&query=b&from=2&until=1'],
    ['times that are none', 'source=a&query=b&from=-1&until=2'],
    ['a query of more than anyone reads', `source=a&query=${'x'.repeat(10_001)}&from=1&until=2`],
  ])('%s is no link', (_, query) => {
    expect(readLink(query)).toBeUndefined();
  });
});
