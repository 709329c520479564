import { describe, expect, it } from 'vitest';
import { Session } from '../../../src/engine/session';
import type { TemplateCounts } from '../../../src/engine/shape/template-counts';
import { templateCounts } from '../../../src/engine/shape/template-counts';
import type { TimeWindow } from '../../../src/engine/shape/time-window';
import { finish } from '../log-builder';
import { textsOf } from '../source-texts';
import { indexOf, minedOf, someTime, timedTable } from './timed-table';

const whole: TimeWindow = { from: null, until: null, clockOffsets: [] };
const referenceSeconds = Date.UTC(2026, 10, 22) / 1000;
const bytesOf = (text: string) => new TextEncoder().encode(text);

function open(text: string): Session {
  const session = new Session();
  session.openSource({ path: 'harbour.log', role: 'log', referenceSeconds });
  session.push(bytesOf(text));
  session.closeSource();
  return session;
}

const total = (counts: Iterable<number>) => [...counts].reduce((sum, count) => sum + count, 0);
const line = (time: string, what: string) => `${time} INFO [quay] ${what}\n`;

describe('logs nobody expects have a shape', () => {
  const cases: { name: string; text: string; records: number; bins: number; untimed: number }[] = [
    { name: 'one record', text: line('2026-03-04T05:06:07Z', 'gate opens'), records: 1, bins: 1, untimed: 0 },
    {
      name: 'all at one nanosecond',
      text: line('2026-03-04T05:06:07.123456789Z', 'gate opens').repeat(50),
      records: 50,
      bins: 1,
      untimed: 0,
    },
    {
      name: 'twenty years',
      text: line('2006-03-04T05:06:07Z', 'gate opens') + line('2026-03-04T05:06:07Z', 'gate shuts'),
      records: 2,
      bins: 262,
      untimed: 0,
    },
    {
      name: 'one that goes back in time',
      text: line('2026-03-04T05:06:07Z', 'a') + line('2026-03-04T05:06:03Z', 'b'),
      records: 2,
      bins: 201,
      untimed: 0,
    },
  ];
  it.each(cases)('$name', ({ text, records, bins, untimed }) => {
    const timeline = finish(open(text).shape.timeline(whole, 300));
    expect(timeline).toMatchObject({ records, untimed, silences: [] });
    expect(timeline?.bins.count).toBe(bins);
    expect(total(timeline?.counts ?? [])).toBe(records);
  });

  it.each([
    { name: 'none at all', text: '' },
    { name: 'no times', text: 'gate opens\ngate shuts\n' },
  ])('$name', ({ text }) => {
    const { shape } = open(text);
    expect(finish(shape.timeline(whole, 300))).toBeUndefined();
    expect(finish(shape.templateSeries([], whole, 60)).bins).toBeUndefined();
    const { records, counts } = finish(shape.templateCounts(whole));
    expect(total(counts)).toBe(records);
  });

  it('fifty thousand templates', () => {
    const kinds = 50_000;
    const records = timedTable([
      { rows: Array.from({ length: kinds }, (_, signature) => ({ at: someTime, signature })) },
    ]);
    const counted: TemplateCounts = finish(templateCounts(records, indexOf(records), minedOf(kinds), whole));
    expect([counted.ids.length, counted.records, total(counted.counts)]).toEqual([kinds, kinds, kinds]);
  });
});

describe('the shape of a session', () => {
  const first = line('2026-03-04T05:06:07Z', 'gate opens') + line('2026-03-04T05:06:08Z', 'gate shuts');
  const second = line('2026-03-04T05:06:09Z', 'gate opens');

  it('is of what was read, also when that is read on', () => {
    const session = open(first);
    const before = session.shape.reads;
    expect(finish(session.shape.timeline(whole, 9))?.records).toBe(2);
    expect(session.continueSource(referenceSeconds)).toBe(true);
    session.push(bytesOf(second));
    session.closeSource();
    expect(session.shape.reads).toBeGreaterThan(before);
    expect(finish(session.shape.timeline(whole, 9))?.records).toBe(3);
    expect(finish(session.shape.templateCounts(whole)).records).toBe(3);
  });

  it('leaves baselines out', () => {
    const session = open(first);
    session.openSource({ path: 'good.log', role: 'baseline', referenceSeconds });
    session.push(bytesOf(second.repeat(9)));
    session.closeSource();
    expect(finish(session.shape.timeline(whole, 9))?.records).toBe(2);
    expect(finish(session.shape.templateCounts(whole)).records).toBe(2);
    finish(session.analyse(textsOf(bytesOf(first), bytesOf(second.repeat(9)))));
    expect(finish(session.shape.scores(whole)).records).toBe(2);
  });

  it('has scores only where it was judged', () => {
    expect(() => finish(open(first).shape.scores(whole))).toThrow('without an analysis');
  });

  it('gives no more bins and templates than it may', () => {
    const { shape } = open(line('2026-03-04T05:06:07Z', 'a') + line('2026-03-05T05:06:07Z', 'b'));
    expect(finish(shape.timeline(whole, 1e9))?.bins.count).toBeLessThanOrEqual(2000);
    const asked = new Array(300).fill(0) as never[];
    const { bins, counts } = finish(shape.templateSeries(asked, whole, 1e9));
    expect(bins?.count).toBeLessThanOrEqual(200);
    expect(counts).toHaveLength(200 * (bins?.count ?? 0));
  });
});
