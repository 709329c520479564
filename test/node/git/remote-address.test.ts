import { describe, expect, it } from 'vitest';
import { remoteOf, webAddress } from '../../../src/node/git/remote-address';

describe('the remote of a configuration', () => {
  it.each([
    ['origin', '[remote "fork"]\n\turl = a\n[remote "origin"]\n\turl = b\n', 'b'],
    ['the first where there is no origin', '[core]\nurl = x\n[remote "fork"]\r\n  url = a\r\n', 'a'],
    ['none', '[branch "main"]\n\turl = x\n', undefined],
  ])('%s', (_, config, remote) => {
    expect(remoteOf(config)).toBe(remote);
  });
});

describe('the web address of lines', () => {
  const commit = 'c0ffee'.padEnd(40, '0');
  const lines = { first: 3, last: 5 };

  it.each([
    ['git@github.com:shop/cart.git', `https://github.com/shop/cart/blob/${commit}/a%20b/c.log#L3-L5`],
    [
      'https://me:secret@github.com/shop/cart',
      `https://github.com/shop/cart/blob/${commit}/a%20b/c.log#L3-L5`,
    ],
    [
      'ssh://git@gitlab.shop.example:22/team/sub/cart.git/',
      `https://gitlab.shop.example/team/sub/cart/-/blob/${commit}/a%20b/c.log#L3-5`,
    ],
    [
      'https://bitbucket.org/shop/cart.git',
      `https://bitbucket.org/shop/cart/src/${commit}/a%20b/c.log#lines-3:5`,
    ],
    [
      'https://codeberg.org/shop/cart.git',
      `https://codeberg.org/shop/cart/src/commit/${commit}/a%20b/c.log#L3-L5`,
    ],
    ['https://git.shop.example/cart.git', undefined],
    ['/srv/git/cart.git', undefined],
    ['C:\\git\\cart.git', undefined],
    ['javascript://github.com/%0aalert(1)', undefined],
  ])('of %s', (remote, address) => {
    expect(webAddress(remote, commit, 'a b/c.log', lines)).toBe(address);
  });

  it('names one line once', () => {
    const address = webAddress('git@github.com:shop/cart.git', commit, 'c.log', { first: 3, last: 3 });
    expect(address).toMatch(/#L3$/);
  });
});
