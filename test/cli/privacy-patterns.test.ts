import { describe, expect, it } from 'vitest';
import { privacyPatterns } from '../../src/cli/privacy-patterns';

describe('patterns of what is hidden, as the editor gives them to a server', () => {
  it.each([
    [undefined, []],
    ['', []],
    ['[]', []],
    ['[{"name":"staff","pattern":"S-[0-9]+"}]', [{ name: 'staff', pattern: 'S-[0-9]+' }]],
    ['[{"pattern":"x"}]', [{ name: '', pattern: 'x' }]],
  ])('%s are read', (written, patterns) => {
    expect(privacyPatterns(written)).toEqual(patterns);
  });

  it.each(['{', '{}', '[1]', '[{"name":"x"}]', '[{"pattern":7}]', '[{"pattern":"x"},null]'])(
    '%s hides nothing without a word: it is refused',
    (written) => {
      expect(() => privacyPatterns(written)).toThrow('no list of patterns');
    },
  );
});
