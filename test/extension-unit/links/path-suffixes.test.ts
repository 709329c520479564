import { describe, expect, it } from 'vitest';
import { endingAlike, isAbsolute, pathSuffixes } from '../../../src/extension/links/path-suffixes';
import { isOnOtherMachine } from '../../../src/node/files/other-machine';

describe('what is left of a path without its first folders', () => {
  it.each([
    ['/app/src/a.ts', ['app/src/a.ts', 'src/a.ts', 'a.ts']],
    ['C:\\shop\\a.cs', ['shop/a.cs', 'a.cs']],
    ['../x/./a.py', ['x/a.py', 'a.py']],
    ['a.go', ['a.go']],
    ['..', []],
  ])('%s', (path, suffixes) => {
    expect(pathSuffixes(path)).toEqual(suffixes);
  });

  it('of endless folders is not much', () => {
    expect(pathSuffixes('a/'.repeat(1e6)).length).toBeLessThan(100);
  });
});

describe('files that end like a path', () => {
  const files = ['/w/src/cart/add.ts', '/w/test/cart/add.ts', '/w/src/pay/add.ts', '/w/src/mycart/add.ts'];

  it.each([
    ['the one that ends most alike', '/app/src/cart/add.ts', ['/w/src/cart/add.ts']],
    ['all that end as much alike', 'cart/add.ts', ['/w/src/cart/add.ts', '/w/test/cart/add.ts']],
    ['those of the name where folders differ', '/other/add.ts', files],
    ['none of another name', 'cart/remove.ts', []],
  ])('%s', (_, wanted, found) => {
    expect(endingAlike(files, wanted)).toEqual(found);
  });
});

describe('a path', () => {
  it.each([
    ['/srv/a.ts', true, false],
    ['D:/a.ts', true, false],
    ['src/a.ts', false, false],
    ['\\\\host\\share\\a.ts', true, true],
    ['//host/share/a.ts', true, true],
    ['\\/host/a.ts', true, true],
  ])('%s', (path, absolute, elsewhere) => {
    expect([isAbsolute(path), isOnOtherMachine(path)]).toEqual([absolute, elsewhere]);
  });
});
