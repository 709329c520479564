import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FindingMarks, IncidentCard } from '../../../src/protocol/dashboard';
import type { Timeline } from '../../../src/protocol/log-shape';
import { levelNames } from '../../../webview/dashboard/terms';
import { barRects } from '../../../webview/dashboard/timeline/bar-rects';
import { countScale, shortCount } from '../../../webview/dashboard/timeline/count-scale';
import { incidentBars, incidentStretch, laneCount } from '../../../webview/dashboard/timeline/incident-lanes';
import { groupAt, markGroups, marksWithin, slotWidth } from '../../../webview/dashboard/timeline/mark-groups';
import {
  momentAt,
  panned,
  rangeOf,
  type Stretch,
  shareOf,
  stretchOf,
  widthOf,
  within,
  zoomed,
} from '../../../webview/dashboard/timeline/stretch';
import { timeTicks } from '../../../webview/dashboard/timeline/time-ticks';
import { isUneven, Volume } from '../../../webview/dashboard/timeline/volume';
import { barWords, stretchText, timelineSentence } from '../../../webview/dashboard/timeline/words';
import { TimelineWindow } from '../../../webview/dashboard/timeline-window';

const second = 1_000_000_000n;
const at = (text: string) => BigInt(Date.parse(`${text}Z`)) * 1_000_000n;
const morning: Stretch = { from: at('2026-03-14T08:00:00'), until: at('2026-03-14T12:00:00') };
const decades: Stretch = { from: at('2006-01-01T00:00:00'), until: at('2026-01-01T00:00:00') };

/** Counts by the names of levels, a number a bar. */
function volumeOf(
  levels: Partial<Record<(typeof levelNames)[number], readonly number[]>>,
  { from = morning.from, width = 60n * second, untimed = 0 } = {},
): Volume {
  const count = Math.max(...Object.values(levels).map((bars) => bars.length));
  const counts = new Uint32Array(levelNames.length * count);
  for (const [level, name] of levelNames.entries()) counts.set(levels[name] ?? [], level * count);
  const timeline: Timeline = {
    first: String(from),
    last: String(from + width * BigInt(count) - 1n),
    bins: { from: String(from), width: String(width), count },
    counts,
    records: counts.reduce((sum, one) => sum + one, 0),
    untimed,
    silences: [],
  };
  return new Volume(timeline);
}

const stretches = fc
  .tuple(fc.bigInt({ min: 0n, max: 10n ** 18n }), fc.bigInt({ min: 20_000n, max: 10n ** 18n }))
  .map(([from, width]) => ({ from, until: from + width }));
const shares = fc.double({ min: 0, max: 1, noNaN: true });

describe('the stretch of time a chart draws', () => {
  test('stays within the log and keeps its width, however it is zoomed and panned', () => {
    fc.assert(
      fc.property(
        stretches,
        fc.array(fc.tuple(shares, fc.double({ min: 0.05, max: 20, noNaN: true }), shares), { maxLength: 8 }),
        (all, steps) => {
          let view: Stretch = all;
          for (const [share, factor, by] of steps) {
            view = zoomed(view, all, share, factor) ?? all;
            const moved = panned(view, all, by - 0.5);
            expect(widthOf(moved)).toBe(widthOf(view));
            view = moved;
            expect(view.from >= all.from && view.until <= all.until && view.until > view.from).toBe(true);
          }
        },
      ),
    );
  });

  test('keeps what is under the pointer where it is', () => {
    const point = momentAt(morning, 0.3);
    const view = zoomed(morning, morning, 0.3, 0.5);
    expect(view && shareOf(view, point)).toBeCloseTo(0.3, 5);
  });

  const zooms: readonly [what: string, all: Stretch, factor: number, width: bigint | null][] = [
    ['in by half', morning, 0.5, 2n * 3600n * second],
    ['out of all of it: all of it', morning, 1.1, null],
    ['no narrower than marks are exact', { from: 0n, until: 40_000n }, 0.01, 10_000n],
    ['into a log of one nanosecond: all of it', { from: 5n, until: 6n }, 0.5, null],
  ];
  test.each(zooms)('zooms %s', (_, all, factor, width) => {
    const view = zoomed(all, all, 0.5, factor);
    expect(view && widthOf(view)).toBe(width);
  });

  test('is told to the host with both ends included, and open ends are those of the log', () => {
    expect(rangeOf({ from: 10n, until: 20n })).toEqual({ from: '10', until: '19' });
    expect(stretchOf({ from: null, until: '19' }, { from: 3n, until: 90n })).toEqual({
      from: 3n,
      until: 20n,
    });
  });

  const grown: readonly [what: string, view: Stretch | null, after: Stretch | null][] = [
    ['all of the log stays all of it', null, null],
    ['its end stays its end', { from: 60n, until: 100n }, { from: 160n, until: 200n }],
    ['another stretch stays where it is', { from: 20n, until: 60n }, { from: 20n, until: 60n }],
  ];
  test.each(grown)('of a log that grows: %s', (_, view, after) => {
    const window = new TimelineWindow();
    window.setView(view);
    window.grown({ from: 0n, until: 100n }, { from: 0n, until: 200n });
    expect(window.view).toEqual(after);
  });

  test('is told once where it does not change', () => {
    const window = new TimelineWindow();
    const told: string[] = [];
    window.onChange((changed) => told.push(changed));
    for (const _ of [1, 2]) {
      window.setView({ from: 1n, until: 2n });
      window.setCursor(7n);
      window.setHighlight({ from: 3n, until: 4n });
    }
    expect(told).toEqual(['view', 'cursor', 'highlight']);
  });
});

