import { describe, expect, it } from 'vitest';
import { volumePatterns } from '../../../../src/engine/detectors/volume/sentences';
import { VolumeDetector } from '../../../../src/engine/detectors/volume/volume';
import type { Sentence } from '../../../../src/engine/model/finding';
import { buildLog, type Row, recordAt, rowsOf } from '../../log-builder';
import { scoreAll } from '../score-all';

const start = Date.UTC(2026, 2, 14, 14, 0, 0) / 1000;

/** Ten minutes of a service at work: five requests a second, a heartbeat every five seconds. */
function work(seconds = 600): Row[] {
  const requests = rowsOf(seconds * 5, (i) => ({
    at: start + i / 5,
    text: `served request ${i}`,
    component: 1,
  }));
  const beats = rowsOf(seconds / 5, (i) => ({ at: start + i * 5 + 0.05, text: 'heartbeat', component: 2 }));
  return [...requests, ...beats];
}

const inTime = (rows: readonly Row[]) => rows.toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0));
const storm = rowsOf(400, (i) => ({ at: start + 302 + i / 100, text: `served request ${i}`, component: 1 }));

interface Told {
  readonly record: number;
  readonly pattern: string;
  readonly values: Sentence['values'];
}

function tell(rows: readonly Row[], baseline: readonly Row[] = []): Told[] {
  const detector = new VolumeDetector();
  const good = baseline.length > 0 ? [{ role: 'baseline' as const, rows: baseline }] : [];
  const { scores, input } = scoreAll(detector, buildLog({ rows }, ...good));
  return Array.from(scores).flatMap((score, record) => {
    if (score < 0.5) return [];
    const { pattern, values } = detector.explain(input, recordAt(record), score).message;
    return [{ record, pattern, values }];
  });
}

describe('volume', () => {
  it('has nothing to say of a service at work', () => expect(tell(inTime(work()))).toEqual([]));

  it('tells of an outbreak with numbers that can be counted', () => {
    const rows = inTime([...work(), ...storm]);
    const [{ pattern, values, record }, ...others] = tell(rows);
    expect(others).toEqual([]);
    expect(pattern).toBe(volumePatterns.upTemplate);
    const [count, width, from, low, high] = values;
    expect([width, from, low, high]).toEqual(['5 s', '14:05:00', 25, 25]);
    const inWindow = rows.filter(
      ({ at = 0, text }) => text.startsWith('served') && at >= start + 300 && at < start + 305,
    );
    expect(count).toBe(inWindow.length);
    // Not at the first request of the window, which came as ever.
    expect(rows[record].at).toBe(start + 302);
  });

  it('tells of a heartbeat that stops, at its last line', () => {
    const rows = inTime(work()).filter(({ text, at = 0 }) => text !== 'heartbeat' || at < start + 400);
    const told = tell(rows);
    expect(told.map(({ pattern }) => pattern)).toEqual([volumePatterns.lastBeat]);
    expect(rows[told[0].record]).toMatchObject({ text: 'heartbeat', at: start + 395.05 });
  });

  it('holds its peace about what a good log did too, on another day, and not about what is stronger', () => {
    const day = inTime([...work(), ...storm]);
    const dayBefore = day.map((row) => ({ ...row, at: (row.at ?? 0) - 86_400 }));
    const worse = inTime([...day, ...rowsOf(4000, (i) => ({ ...storm[0], at: start + 303 + i / 1000 }))]);
    expect(tell(day).length).toBeGreaterThan(0);
    expect(tell(day, dayBefore)).toEqual([]);
    expect(tell(day, inTime(work()))).toEqual(tell(day));
    expect(tell(worse, dayBefore).length).toBeGreaterThan(0);
  });

  it('finds the same where the clock jumps back', () => {
    const rows = inTime([...work(), ...storm]);
    const swapped = [...rows.slice(1_000), ...rows.slice(0, 1_000)];
    expect(tell(swapped).map(({ pattern, values }) => [pattern, values])).toEqual(
      tell(rows).map(({ pattern, values }) => [pattern, values]),
    );
  });

  it.each([
    ['without times', rowsOf(500, () => ({ text: 'tick' })), volumePatterns.noTimes],
    ['in no time at all', rowsOf(500, () => ({ text: 'tick', at: start })), volumePatterns.tooShort],
  ])('says that it cannot judge a log %s', (_, rows, pattern) => {
    expect(scoreAll(new VolumeDetector(), buildLog({ rows })).notJudged).toEqual({ pattern, values: [] });
  });

  it('knows the hours of the day', () => {
    const days = rowsOf(5 * 24 * 60, (i) => {
      const isBusy = Math.floor(i / 60) % 24 >= 9 && Math.floor(i / 60) % 24 < 17;
      return { at: start + i * 60, text: isBusy ? 'trade' : 'idle' };
    });
    const busy = days.flatMap((row) => (row.text === 'trade' ? rowsOf(20, () => row) : [row]));
    expect(tell(busy)).toEqual([]);
  });
});
