import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filesLike, matchesFiles } from '../../../src/node/store/file-pattern';

describe('the files like one', () => {
  it.each([
    ['app.log', 'app.log*', ['app.log.1', 'app.log.2.gz', 'app.log.2026-11-21'], ['apple.log', 'myapp.log']],
    ['app.log.1', 'app.log*', ['app.log', 'app.log.12.gz'], ['app.txt']],
    ['app-2026-11-21.log', 'app-*.log*', ['app-2026-11-22.log.gz'], ['app.log']],
    ['node7_20261121T130507.txt.gz', 'node*.txt*', ['node12_20261122.txt'], ['node7.log']],
    ['2026-11-21.log', '????-??-??.log*', ['2026-11-22.log.gz'], ['app.log', '21.log']],
    ['42', '??', ['43'], ['4', 'ab.log']],
    ['日志3.log', '日志*.log*', ['日志14.log'], ['日.log']],
    ['odd*name?.log', 'odd?name?.log*', ['odd*name?.log'], ['oddname.log']],
  ])('%s: %s', (name, pattern, others, strangers) => {
    expect(filesLike(name)).toBe(pattern);
    expect([name, ...others].filter((other) => !matchesFiles(pattern, other))).toEqual([]);
    expect(strangers.filter((stranger) => matchesFiles(pattern, stranger))).toEqual([]);
  });

  it('always hold the file itself', () => {
    fc.assert(fc.property(fc.string(), (name) => matchesFiles(filesLike(name), name)));
  });
});

describe('a pattern', () => {
  it.each([
    ['a*b', ['ab', 'axxb', 'abab'], ['a', 'ba', 'abx']],
    ['*a*a*', ['aa', 'xaxax'], ['a', 'xax']],
    ['ab', ['ab'], ['abc', 'a']],
    ['a*', ['a', 'abc'], ['ba', '']],
    ['ab*ba', ['abba', 'abxba'], ['aba']],
  ])('%s', (pattern, names, strangers) => {
    expect(names.filter((name) => !matchesFiles(pattern, name))).toEqual([]);
    expect(strangers.filter((name) => matchesFiles(pattern, name))).toEqual([]);
  });

  it('of a thousand stars is answered at once', () => {
    expect(matchesFiles('*a'.repeat(500), 'a'.repeat(255))).toBe(false);
  });
});