describe('the axis of time', () => {
  const cases: readonly [what: string, stretch: Stretch, zone: string, labels: readonly string[]][] = [
    ['hours', morning, 'UTC', ['08:00\n2026-03-14', '09:00', '10:00', '11:00']],
    ['hours of a zone', morning, 'Asia/Kolkata', ['14:00\n2026-03-14', '15:00', '16:00', '17:00']],
    [
      'over midnight',
      { from: at('2026-03-14T22:00:00'), until: at('2026-03-15T02:00:00') },
      'UTC',
      ['22:00\n2026-03-14', '23:00', '00:00\n2026-03-15', '01:00'],
    ],
    [
      'milliseconds',
      { from: morning.from, until: morning.from + 4_000_000n },
      'written',
      ['08:00:00.000\n2026-03-14', '08:00:00.001', '08:00:00.002', '08:00:00.003'],
    ],
    ['twenty years', decades, 'UTC', ['2010', '2015', '2020', '2025']],
    [
      'months',
      { from: at('2026-01-15T00:00:00'), until: at('2026-05-10T00:00:00') },
      'UTC',
      ['2026-02', '2026-03', '2026-04', '2026-05'],
    ],
  ];
  test.each(cases)('is labelled by a clock: %s', (_, stretch, zone, labels) => {
    const shown = timeTicks(stretch, zone, 4).map(({ label }) => label);
    expect(shown).toEqual(labels);
  });

  test('has few marks, in order and within', () => {
    fc.assert(
      fc.property(stretches, fc.integer({ min: 2, max: 20 }), (stretch, most) => {
        const ticks = timeTicks(stretch, 'UTC', most).map((tick) => tick.at);
        expect(ticks.length).toBeLessThanOrEqual(most + 1);
        expect(ticks.every((tick) => tick >= stretch.from && tick < stretch.until)).toBe(true);
        expect([...ticks].sort((a, b) => (a < b ? -1 : 1))).toEqual(ticks);
      }),
    );
  });

  test('has none for a time no calendar holds', () => {
    expect(timeTicks({ from: 10n ** 25n, until: 10n ** 25n + 10n ** 15n }, 'UTC', 5)).toEqual([]);
  });
});

