import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finish } from '../log-builder';
import { textsOf } from '../source-texts';
import { contrastIn, every, jsonLog, type Line, minutes, named, ns, sessionOf, startMs } from './asked';

/** Four hours in which a desk hands out keys, on three hosts in turn. */
const hosts = ['web-1', 'web-2', 'web-3'];
const desk = every(2_000, 0, 240, (i) => ({
  host: hosts[(i * 7 + (i >> 3)) % 3],
  text: i % 3 === 0 ? `Key ${i} handed out` : `Guest ${i} asked for a towel`,
}));
const focus = minutes(100, 110);

interface Case {
  readonly name: string;
  readonly more?: readonly Line[];
  /** Left out of the desk's own records. */
  readonly without?: (line: Line) => boolean;
  readonly expected: readonly string[];
}

const within = ({ at }: Line) => at >= 100 * 60_000 && at < 110 * 60_000;

const cases: readonly Case[] = [
  { name: 'nothing of what is as ever', expected: [] },
  {
    name: 'what is new and comes often, and neither its level nor its component again',
    more: every(5_000, 101, 109, (i) => ({
      ...{ level: 'error', service: 'lift', host: hosts[i % 3] },
      text: `Lift ${i} stands still`,
    })),
    expected: ['over template Lift <number> stands still'],
  },
  {
    name: 'not what is new and came a few times',
    more: every(120_000, 101, 109, () => ({ text: 'The window cleaner has come' })),
    expected: [],
  },
  {
    name: 'which host something new comes from, where others could have written it',
    more: every(5_000, 101, 109, (i) => ({
      ...{ level: 'error', host: 'web-2' },
      text: `Lift ${i} stands still`,
    })),
    expected: [
      'over template Lift <number> stands still',
      'over host host = web-2, of Lift <number> stands still',
    ],
  },
  {
    name: 'not what came as often elsewhere, again and again',
    more: [20, 60, 101, 150, 190, 210].flatMap((start) =>
      every(5_000, start, start + 8, (i) => ({ host: hosts[i % 3], text: `Bed ${i} is made` })),
    ),
    expected: [],
  },
  {
    name: 'what is gone',
    without: (line) => within(line) && line.text.startsWith('Key'),
    expected: ['under template Key <number> handed out'],
  },
];

describe('a part of a log against the rest of it', () => {
  it.each(cases)('names $name', ({ more = [], without = () => false, expected }) => {
    const log = jsonLog([...desk.filter((line) => !without(line)), ...more]);
    expect(named(contrastIn(log, { focus }))).toEqual(expected);
  });
});

describe('what a contrast tells', () => {
  const errors = every(5_000, 101, 109, (i) => ({ level: 'error', text: `Lift ${i} stands still` }));
  const log = jsonLog([...desk, ...errors]);
  const [lift] = contrastIn(log, { focus }).contrasts;

  it('has counts, a ratio where there is one, and a chance', () => {
    expect(lift).toMatchObject({ focusCount: 96, againstCount: 0, ratio: null, direction: 'over' });
    expect(lift.focusOf + lift.againstOf).toBe(desk.length + errors.length);
    expect(lift.interval[0]).toBeGreaterThan(1.5);
    expect(lift.interval[1]).toBeNull();
    expect(lift.chance).toBeLessThan(0.01);
  });

  it('points at its first line, and shows its lines alone', () => {
    const lines = log.split('\n');
    expect(lift.line).toBe(lines.findIndex((line) => line.includes('stands still')));
    expect(lift.filter).toMatchObject({ kind: 'template', title: 'Lift <number> stands still' });
  });

  it('is the same of another window, where that has none of it', () => {
    const against = minutes(0, 90);
    const found = contrastIn(log, { focus, against });
    expect(named(found)).toContain('over template Lift <number> stands still');
    expect(found.againstRecords).toBe(2_701);
  });
});

describe('what is in focus', () => {
  const log = jsonLog(desk);
  const at = (i: number) => ns(startMs + desk[i].at);

  it.each([
    ['both bounds', { from: at(100), until: at(200) }, 101],
    ['no nanosecond before', { from: at(100) + 1n, until: at(200) }, 100],
    ['none behind', { from: at(100), until: at(200) - 1n }, 100],
    ['all up to an end', { from: null, until: at(99) }, 100],
    ['the last ten minutes', { from: { beforeEnd: 600_000_000_000n }, until: null }, 301],
  ])('has %s', (_, window, expected) => {
    const { focusRecords, againstRecords } = contrastIn(log, { focus: window });
    expect(focusRecords).toBe(expected);
    expect(againstRecords).toBe(desk.length - expected);
  });

  it('moves with the clocks of a merge', () => {
    const clockOffsets = [0, 3_600_000];
    const { focusRecords } = contrastIn([log, log], { focus: minutes(0, 60), clockOffsets });
    // The second log begins when the hour is over: one record of it has just that time.
    expect(focusRecords).toBe(1_801 + 1);
  });
});

describe('where nothing can be compared', () => {
  it.each([
    ['all is in focus', jsonLog(desk), { from: null, until: null }, /nothing to compare with/],
    ['no record is', jsonLog(desk), minutes(9_000, 9_100), /no records in the range/],
    ['there are no times', 'one\ntwo\nthree\n', minutes(0, 1), /no records in the range/],
    ['little stands beside it', jsonLog(desk.slice(0, 12)), minutes(0, 0.3), /too little outside/],
    ['the log is empty', '', minutes(0, 1), /no records in the range/],
  ])('it says that %s', (_, log, window, expected) => {
    const { contrasts, notJudged } = contrastIn(log, { focus: window });
    expect(contrasts).toEqual([]);
    expect(notJudged.map(({ pattern }) => pattern).join()).toMatch(expected);
  });
});

describe('without a look at values', () => {
  const errors = every(5_000, 101, 109, () => ({ level: 'error', host: 'web-2', text: 'No light' }));
  const log = jsonLog([...desk, ...errors]);

  it('templates are the same, and no text is read', () => {
    const session = sessionOf(log);
    const unread = { read: () => expect.unreachable('the text was read') };
    const asked = { focus, against: null, values: 'none' as const, limit: 20 };
    const found = finish(session.contrasts.contrast(asked, unread));
    expect(named(found)).toEqual(['over template No light']);
  });

  it('yields now and then, so that it can be cancelled', () => {
    const steps = sessionOf(log).contrasts.contrast(
      { focus, against: null, values: 'exact', limit: 20 },
      textsOf(log),
    );
    expect(steps.next().done).toBe(false);
  });
});

describe('a log that may hold anything', () => {
  it('is compared without an error, and text shown has no control characters', () => {
    const bytes = fc.uint8Array({ maxLength: 40 }).map((own) => Buffer.from(own).toString('latin1'));
    const hostile = fc.oneof(
      bytes,
      fc.constant('</script>\u0000\u001b[31m\u202e'),
      fc.string({ maxLength: 30 }),
    );
    fc.assert(
      fc.property(
        fc.array(hostile, { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 0, max: 100 }),
        (words, from) => {
          const odd = every(20_000, 0, 120, (i) => ({ text: words[i % words.length] }));
          const often = every(1_000, from, from + 5, () => ({ level: 'error', text: words[0] }));
          const { contrasts } = contrastIn(jsonLog([...odd, ...often]), { focus: minutes(from, from + 5) });
          for (const { value } of contrasts) expect([...value].filter((sign) => sign < ' ')).toEqual([]);
        },
      ),
      { numRuns: 25 },
    );
  });
});
