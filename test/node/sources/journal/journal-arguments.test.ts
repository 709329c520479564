import { writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  filterArguments,
  isEmpty,
  microSpan,
  placeArguments,
  spanArguments,
} from '../../../../src/node/sources/journal/journal-arguments';
import { temporaryFolder } from '../../temporary-folder';

const folder = temporaryFolder();
const file = join(folder, 'system.journal');
writeFileSync(file, '');
const all = {
  kind: 'journal',
  units: [],
  priority: null,
  boot: null,
  from: null,
  until: null,
  limit: null,
} as const;

test.each([
  ['this machine', null, []],
  ['a file', file, [`--file=${file}`]],
  ['a file by a relative path', relative('', file), [`--file=${file}`]],
  ['a folder', folder, [`--directory=${folder}`]],
])('the place of %s', async (_, path, expected) => {
  expect(await placeArguments({ path })).toEqual(expected);
});

test('a place that is not there is refused', async () => {
  await expect(placeArguments({ path: join(folder, 'none') })).rejects.toMatchObject({ code: 'missing' });
});

test.each([
  [{}, []],
  [{ units: ['shop.service', '-odd'] }, ['--unit=shop.service', '--unit=-odd']],
  [{ priority: 0, boot: '-1' }, ['--priority=0', '--boot=-1']],
])('what is asked for in %j', (query, expected) => {
  expect(filterArguments({ ...all, ...query })).toEqual(expected);
});

const span = (from: string | null, until: string | null) => spanArguments(microSpan({ from, until }));

test.each([
  ['all', null, null, []],
  ['whole microseconds', '5001000', '9000000', ['--since=@0.005001', '--until=@0.008999']],
  [
    'parts of them',
    '1772359200000000001',
    '1772359200000002001',
    ['--since=@1772359200.000001', '--until=@1772359200.000002'],
  ],
])('a span of %s', (_, from, until, expected) => {
  expect(span(from, until)).toEqual(expected);
});

const moment = fc.bigInt({ min: 0n, max: 9_000n });

test('an entry is asked for when its time is in the span, and only then', () => {
  fc.assert(
    fc.property(moment, moment, fc.bigInt({ min: 0n, max: 9n }), (from, until, micros) => {
      const asked = microSpan({ from: String(from), until: String(until) });
      const isAsked = micros >= (asked.from ?? 0n) && micros <= (asked.until ?? 0n);
      expect(!isEmpty(asked) && isAsked).toBe(micros * 1000n >= from && micros * 1000n < until);
    }),
  );
});
