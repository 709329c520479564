import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SpanRuns } from '../../../src/node/parallel/span-runs';

const asked = 2;

interface Pace {
  readonly count: number;
  readonly threads: number;
  /** How long the merger takes for a span it reads, and for one it is given; and how long others take for one. */
  readonly merger: number;
  readonly merging: number;
  readonly others: readonly number[];
}

/** When the merger comes to each span, and what it waited; who read which. */
function play({ count, threads, merger, merging, others }: Pace) {
  const runs = new SpanRuns(count, threads, asked);
  const readAt = new Map<number, number>();
  const busyUntil = others.map(() => 0);
  let now = 0;
  let waited = 0;
  const feed = () => {
    for (const [i, takes] of others.entries())
      while (busyUntil[i] < now + asked * takes) {
        const span = runs.claim();
        if (span === undefined) return;
        busyUntil[i] = Math.max(busyUntil[i], now) + takes;
        readAt.set(span, busyUntil[i]);
      }
  };
  for (let turn = 0; turn < count; turn++) {
    runs.moveTo(turn);
    feed();
    const ready = readAt.get(turn);
    waited += Math.max(0, (ready ?? now) - now);
    now = Math.max(now, ready ?? now) + (ready === undefined ? merger : merging);
  }
  return { readByOthers: [...readAt.keys()], waited, now };
}

describe('spans of a file', () => {
  it('are claimed once, ahead of the merger, and never the last', () => {
    const pace = fc.record({
      count: fc.integer({ min: 1, max: 200 }),
      threads: fc.constant(3),
      merger: fc.integer({ min: 1, max: 20 }),
      merging: fc.integer({ min: 1, max: 20 }),
      others: fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 20 })),
    });
    fc.assert(
      fc.property(pace, (drawn) => {
        const { readByOthers } = play(drawn);
        expect(new Set(readByOthers).size).toBe(readByOthers.length);
        expect(readByOthers).not.toContain(0);
        expect(readByOthers).not.toContain(drawn.count - 1);
      }),
    );
  });

  const paces: readonly { name: string; pace: Pick<Pace, 'merger' | 'merging' | 'others'> }[] = [
    { name: 'as fast as the other', pace: { merger: 10, merging: 1, others: [10] } },
    { name: 'slowed by new templates', pace: { merger: 14, merging: 5, others: [10] } },
    { name: 'the faster one', pace: { merger: 10, merging: 1, others: [14] } },
    { name: 'one of four', pace: { merger: 10, merging: 1, others: [10, 11, 12] } },
  ];
  it.each(paces)('keep everyone busy where the merger is $name', ({ pace }) => {
    const threads = pace.others.length + 1;
    const { now } = play({ ...pace, threads, count: 250 });
    // All work that there is at the speed of each; merging is the merger's alone.
    const speed = pace.others.reduce((sum, takes) => sum + 1 / takes, 0);
    const share = (x: number) => Math.max((250 - x) * pace.merger + x * pace.merging, x / speed);
    const least = Math.min(...Array.from({ length: 251 }, (_, x) => share(x)));
    expect(now / least).toBeLessThan(1.06);
  });
});
