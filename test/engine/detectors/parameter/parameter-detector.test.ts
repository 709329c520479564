import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../../src/engine/model/seeded-random';
import { reasonsOf } from '../reasons-of';

const clock = (i: number) => `2026-04-02T10:${pad(Math.floor(i / 60) % 60)}:${pad(i % 60)}Z`;
const pad = (number: number) => String(number).padStart(2, '0');

/** `count` lines; those named are written otherwise. */
function lines(count: number, line: (i: number) => string, others: Record<number, string> = {}): string[] {
  return Array.from({ length: count }, (_, i) => others[i] ?? line(i));
}

const random = seededRandom(7);
const draws = Array.from({ length: 4000 }, () => random());
/** A time of answering as services have it: some are ten times as slow as most. */
const logNormal = (i: number) => {
  const normal =
    Math.sqrt(-2 * Math.log(draws[(2 * i) % 4000])) * Math.cos(2 * Math.PI * draws[(2 * i + 1) % 4000]);
  return Math.round(40 * Math.exp(0.5 * normal));
};
/** A power law: the largest of a thousand is a hundred times the median. */
const pareto = (i: number) => Math.round(10 / draws[i % 4000] ** (2 / 3));
const even = (i: number, from: number, to: number) => Math.floor(from + draws[i % 4000] * (to - from));

interface Case {
  readonly name: string;
  readonly log: readonly string[];
  readonly baseline?: readonly string[];
  /** By line, what must be said there; nothing anywhere else. */
  readonly said: Record<number, RegExp>;
}

const served = (i: number, status: number) =>
  `time=${clock(i)} level=info msg="request served" path=/carts status=${status} ms=${even(i, 12, 90)}`;
const took = (i: number, ms: number) => `${clock(i)} INFO [search] query answered in ${ms} ms`;
const paid = (i: number, amount: string) =>
  `${clock(i)} INFO [till] order ${9000 + i} paid, amount ${amount} EUR`;
const json = (i: number, more: object) =>
  JSON.stringify({ time: clock(i), level: 'info', msg: 'sampled', sensor: 's4', ...more });

const cases: readonly Case[] = [
  {
    name: 'one status 500 among 300 of 200',
    log: lines(301, (i) => served(i, 200), { 200: served(200, 500) }),
    said: { 201: /^`status` is `500`, in 300 other records always `200`$/ },
  },
  {
    name: 'an amount of a million where ten is usual',
    log: lines(301, (i) => paid(i, '10'), { 120: paid(120, '1000000') }),
    said: { 121: /^`amount` is `1000000`, in 300 other records always `10`$/ },
  },
  {
    name: 'a duration a hundred times all others',
    log: lines(300, (i) => took(i, logNormal(i)), { 250: took(250, 28_410) }),
    said: { 251: /^`in` is 28410 ms, usually \d+ ms to \d+ ms \(median \d+ ms\) over 300 records$/ },
  },
  { name: 'slow answers of a usual kind', log: lines(900, (i) => took(i, logNormal(i))), said: {} },
  { name: 'a power law’s large values', log: lines(900, (i) => took(i, pareto(i))), said: {} },
  {
    name: 'a temperature far below all others',
    log: lines(300, (i) => json(i, { celsius: even(i, 190, 240) / 10 }), {
      200: json(200, { celsius: -41.5 }),
    }),
    said: { 201: /^`celsius` is -41.5, usually / },
  },
  {
    name: 'a setting that changes for good: where it first does',
    log: lines(400, (i) => json(i, { mode: i < 250 ? 'primary' : 'standby' })),
    said: { 251: /^`mode` is `standby`, in 250 other records always `primary`$/ },
  },
  { name: 'ids, which never come twice', log: lines(400, (i) => json(i, { id: `x${i * 7919}` })), said: {} },
  {
    name: 'names, of which new ones keep coming',
    log: lines(400, (i) => json(i, { user: `u${Math.floor(Math.sqrt(i * 40))}` })),
    said: {},
  },
  {
    name: 'answers that become slow together, none of them far enough alone',
    log: lines(400, (i) => took(i, i >= 300 && i < 312 ? 900 + i : even(i, 30, 60))),
    said: { 301: /^`in` is 1200 ms, usually / },
  },
  {
    name: 'a second level that comes again and again',
    log: lines(600, (i) => took(i, i % 20 === 3 ? 900 + even(i, 0, 50) : even(i, 30, 60))),
    said: {},
  },
  {
    name: 'what the baseline never had',
    log: lines(40, (i) => json(i, { region: i === 30 ? 'moon' : 'north' })),
    baseline: lines(400, (i) => json(i, { region: i % 2 === 0 ? 'north' : 'south' })),
    said: { 31: /^`region` is `moon`, among / },
  },
  {
    name: 'numbers no computer holds, text for numbers, and ten megabytes of digits',
    log: lines(200, (i) => json(i, { load: even(i, 1, 9) }), {
      50: json(50, { load: 'NaN' }),
      60: `{"time":"${clock(60)}","level":"info","msg":"sampled","sensor":"s4","load":1e999}`,
      70: json(70, { load: '9'.repeat(60_000) }),
    }),
    said: {},
  },
  {
    name: 'the same without times',
    log: lines(301, (i) => `level=info service=till method=PUT status=${i === 99 ? 500 : 200}`),
    said: { 100: /^`status` is `500`, in 300 other records always `200`$/ },
  },
];

describe('values far from their history', () => {
  it.each(cases)('$name', ({ log, baseline, said }) => {
    const found = reasonsOf('parameter', { log, ...(baseline && { baseline }) }).said;
    expect(found.map(({ line }) => line)).toEqual(Object.keys(said).map(Number));
    for (const { line, text } of found) expect(text).toMatch(said[line]);
  });

  it('says that there are none', () => {
    const { notJudged } = reasonsOf('parameter', { log: lines(100, () => 'tick') });
    expect(notJudged).toContain('no values in its lines, so there was nothing to compare');
  });
});
