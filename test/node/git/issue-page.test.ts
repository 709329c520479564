import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { issuePageOf } from '../../../src/node/git/issue-page';

const longestAddress = 8000;
const queryOf = (address: string) => Object.fromEntries(new URL(address).searchParams);

describe('the page for a new issue', () => {
  it.each([
    ['git@github.com:shop/cart.git', 'https://github.com/shop/cart/issues/new?title=T%20%26&body=a%0A%23b'],
    [
      'https://me:secret@github.com/shop/cart',
      'https://github.com/shop/cart/issues/new?title=T%20%26&body=a%0A%23b',
    ],
    [
      'ssh://git@gitlab.shop.example:22/team/sub/cart.git/',
      'https://gitlab.shop.example/team/sub/cart/-/issues/new?issue%5Btitle%5D=T%20%26&issue%5Bdescription%5D=a%0A%23b',
    ],
    ['https://bitbucket.org/shop/cart.git', undefined],
    ['https://git.shop.example/cart.git', undefined],
    ['/srv/git/cart.git', undefined],
  ])('of %s', (remote, address) => {
    expect(issuePageOf(remote)?.addressOf('T &', 'a\n#b').address).toBe(address);
  });

  it('names host and repository for people', () => {
    expect(issuePageOf('git@GitHub.com:shop/my cart.git')).toMatchObject({
      host: 'github.com',
      repository: 'shop/my cart',
    });
  });

  it('names the whole host, as companies have hosts of their own', () => {
    expect(issuePageOf('https://github.com.elsewhere.example/shop/cart')?.host).toBe(
      'github.com.elsewhere.example',
    );
  });

  it('holds whole lines of any text, as many as an address takes', () => {
    const page = issuePageOf('git@github.com:shop/cart.git');
    const line = fc.string({ unit: 'grapheme', maxLength: 3000 }).filter((text) => !/[\r\n]/.test(text));
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 20 }), (lines) => {
        const text = lines.join('\n');
        const { address, isWhole } = page?.addressOf('title', text) ?? { address: '', isWhole: true };
        const { body } = queryOf(address);
        expect(address.length).toBeLessThan(longestAddress);
        expect(isWhole).toBe(body === text);
        expect(text.startsWith(body)).toBe(true);
        expect(lines.slice(0, body.split('\n').length).join('\n') === body || body === '').toBe(true);
      }),
    );
  });
});