describe('volume by level', () => {
  const volume = volumeOf({ info: [10, 0, 5], error: [1, 0, 2], fatal: [0, 0, 1] });

  test('stacks the worst level at the foot', () => {
    expect(volume.levels.map((level) => levelNames[level])).toEqual(['fatal', 'error', 'info']);
    expect(volume.tops.map((top) => [...top])).toEqual([
      [0, 0, 1],
      [1, 0, 3],
      [11, 0, 8],
    ]);
  });

  test('knows the bar of a moment, and the nearest of one outside', () => {
    const bars = [-1n, 0n, 59n, 60n, 179n, 500n].map((s) => volume.binAt(morning.from + s * second));
    expect(bars).toEqual([0, 0, 0, 1, 2, 2]);
  });

  test('snaps a stretch to whole bars and counts what is in them', () => {
    const snapped = volume.snapped({
      from: morning.from + 70n * second,
      until: morning.from + 130n * second,
    });
    expect(snapped).toEqual(volume.stretchOf(1, 3));
    expect(volume.recordsIn(snapped)).toBe(8);
  });

  test('is uneven where bars differ more than a thousandfold; empty ones do not count', () => {
    expect(isUneven(volumeOf({ info: [1, 0, 1001] }))).toBe(true);
    expect(isUneven(volumeOf({ info: [2, 0, 1001] }))).toBe(false);
    expect(isUneven(volumeOf({ info: [0, 0] }))).toBe(false);
  });

  test('a single record beside a million is still a pixel high', () => {
    const tall = volumeOf({ info: [1_000_000], fatal: [1] });
    const places = { x: (s: number) => s, y: (height: number) => 150 - height / 10_000, pixel: 1 };
    const [, top, , height] = barRects(tall, 0, countScale(tall.most, false), places);
    expect([top, height]).toEqual([149, 1]);
  });
});

describe('the axis of counts', () => {
  const cases: readonly [most: number, isLogarithmic: boolean, ticks: readonly number[]][] = [
    [0, false, [0, 1]],
    [3, false, [0, 1, 2, 3]],
    [720, false, [0, 200, 400, 600]],
    [500, true, [0, 1, 10, 100]],
    [20_000, true, [0, 10, 100, 1000, 10_000]],
    [9_999_999, true, [0, 10, 1000, 100_000]],
  ];
  test.each(cases)('to %d, logarithmic %s: %j', (most, isLogarithmic, ticks) => {
    const scale = countScale(most, isLogarithmic);
    expect(scale.ticks).toEqual(ticks);
    expect(scale.heightOf(most)).toBeLessThanOrEqual(scale.top);
    expect(scale.heightOf(0)).toBe(0);
  });

  const texts: readonly [count: number, text: string][] = [
    [950, '950'],
    [1200, '1.2k'],
    [34_000_000, '34M'],
    [2_000_000_000, '2G'],
  ];
  test.each(texts)('%d is %s', (count, text) => expect(shortCount(count)).toBe(text));
});

describe('marks that lie close', () => {
  const marks = (seconds: readonly number[], severities: readonly number[]): FindingMarks => ({
    lines: Uint32Array.from(seconds, (_, i) => i * 10),
    severities: Uint8Array.from(severities),
    seconds: Float64Array.from(seconds),
    scores: new Float32Array(seconds.length),
    templates: new Uint32Array(seconds.length),
    counts: new Uint32Array(seconds.length).fill(1),
  });
  const plot = { from: 1000, seconds: 100, width: 1000 };

  test('become one, of the worst severity', () => {
    const groups = markGroups(marks([1000.1, 1000.5, 1050, Number.NaN, 2000], [1, 3, 0, 3, 3]), plot);
    expect(groups).toEqual([
      { x: expect.closeTo(3), count: 2, severity: 3, worst: 1, first: [0, 1] },
      { x: 500, count: 1, severity: 0, worst: 2, first: [2] },
    ]);
    expect(groupAt(groups, 506)?.worst).toBe(2);
    expect(groupAt(groups, 400)).toBeUndefined();
  });

  test('all with a time in view are counted, in no more groups than there is room for', () => {
    const times = fc.array(fc.double({ min: 990, max: 1110, noNaN: true }), { maxLength: 300 });
    fc.assert(
      fc.property(times, (seconds) => {
        const groups = markGroups(
          marks(
            seconds,
            seconds.map((_, i) => i % 4),
          ),
          plot,
        );
        const counted = groups.reduce((sum, { count }) => sum + count, 0);
        expect(counted).toBe(seconds.filter((time) => time >= 1000 && time <= 1100).length);
        expect(groups.length).toBeLessThanOrEqual(Math.ceil(plot.width / slotWidth) + 1);
      }),
    );
  });

  test('are counted between two moments, the first of the worst named', () => {
    expect(marksWithin(marks([1, 2, 3, 4, Number.NaN], [0, 2, 2, 3, 3]), 2, 4)).toEqual({
      count: 2,
      worst: 1,
    });
    expect(marksWithin(marks([1], [0]), 2, 4)).toEqual({ count: 0, worst: -1 });
  });
});

