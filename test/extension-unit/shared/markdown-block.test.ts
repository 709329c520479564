import { describe, expect, it } from 'vitest';
import { markdownBlock, placeText } from '../../../src/extension/shared/markdown-block';

describe('lines of a log as Markdown', () => {
  it.each([
    ['stand in a fence', undefined, 'one\ntwo\n', '`a.log:1-2`\n\n```log\none\ntwo\n```\n'],
    ['lead to where they are', 'https://x/a', 'one', '[`a.log:1-2`](https://x/a)\n\n```log\none\n```\n'],
    ['cannot close their fence', undefined, 'a ```` b', '`a.log:1-2`\n\n`````log\na ```` b\n`````\n'],
  ])('%s', (_, address, text, markdown) => {
    expect(markdownBlock('a.log:1-2', address, text)).toBe(markdown);
  });

  it('say where they stand, whatever the file is called', () => {
    expect(placeText('a.log', 3, 3)).toBe('a.log:3');
    expect(markdownBlock('a`b.log:3', undefined, '')).toMatch(/^`` a`b\.log:3 ``\n/);
    expect(markdownBlock('a\n\n# b.log:3', undefined, '')).toMatch(/^`a # b\.log:3`\n/);
  });
});
