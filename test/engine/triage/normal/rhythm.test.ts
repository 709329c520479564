import { describe, expect, it } from 'vitest';
import { Rhythm } from '../../../../src/engine/triage/normal/rhythm';
import { recordAt } from '../../log-builder';

/** One beat at each of `seconds`; records are numbered in tens. */
function rhythmOf(seconds: readonly number[]): Rhythm {
  const rhythm = new Rhythm();
  for (const [i, second] of seconds.entries()) rhythm.add(recordAt(i * 10), second);
  return rhythm;
}

const everyMinute = (count: number) => Array.from({ length: count }, (_, i) => i * 60);
/** Beats 0 to 9, then none at 600. */
const oneMissing = [...everyMinute(10), 660, 720];

describe('a rhythm', () => {
  const paces: { name: string; seconds: readonly number[]; period: number | undefined }[] = [
    { name: 'every minute', seconds: everyMinute(20), period: 60 },
    { name: 'every minute or so', seconds: everyMinute(20).map((at, i) => at + (i % 4)), period: 61 },
    { name: 'with a beat missing', seconds: oneMissing, period: 60 },
    { name: 'too few to tell', seconds: everyMinute(8), period: undefined },
    { name: 'at any time', seconds: [0, 3, 90, 95, 300, 301, 400, 800, 801, 1500], period: undefined },
    { name: 'all at once', seconds: Array(30).fill(5), period: undefined },
    {
      name: 'irregular at first is not listened to for ever',
      seconds: Array.from({ length: 900 }, (_, i) => i ** 2 % 977),
      period: undefined,
    },
  ];
  it.each(paces)('$name', ({ seconds, period }) => {
    expect(rhythmOf(seconds).pace?.periodSeconds).toBe(period);
  });

  const gaps: { name: string; record: number; end: number; expected: object | undefined }[] = [
    {
      name: 'while a beat is missing',
      record: 95,
      end: 720,
      expected: { last: 90, seconds: 120, cameAgain: true },
    },
    { name: 'between beats that came', record: 55, end: 720, expected: undefined },
    { name: 'before the first', record: -1, end: 720, expected: undefined },
    { name: 'after the last, soon before the end', record: 115, end: 770, expected: undefined },
    {
      name: 'after the last, long before the end',
      record: 115,
      end: 900,
      expected: { last: 110, seconds: 180, cameAgain: false },
    },
  ];
  it.each(gaps)('gap $name', ({ record, end, expected }) => {
    expect(rhythmOf(oneMissing).gapAround(recordAt(record), { begin: 0, end })).toEqual(expected);
  });

  it('that began late and was brief is not missed: retries end', () => {
    const late = rhythmOf(everyMinute(10).map((at) => at + 6000));
    const gapUntil = (end: number) => late.gapAround(recordAt(95), { begin: 0, end });
    expect(gapUntil(9000)).toBeUndefined();
    expect(gapUntil(7000)).toEqual({ last: 90, seconds: 460, cameAgain: false });
  });
});
