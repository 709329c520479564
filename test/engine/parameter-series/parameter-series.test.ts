import { describe, expect, it } from 'vitest';
import type { TemplateId } from '../../../src/engine/model/units';
import type {
  ParameterQuestion,
  ParameterShape,
} from '../../../src/engine/parameter-series/parameter-series';
import { Session } from '../../../src/engine/session';
import { finish } from '../log-builder';
import { textsOf } from '../source-texts';

const referenceSeconds = Date.UTC(2026, 10, 21) / 1000;
const pad = (number: number) => String(number).padStart(2, '0');
const clock = (second: number) =>
  `2026-04-02T${pad(6 + Math.floor(second / 3600))}:${pad(Math.floor(second / 60) % 60)}:${pad(second % 60)}Z`;
const nanoseconds = (second: number) => BigInt(Date.parse(clock(second))) * 1_000_000n;
const other = (second: number) => `${clock(second)} INFO gulls were counted`;

interface Read {
  readonly session: Session;
  readonly template: TemplateId;
  series(question?: Partial<ParameterQuestion>): ParameterShape;
}

/** `words`: what the template that is asked about begins with. */
function read(words: string, ...logs: readonly (readonly string[])[]): Read {
  const session = new Session();
  const texts = logs.map((lines) => `${lines.join('\n')}\n`);
  for (const text of texts) {
    session.openSource({ path: 'app.log', role: 'log', referenceSeconds });
    session.push(new TextEncoder().encode(text));
    session.closeSource();
  }
  const found = finish(session.mineTemplates()).find(({ pattern }) => pattern.startsWith(words));
  if (found === undefined) throw new Error(`no template begins with ${words}`);
  const window = { from: null, until: null, clockOffsets: [] };
  const usual = { template: found.id, parameter: 0, bins: 10, window };
  const series = (question: Partial<ParameterQuestion> = {}) =>
    finish(session.lanes.parameterSeries({ ...usual, ...question }, textsOf(...texts)));
  return { session, template: found.id, series };
}

const list = (numbers: Float64Array | Uint32Array | undefined) => [...(numbers ?? [])];

