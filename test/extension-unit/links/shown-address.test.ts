import { expect, it } from 'vitest';
import { mostShown, shownAddress } from '../../../src/extension/links/shown-address';

const long = 'a'.repeat(2 * mostShown);

it.each([
  ['https://shop.example/a?b=c', 'https://shop.example/a?b=c'],
  ['https://Shop.Example/a', 'https://Shop.Example/a'],
  ['https://bank.example@trap.example/', 'trap.example\n\nhttps://bank.example@trap.example/'],
  [`https://${long}@trap.example/`, `trap.example\n\nhttps://${long}`.slice(0, mostShown + 14)],
  ['https://b\u0430nk.example/', 'xn--bnk-6cd.example\n\nhttps://b\u0430nk.example/'],
])('says which host is asked (%#)', (url, shown) => {
  expect(shownAddress(url)).toBe(shown);
});
