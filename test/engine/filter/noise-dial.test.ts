import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noiseNotches } from '../../../src/engine/filter/filter';
import type { LinesLeft } from '../../../src/engine/filter/filter-question';
import { type CountedTemplate, foldedTemplates } from '../../../src/engine/filter/noise-dial';
import { AskedLogs, exclude, filterOf } from './asked';

const templates = fc.array(fc.record({ count: fc.integer({ min: 1, max: 10_000 }), warns: fc.boolean() }), {
  maxLength: 40,
});

describe('the noise dial', () => {
  it.each([
    { name: 'nothing at 0', notch: 0, counts: [900, 90, 9, 1], folded: [false, false, false, false] },
    { name: 'the bulk at 1', notch: 1, counts: [900, 90, 9, 1], folded: [true, false, false, false] },
    {
      name: 'what is less frequent too at 3',
      notch: 3,
      counts: [800, 150, 49, 1],
      folded: [true, true, false, false],
    },
    {
      name: 'all but the rarest at 4',
      notch: 4,
      counts: [800, 150, 49, 1],
      folded: [true, true, true, false],
    },
    { name: 'nothing that came only twice', notch: 4, counts: [2, 2, 2], folded: [false, false, false] },
  ] as const)('folds $name', ({ notch, counts, folded }) => {
    const calm = counts.map((count) => ({ count, warns: false }));
    expect(foldedTemplates(calm, notch)).toEqual(folded);
  });

  it('folds more with every notch, a frequent template before a rarer one, a warning one notch later', () => {
    fc.assert(
      fc.property(templates, (all) => {
        const byNotch = noiseNotches.map((notch) => foldedTemplates(all, notch));
        for (const notch of [1, 2, 3, 4] as const)
          all.forEach((one, i) => {
            if (byNotch[notch - 1][i]) expect(byNotch[notch][i]).toBe(true);
            expect(byNotch[notch][i]).toBe(expected(all, one, notch));
            if (one.warns)
              expect(byNotch[notch][i]).toBe(foldedTemplates(calmed(all), notchBefore(notch))[i]);
          });
      }),
    );
  });
});

const calmed = (all: readonly CountedTemplate[]) => all.map(({ count }) => ({ count, warns: false }));
const notchBefore = (notch: 1 | 2 | 3 | 4) => (notch - 1) as 0 | 1 | 2 | 3;

/** Whether one that comes no more often is folded too: then this one must be. */
function expected(
  all: readonly CountedTemplate[],
  { count, warns }: CountedTemplate,
  notch: 1 | 2 | 3 | 4,
): boolean {
  const folded = foldedTemplates(calmed(all), warns ? notchBefore(notch) : notch);
  return all.some((other, i) => other.count <= count && folded[i]);
}

const beats = (from: number, count: number) =>
  Array.from(
    { length: count },
    (_, i) => `2026-04-02 06:${String(from + i).padStart(2, '0')}:00 INFO ferry ${i} left the pier`,
  );
const log = [
  ...beats(0, 10),
  '2026-04-02 06:10:30 WARN fog over the bay',
  ...beats(11, 5),
  '2026-04-02 06:16:30 INFO tide table renewed',
  ...beats(17, 1),
  '2026-04-02 06:18:30 INFO lamp renewed',
  ...beats(19, 4),
];

function foldsOf({ folds }: LinesLeft) {
  const places = new Uint32Array(folds?.places ?? new ArrayBuffer(0));
  const milliseconds = new Float64Array(folds?.milliseconds ?? new ArrayBuffer(0));
  return [...milliseconds].map((duration, i) => [...places.subarray(3 * i, 3 * i + 3), duration]);
}

const minutes = (count: number) => count * 60_000;

describe('runs of frequent records', () => {
  const asked = new AskedLogs(log.join('\n'));

  it('become their first line, with how many they are and how long they took; one alone stays', () => {
    const left = asked.left({ noise: 1 });
    expect(foldsOf(left)).toEqual([
      [0, 9, 10, minutes(9)],
      [11, 15, 5, minutes(4)],
      [19, 22, 4, minutes(3)],
    ]);
    expect(asked.shown({ noise: 1 })).toEqual([0, 10, 11, 16, 17, 18, 19]);
  });

  it('end where a finding is, which is never folded', () => {
    const left = asked.left({ noise: 1, findings: [{ line: 4, severity: 'low' }] });
    expect(foldsOf(left).slice(0, 2)).toEqual([
      [0, 3, 4, minutes(3)],
      [5, 9, 5, minutes(4)],
    ]);
  });

  it('stay open where a person opened them', () => {
    expect(foldsOf(asked.left({ noise: 1, unfolded: [11] })).map(([first]) => first)).toEqual([0, 19]);
    const template = asked.session.lines.details(0 as never, { read: () => new Uint8Array(0) });
    expect(asked.left({ noise: 1, unfoldedTemplates: [template?.pieces ?? []] }).folds).toBeNull();
  });

  it('go on over records that a filter hides, and are of what it shows', () => {
    const filter = filterOf([exclude({ kind: 'level', atLeast: 'warn' })]);
    expect(foldsOf(asked.left({ noise: 1, filter }))[0]).toEqual([0, 15, 15, minutes(15)]);
  });

  it('leave every record shown or in one run', () => {
    const letters = fc.constantFrom('a', 'a', 'a', 'b', 'b', 'c', 'd');
    fc.assert(
      fc.property(
        fc.array(letters, { minLength: 1, maxLength: 60 }),
        fc.constantFrom(...noiseNotches),
        (words, noise) => {
          const text = words.map(
            (word, i) =>
              `2026-04-02 06:00:${String(i % 60).padStart(2, '0')} INFO lamp ${word.repeat(5)} lit`,
          );
          const logs = new AskedLogs(text.join('\n'));
          const left = logs.left({ noise });
          const hidden = foldsOf(left).flatMap(([first, last]) =>
            Array.from({ length: last - first }, (_, i) => first + 1 + i),
          );
          expect([...logs.shown({ noise }), ...hidden].sort((a, b) => a - b)).toEqual([...words.keys()]);
        },
      ),
    );
  });
});