describe('numbers over time', () => {
  const lines = [0, 0, 0, 1, 3, 3].map(
    (second, i) => `${clock(second)} INFO haul took ${[7, 3, 5, 9, 4, 8][i]} turns`,
  );
  lines.splice(2, 0, other(0));

  it('have quantiles in each bin, and the line of the highest', () => {
    const { type, records, lookedAt, numbers } = read('haul', lines).series();
    expect({ type, records, lookedAt }).toEqual({ type: 'number', records: 6, lookedAt: 6 });
    expect(numbers?.bins).toEqual({ from: nanoseconds(0), width: 500_000_000n, count: 7 });
    expect(list(numbers?.count)).toEqual([3, 0, 1, 0, 0, 0, 2]);
    expect(list(numbers?.min)).toEqual([3, Number.NaN, 9, Number.NaN, Number.NaN, Number.NaN, 4]);
    expect(list(numbers?.p50)).toEqual([5, Number.NaN, 9, Number.NaN, Number.NaN, Number.NaN, 4]);
    expect(list(numbers?.p90)).toEqual([7, Number.NaN, 9, Number.NaN, Number.NaN, Number.NaN, 8]);
    expect(list(numbers?.max)).toEqual([7, Number.NaN, 9, Number.NaN, Number.NaN, Number.NaN, 8]);
    expect(list(numbers?.lineOfMax)).toEqual([0, 0, 4, 0, 0, 0, 6]);
  });

  it('are those of the window', () => {
    const window = { from: nanoseconds(1), until: nanoseconds(2), clockOffsets: [] };
    const { records, numbers, top } = read('haul', lines).series({ window });
    expect(records).toBe(1);
    expect(list(numbers?.max)).toEqual([9]);
    expect(top).toEqual([{ value: '9', count: 1, line: 4 }]);
  });

  it('of several logs stand where their clocks were set right', () => {
    const late = [`${clock(60)} INFO haul took 2 turns`, `${clock(60)} INFO haul took 1 turns`];
    const window = { from: null, until: null, clockOffsets: [0, -57_000] };
    const { numbers } = read('haul', lines, late).series({ window });
    expect(list(numbers?.count)).toEqual([3, 0, 1, 0, 0, 0, 4]);
  });

  it('without times go by their order', () => {
    const untimed = Array.from({ length: 30 }, (_, i) => `haul took ${i} turns`);
    const { numbers } = read('haul', untimed).series({ bins: 3 });
    expect(numbers?.bins).toBeUndefined();
    expect(list(numbers?.max)).toEqual([9, 19, 29]);
    expect(list(numbers?.lineOfMax)).toEqual([9, 19, 29]);
  });

  it('are folded to one unit', () => {
    const timed = ['80ms', '2s', '500us'].map((took, i) => `${clock(i)} INFO winch ran for ${took} at once`);
    const { numbers } = read('winch', timed).series({ bins: 1 });
    expect(numbers?.unit).toBe('s');
    expect([numbers?.min[0], numbers?.p50[0], numbers?.max[0]]).toEqual([0.0005, 0.08, 2]);
  });

  it.each([
    ['one record', [0]],
    ['twenty years', [0, 631_152_000]],
  ])('of %s are drawn', (_, seconds) => {
    const times = seconds.map((second) => new Date(Date.parse(clock(0)) + second * 1000).toISOString());
    const { numbers } = read(
      'haul',
      times.map((time) => `${time} INFO haul took 7 turns`),
    ).series({ bins: 2 });
    expect(list(numbers?.count).reduce((sum, count) => sum + count, 0)).toBe(seconds.length);
  });

  it('of many records are of 20,000 evenly spread, and quantiles are values that occur', () => {
    const value = (i: number) => (i * 7919) % 1013;
    const many = Array.from(
      { length: 25_000 },
      (_, i) => `${clock(Math.floor(i / 10))} INFO haul took ${value(i)} turns`,
    );
    const { records, lookedAt, numbers } = read('haul', many).series({ bins: 400 });
    expect({ records, lookedAt }).toEqual({ records: 25_000, lookedAt: 20_000 });
    const counts = list(numbers?.count);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(20_000);
    expect(numbers?.bins?.width).toBe(10_000_000_000n);
    for (const [bin, count] of counts.slice(0, -1).entries()) {
      expect(count).toBe(80);
      const own = [...many.keys()].filter((i) => Math.floor(i / 100) === bin);
      const values = new Set(own.map(value));
      for (const quantile of ['min', 'p50', 'p90', 'max'] as const)
        expect(values.has(numbers?.[quantile][bin] ?? -1)).toBe(true);
      const line = numbers?.lineOfMax[bin] ?? 0;
      expect(value(line)).toBe(numbers?.max[bin]);
    }
  });
});

describe('values that are no numbers of one kind', () => {
  it('are counted, the commonest first, each with its first line', () => {
    const names = ['ash', 'oak', 'oak', 'fir', 'oak', 'fir', 'yew-1', 'elm-2', 'box-3'];
    const lines = names.map((name, i) => `${clock(i)} INFO plank of "${name}" was sawn`);
    const { numbers, top, distinct } = read('plank', lines).series();
    expect(numbers).toBeUndefined();
    expect(distinct).toBe(6);
    expect(top.slice(0, 3)).toEqual([
      { value: expect.stringContaining('oak'), count: 3, line: 1 },
      { value: expect.stringContaining('fir'), count: 2, line: 3 },
      { value: expect.stringContaining('ash'), count: 1, line: 0 },
    ]);
  });

  it.each([
    ['seconds beside bytes', ['5s', '5MB']],
    ['more than a number can hold', ['5', '1e999']],
  ])('are %s', (_, values) => {
    const lines = values.map((value, i) => `${clock(i)} INFO load size=${value} came`);
    const { numbers, top } = read('load', lines).series();
    expect(numbers).toBeUndefined();
    expect(top).toHaveLength(2);
  });

  it('are safe to show', () => {
    const paths = ['/quay/\u202edlog', '/quay/c'];
    const lines = paths.map((path, i) => `${clock(i)} INFO box at ${path} was shut`);
    const { top } = read('box at <', lines).series();
    expect(top.map(({ value }) => value)).toEqual(['/quay/dlog', '/quay/c']);
  });
});

it('a parameter the template does not have is refused', () => {
  const { series } = read('haul', [
    `${clock(0)} INFO haul took 7 turns`,
    `${clock(1)} INFO haul took 8 turns`,
  ]);
  expect(() => series({ parameter: 4 })).toThrow(RangeError);
});
