import { describe, expect, it } from 'vitest';
import { NormalEvidence } from '../../../../src/engine/triage/normal/normal-evidence';
import { processorMs } from '../../../processor-time';
import {
  type BuiltSource,
  buildLog,
  finish,
  type Row,
  recordAt,
  rowsOf,
  statisticsOf,
} from '../../log-builder';

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
  {
    name: 'the same request with another class of status',
    record: 40,
    sources: [
      {
        rows: [
          ...rowsOf(40, (i) => ({ text: `GET /cart answered ${i} 2xx` })),
          { text: 'GET /cart answered 503 5xx' },
        ],
      },
    ],
    expected: '0:40 usually `2xx`, 40 times; here `5xx`',
  },
  {
    name: 'the same request before any other of its kind',
    record: 41,
    sources: [
      {
        rows: [
          ...rowsOf(41, (i) => ({ text: `get "page ${i % 10}" answered ${i} 2xx` })),
          { text: 'get "page 7" answered 503 5xx' },
        ],
      },
    ],
    expected: '0:38 usually `2xx`, 41 times; here `5xx`',
  },
  {
    name: 'no sibling where only kinds of values differ',
    record: 40,
    sources: [{ rows: [...rowsOf(40, (i) => ({ text: `load of ${i} done` })), { text: 'load of x done' }] }],
    expected: undefined,
  },
  {
    name: 'no sibling where more words differ than are shared',
    record: 40,
    sources: [{ rows: [...rowsOf(40, (i) => ({ text: `7 / ${i} answered` })), { text: '7 / 3 refused' }] }],
    expected: undefined,
  },
  {
    name: 'no line that only repeats',
    record: 41,
    sources: [
      {
        rows: [...rowsOf(40, () => ({ text: 'drop it' })), { text: 'drop it' }, { text: 'gave up' }],
      },
    ],
    expected: undefined,
  },
  {
    name: 'the line most like it, of the same component',
    record: 60,
    sources: [
      {
        rows: [
          ...rowsOf(60, (i) =>
            i % 2 === 0
              ? { text: `pool orders: ${i} active, ${i} idle`, component: 1 }
              : { text: `pool orders nearly: ${i} active`, component: 2 },
          ),
          { text: 'pool orders active to the last connection', component: 1 },
        ],
      },
    ],
    expected: '0:59 the usual line most like it is `pool orders: <number> active, <number> idle`, 30 times',
  },
  {
    name: 'nothing like it, where that is hardly commoner',
    record: 9,
    sources: [
      {
        rows: [
          ...rowsOf(9, (i) => ({ text: `pool orders: ${i} active, ${i} idle` })),
          { text: 'pool orders active to the last connection' },
        ],
      },
    ],
    expected: undefined,
  },
  {
    name: 'the beat that its component missed',
    record: 21,
    sources: [
      {
        rows: [
          ...rowsOf(20, (i) => ({ text: `heart ${i}`, at: i * 30, component: 1 })),
          { text: 'quiet here', at: 575, component: 2 },
          { text: 'stuck', at: 590, component: 1 },
          ...rowsOf(9, (i) => ({ text: `heart ${i}`, at: 690 + i * 30, component: 1 })),
        ],
      },
    ],
    expected:
      '0:20 its component usually writes `heart <number>` every 30 s (27 of 28 times); after this one it took 120 s',
  },
  {
    name: 'the beat that was missed in a log without components',
    record: 20,
    sources: [
      {
        rows: [
          ...rowsOf(20, (i) => ({ text: `heart ${i}`, at: i * 30 })),
          { text: 'stuck', at: 590 },
          { text: 'heart 7', at: 690 },
        ],
      },
    ],
    expected: '0:20 `heart <number>` usually comes every 30 s (19 of 20 times); after this one it took 120 s',
  },
  {
    name: 'the last beat of a log without components',
    record: 20,
    sources: [
      {
        rows: [
          ...rowsOf(20, (i) => ({ text: `heart ${i}`, at: i * 30 })),
          { text: 'stuck', at: 590 },
          { text: 'the end', at: 690 },
        ],
      },
    ],
    expected:
      '0:20 `heart <number>` usually comes every 30 s (19 of 19 times); this is the last one, 120 s before the end',
  },
  {
    name: 'no beat of another component',
    record: 20,
    sources: [
      {
        rows: [
          ...rowsOf(20, (i) => ({ text: `heart ${i}`, at: i * 30, component: 1 })),
          { text: 'quiet here', at: 575, component: 2 },
          ...rowsOf(9, (i) => ({ text: `heart ${i}`, at: 690 + i * 30, component: 1 })),
        ],
      },
    ],
    expected: undefined,
  },
  {
    name: 'the last beat, where none came after',
    record: 20,
    sources: [
      {
        rows: [
          ...rowsOf(20, (i) => ({ text: `heart ${i}`, at: i * 2.5, component: 1 })),
          { text: 'stuck', at: 48, component: 1 },
          { text: 'the end', at: 60, component: 2 },
        ],
      },
    ],
    expected:
      '0:20 its component usually writes `heart <number>` every 2.5 s (19 of 19 times); this is the last one, 13 s before the end',
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
    const records = rows.map((_, i) => recordAt(i));
    expect(processorMs(() => finish(evidence.gather(records, [])))).toBeLessThan(10_000);
  });
});
