import { describe, expect, it } from 'vitest';
import { NormalEvidence } from '../../../src/engine/triage/evidence/normal-evidence';
import { type BuiltSource, buildLog, finish, type Row, recordAt, rowsOf, statisticsOf } from '../log-builder';

/** What normal looks like for the given record: sentence with its values filled in, and the example's line. */
function normalFor(record: number, ...sources: BuiltSource[]): string | undefined {
  const log = buildLog(...sources);
  const evidence = new NormalEvidence(statisticsOf(log), log.texts);
  finish(evidence.gather([recordAt(record)], [recordAt(record)]));
  const found = evidence.of(recordAt(record));
  if (found === undefined) return undefined;
  const { pattern, values } = found.note;
  return `${found.source}:${found.line} ${pattern.replace(/\{(\d)\}/g, (_, i) => String(values[Number(i)]))}`;
}

const accepted = (i: number): Row => ({ text: `payment ${i} of shop was accepted` });
const refused: Row = { text: 'payment 3 of shop was refused' };

interface Case {
  readonly name: string;
  readonly record: number;
  readonly sources: readonly BuiltSource[];
  readonly expected: string | undefined;
}

const cases: readonly Case[] = [
  {
    name: 'the sibling that differs in one word, nearest before it',
    record: 120,
    sources: [{ rows: [...rowsOf(120, accepted), refused, ...rowsOf(80, accepted)] }],
    expected: '0:120 usually `accepted`, 200 times; here `refused`',
  },
  {
    name: 'after it where there is none before',
    record: 0,
    sources: [{ rows: [refused, ...rowsOf(50, accepted)] }],
    expected: '0:2 usually `accepted`, 50 times; here `refused`',
  },
  {
    name: 'from a baseline',
    record: 50,
    sources: [{ role: 'baseline', rows: rowsOf(50, accepted) }, { rows: [refused] }],
    expected: '0:50 usually `accepted`, 50 times; here `refused`',
  },
  {
    name: 'the commonest of several siblings',
    record: 60,
    sources: [
      {
        rows: [
          ...rowsOf(20, () => ({ text: 'payment 3 of shop was delayed' })),
          ...rowsOf(40, accepted),
          refused,
        ],
      },
    ],
    expected: '0:60 usually `accepted`, 40 times; here `refused`',
  },
  {
    name: 'two words that differ, where none differs in one',
    record: 30,
    sources: [
      {
        rows: [
          ...rowsOf(30, () => ({ text: 'link eth is now up again' })),
          { text: 'link lan is now down again' },
        ],
      },
    ],
    expected: '0:30 usually `eth … up`, 30 times; here `lan … down`',
  },
  {
    name: 'one word that differs before two, though two are commoner',
    record: 60,
    sources: [
      {
        rows: [
          ...rowsOf(40, () => ({ text: 'link eth is now up again' })),
          ...rowsOf(20, () => ({ text: 'link lan is now up again' })),
          { text: 'link lan is now down again' },
        ],
      },
    ],
    expected: '0:60 usually `up`, 20 times; here `down`',
  },
  {
    name: 'nothing, where the sibling is hardly commoner',
    record: 9,
    sources: [{ rows: [...rowsOf(9, accepted), refused] }],
    expected: undefined,
  },
  {
    name: 'the line that should have followed',
    record: 61,
    sources: [
      {
        rows: [
          ...rowsOf(60, (i) => ({ text: i % 2 === 0 ? 'opening file' : 'file read whole' })),
          { text: 'opening file' },
          { text: 'gave up' },
        ],
      },
    ],
    expected: '0:60 the line before is usually followed by `file read whole` (30 of 31 times), as here',
  },
  {
    name: 'the line that should have followed, where it did follow that one and not another',
    record: 62,
    sources: [
      {
        rows: [
          ...rowsOf(60, (i) => ({ text: i % 2 === 0 ? 'opening file' : 'file read whole' })),
          { text: 'file read whole' },
          { text: 'opening file' },
          { text: 'gave up' },
        ],
      },
    ],
    expected: '0:60 the line before is usually followed by `file read whole` (30 of 31 times), as here',
  },
  {
    name: 'the line that should have followed, in a baseline read later',
    record: 1,
    sources: [
      { rows: [{ text: 'opening file' }, { text: 'gave up' }] },
      {
        role: 'baseline',
        rows: rowsOf(60, (i) => ({ text: i % 2 === 0 ? 'opening file' : 'file read whole' })),
      },
    ],
    expected: '1:2 the line before is usually followed by `file read whole` (30 of 31 times), as here',
  },
  {
    name: 'nothing, where what follows is no habit',
    record: 19,
    sources: [
      {
        rows: [
          ...rowsOf(18, (i) => ({ text: i % 2 === 0 ? 'opening file' : 'file read whole' })),
          { text: 'opening file' },
          { text: 'gave up' },
        ],
      },
    ],
    expected: undefined,
  },
  {
    name: 'nothing, at the start of a source',
    record: 40,
    sources: [
      { rows: rowsOf(40, (i) => ({ text: i % 2 === 0 ? 'file read whole' : 'opening file' })) },
      { rows: [{ text: 'gave up' }] },
    ],
    expected: undefined,
  },
];

describe('what normal looks like', () => {
  it.each(cases)('$name', ({ record, sources, expected }) => {
    expect(normalFor(record, ...sources)).toBe(expected);
  });

  it('is found among twenty thousand signatures without comparing each with each', () => {
    const letters = (i: number) => [...String(i)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
    const rows = rowsOf(20_000, (i) => ({ text: `user ${letters(i)} was refused by ${letters(i * 7)}` }));
    const log = buildLog({ rows });
    const evidence = new NormalEvidence(statisticsOf(log), log.texts);
    const before = performance.now();
    finish(
      evidence.gather(
        rows.map((_, i) => recordAt(i)),
        [],
      ),
    );
    expect(performance.now() - before).toBeLessThan(10_000);
  });
});