describe('incidents above the bars', () => {
  const card = (start: bigint | null, end: bigint | null = null) =>
    ({
      start: start === null ? null : String(start),
      end: end === null ? null : String(end),
    }) as IncidentCard;
  const minute = (minutes: number) => morning.from + BigInt(minutes) * 60n * second;

  test('those that overlap stand in rows of their own; those elsewhere and those without a time in none', () => {
    const cards = [
      card(minute(0), minute(60)),
      card(minute(30), minute(90)),
      card(minute(120), minute(180)),
      card(null),
      card(at('2027-01-01T00:00:00')),
    ];
    const bars = incidentBars(cards, morning, 800);
    expect(bars.map(({ lane }) => lane)).toEqual([0, 1, 0]);
    expect(laneCount(bars)).toBe(2);
  });

  test('each can be seen and pressed within the plot', () => {
    const [first, last] = incidentBars([card(morning.from), card(morning.until - 1n)], morning, 800);
    expect([first.left, first.right, last.left, last.right]).toEqual([0, 24, 776, 800]);
  });

  test('one whose lines are out of order lies between its ends', () => {
    expect(incidentStretch(card(20n, 10n))).toEqual({ from: 10n, until: 21n });
  });
});

describe('what the timeline says', () => {
  const steady = [50, 52, 49, 51, 50, 48];
  const told = (volume: Volume, more: Partial<Parameters<typeof timelineSentence>[0]> = {}) =>
    timelineSentence({ volume, zone: 'UTC', anomalies: 0, incidents: 0, silences: [], ...more });
  const cases: readonly [what: string, sentence: string, expected: string][] = [
    [
      'errors that rose',
      told(volumeOf({ info: steady, error: [1, 0, 1, 140, 2, 1] })),
      'Errors rose from the usual 1 to 140 a bar at 2026-03-14 08:03:00.',
    ],
    [
      'a burst without errors',
      told(volumeOf({ info: [50, 52, 900, 51, 50] })),
      'No errors. Most was written at 2026-03-14 08:02:00: 900 records, 51 are usual.',
    ],
    ['nothing that rose', told(volumeOf({ info: steady, error: [2, 2, 2, 2, 2, 2] })), 'Errors: 12.'],
    ['one record', told(volumeOf({ info: [1] })), '1 record. No errors.'],
    [
      'a silence',
      told(volumeOf({ info: steady }), {
        silences: [{ from: morning.from, until: morning.from + 720n * second }],
      }),
      'Nothing was written for 12 min from 2026-03-14 08:00:00 on.',
    ],
    [
      'what is marked',
      told(volumeOf({ info: steady }), { anomalies: 7, incidents: 2 }),
      'Anomalies marked: 7; incidents: 2.',
    ],
    [
      'records without a time',
      told(volumeOf({ info: steady }, { untimed: 3 })),
      'Records without a time: 3.',
    ],
  ];
  test.each(cases)('%s', (_, sentence, expected) => expect(sentence).toContain(expected));

  test('of a bar: its time, its records by level, its anomalies', () => {
    const volume = volumeOf({ info: [10, 4], error: [0, 3] });
    expect(barWords(volume, 1, 'UTC', 2)).toEqual([
      '2026-03-14 08:01:00 – 08:02:00',
      '7 records',
      'Error 3, Information 4',
      'Anomalies: 2',
    ]);
  });

  test('of a stretch that is finer than seconds: its fraction', () => {
    const from = morning.from + 250_000_000n;
    expect(stretchText({ from, until: from + 500_000_000n }, 'UTC')).toBe(
      '2026-03-14 08:00:00.250 – 08:00:00.749',
    );
  });

  test('a stretch wider than the log is the log', () => {
    expect(within({ from: 0n, until: 100n }, { from: 40n, until: 60n })).toEqual({ from: 40n, until: 60n });
  });
});
