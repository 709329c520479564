import { expect, test } from 'vitest';
import { toldIds } from '../../../src/engine/tools/told-ids';

const lines = [
  'ERROR login failed user=qorvane from 203.0.113.77 request 6f2a91c0',
  'ERROR session 6f1e-alice.miller@corp.example expired',
];

test.each([
  ['an account that only the word before it tells', 'qorvane', false],
  ['a part of an address', '6f1e-alice', false],
  ['an id that hides nothing', '6f2a91c0', true],
  ['what is hidden by itself, too', '203.0.113.77', true],
  ['what stands in other lines', 'b81c0d', true],
])('%s', (_, id, isTold) => {
  expect(toldIds([id], lines)).toEqual(isTold ? [id] : []);
});
