import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Delivered } from '../../../../src/node/sources/loki/delivered';
import type { SourceEntry } from '../../../../src/node/sources/source-reader';

const pods = [[['pod', 'x']], [['pod', 'y']]] as const;

interface Happening {
  readonly time: number;
  readonly pod: 0 | 1;
  readonly text: string;
  /** How it comes over the live connection: at once, after a fetch, twice since the connection began anew, or not at all. */
  readonly live: 'now' | 'late' | 'again' | 'never';
  readonly isFetched: boolean;
}

const happenings = fc.array(
  fc.record<Happening>({
    time: fc.constantFrom(5, 6),
    pod: fc.constantFrom(0, 1),
    text: fc.constantFrom('a', 'b'),
    live: fc.constantFrom('now', 'late', 'again', 'never'),
    isFetched: fc.boolean(),
  }),
  { maxLength: 30 },
);

function counted(entries: readonly SourceEntry[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { time, labels, text } of entries) {
    const key = `${time} ${JSON.stringify(labels)} ${text}`;
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

test('whatever comes live, late, twice or never: behind a fetch, all is handed over as often as the server has it', () => {
  fc.assert(
    fc.property(happenings, (all) => {
      const delivered = new Delivered(0n, []);
      const stored: SourceEntry[] = [];
      const came: SourceEntry[] = [];
      const fetch = () => {
        const inOrder = stored.toSorted((a, b) => Number(a.time) - Number(b.time));
        came.push(...delivered.fetched(inOrder));
      };
      for (const { time, pod, text, live, isFetched } of all) {
        const entry: SourceEntry = { time: `${time}`, labels: pods[pod], own: null, text };
        stored.push(entry);
        if (live === 'now' || live === 'again') came.push(...delivered.live([entry]));
        if (live === 'again') {
          delivered.expectAgain();
          came.push(...delivered.live([entry]));
        }
        if (isFetched || live === 'late') fetch();
        if (live === 'late') came.push(...delivered.live([entry]));
      }
      fetch();
      expect(counted(came)).toEqual(counted(stored));
      expect(delivered.count(0n, 10n)).toBe(stored.length);
    }),
    { numRuns: 300 },
  );
});

test('live entries that lack a label are the fetched ones', () => {
  const delivered = new Delivered(0n, []);
  const bare: SourceEntry = { time: '5', labels: [['app', 'a']], own: null, text: 'one' };
  const whole: SourceEntry = {
    ...bare,
    labels: [
      ['app', 'a'],
      ['trace', 't'],
    ],
  };
  expect(delivered.live([bare])).toEqual([bare]);
  expect(delivered.fetched([whole])).toEqual([]);
});

test('what is forgotten comes as it is, and what is not is still known', () => {
  const delivered = new Delivered(0n, []);
  const [old, young] = ['5', '9'].map(
    (time): SourceEntry => ({ time, labels: pods[0], own: null, text: 'one' }),
  );
  delivered.fetched([old, young]);
  delivered.forgetBefore(6n);
  expect(delivered.live([old, young])).toEqual([old]);
});
