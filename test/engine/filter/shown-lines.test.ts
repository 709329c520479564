import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FilterClause } from '../../../src/engine/filter/filter';
import type { FilterQuestion } from '../../../src/engine/filter/filter-question';
import { AskedLogs, bitsOf, exclude, filterOf, include, membersOf } from './asked';

const harbour = [
  'harbour master on duty',
  '2026-04-02 06:00:00 INFO ferry 1 left the pier service=north',
  '2026-04-02 06:00:01 ERROR engine of ferry 2 failed service=south',
  '  at engine.Shaft.turn(Shaft.java:7)',
  '',
  '2026-04-02 06:00:02 INFO ferry 3 left the pier service=north',
  '2026-04-02 06:00:03 WARN fog over the bay, service=south',
  '2026-04-02 06:00:04 DEBUG tide at 14 cm service=north',
].join('\n');
const logs = new AskedLogs(harbour);
const seconds = (second: number) => `${BigInt(Date.UTC(2026, 3, 2, 6, 0, second)) * 1_000_000n}`;
const piecesOf = (line: number) => {
  const facts = logs.session.lines.details(line as Parameters<typeof logs.session.lines.facts>[0], {
    read: (_, start, end) => new TextEncoder().encode(harbour).subarray(start, end),
  });
  return { title: facts?.title ?? '', pieces: facts?.pieces ?? [] };
};
const search = { kind: 'text', text: '', caseSensitive: true, wholeWord: false } as const;
const found = (...lines: number[]) => bitsOf(lines, 8);

interface Case extends Partial<Omit<FilterQuestion, 'filter'>> {
  readonly name: string;
  readonly clauses: readonly FilterClause[];
  readonly context?: number;
  readonly shown: readonly number[];
}

const cases: readonly Case[] = [
  { name: 'everything without a clause', clauses: [], shown: [0, 1, 2, 3, 4, 5, 6, 7] },
  {
    name: 'everything by a clause that is switched off',
    clauses: [{ ...include({ kind: 'level', atLeast: 'fatal' }), enabled: false }],
    shown: [0, 1, 2, 3, 4, 5, 6, 7],
  },
  {
    name: 'records of a level and worse, with their stack traces and the blank lines behind them',
    clauses: [include({ kind: 'level', atLeast: 'warn' })],
    shown: [2, 3, 4, 6],
  },
  {
    name: 'a whole record for a hit in its stack trace',
    clauses: [include({ kind: 'search', pattern: search })],
    searched: [found(3)],
    shown: [2, 3, 4],
  },
  {
    name: 'a line that belongs to no record, alone',
    clauses: [include({ kind: 'search', pattern: search })],
    searched: [found(0, 7)],
    shown: [0, 7],
  },
  {
    name: 'of clauses of one kind what fits any of them, of several kinds what fits each',
    clauses: [
      include({ kind: 'level', atLeast: 'info' }),
      include({ kind: 'search', pattern: search }),
      include({ kind: 'search', pattern: search }),
    ],
    searched: [found(1), found(6, 7)],
    shown: [1, 6],
  },
  {
    name: 'nothing that an excluding clause fits',
    clauses: [include({ kind: 'level', atLeast: 'info' }), exclude({ kind: 'search', pattern: search })],
    searched: [found(3, 6)],
    shown: [1, 5],
  },
  {
    name: 'lines of a template, by its words',
    clauses: [include({ kind: 'template', ...piecesOf(1) })],
    shown: [1, 5],
  },
  {
    name: 'all but the lines of a template',
    clauses: [exclude({ kind: 'template', ...piecesOf(1) })],
    shown: [0, 2, 3, 4, 6, 7],
  },
  {
    name: 'a range of time, both ends included',
    clauses: [include({ kind: 'time', from: seconds(1), until: seconds(2) })],
    shown: [2, 3, 4, 5],
  },
  {
    name: 'all up to a time',
    clauses: [exclude({ kind: 'time', from: seconds(3), until: null })],
    shown: [0, 1, 2, 3, 4, 5],
  },
  {
    name: 'a name that has a value, of the records whose text has it',
    clauses: [include({ kind: 'field', name: 'service', value: 'south' })],
    searched: [found(2, 5, 6)],
    shown: [2, 3, 4, 6],
  },
  {
    name: 'no record that holds the value under another name',
    clauses: [include({ kind: 'field', name: 'ferry', value: 'south' })],
    searched: [found(2, 6)],
    shown: [],
  },
  {
    name: 'a variable by what stands before it',
    clauses: [include({ kind: 'field', name: 'ferry', value: '3' })],
    searched: [found(2, 5)],
    shown: [5],
  },
  {
    name: 'a level by the name it has here',
    clauses: [include({ kind: 'field', name: 'level', value: 'error' })],
    searched: [found()],
    shown: [2, 3, 4],
  },
  {
    name: 'findings of a severity and above',
    clauses: [include({ kind: 'severity', atLeast: 'high' })],
    findings: [
      { line: 2, severity: 'high' },
      { line: 6, severity: 'low' },
    ],
    shown: [2, 3, 4],
  },
  { name: 'bookmarks', clauses: [include({ kind: 'bookmark' })], bookmarkLines: [3, 7], shown: [2, 3, 4, 7] },
  {
    name: 'lines around what fits',
    clauses: [include({ kind: 'bookmark' })],
    bookmarkLines: [6],
    context: 2,
    shown: [4, 5, 6, 7],
  },
  {
    name: 'lines appended since by what needs no record',
    clauses: [include({ kind: 'search', pattern: search })],
    searched: [bitsOf([7, 9], 11)],
    lines: 11,
    shown: [7, 9],
  },
];

it.each(cases)('shows $name', ({ clauses, context = 0, shown, name: _, ...question }) => {
  expect(logs.shown({ ...question, filter: filterOf(clauses, context) })).toEqual(shown);
});

it('says which lines are context only, and how many records fit', () => {
  const { context, records, shownRecords } = logs.left({
    filter: filterOf([include({ kind: 'bookmark' })], 1),
    bookmarkLines: [6],
  });
  expect(membersOf(context, 8)).toEqual([5, 7]);
  expect({ records, shownRecords }).toEqual({ records: 6, shownRecords: 1 });
});

it('context does not reach into the next file', () => {
  const two = new AskedLogs(
    '2026-04-02 06:00:00 INFO a\n2026-04-02 06:00:01 INFO b\n',
    '2026-04-02 06:00:00 INFO c\n',
  );
  const left = { filter: filterOf([include({ kind: 'bookmark' })], 3), bookmarkLines: [2] };
  expect(two.shown(left)).toEqual([2]);
});

const levels = ['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR'] as const;
const arbitraryLog = fc
  .array(fc.record({ level: fc.constantFrom(...levels), n: fc.nat(9), trace: fc.nat(2) }), {
    minLength: 1,
    maxLength: 40,
  })
  .map((rows) =>
    rows
      .map(({ level, n, trace }, i) => {
        const time = new Date(Date.UTC(2026, 3, 2) + i * 1000).toISOString();
        return [
          `${time} ${level} ferry left pier no${n}x`,
          ...new Array<string>(trace).fill('\tat engine.Shaft.turn(Shaft.java:7)'),
        ].join('\n');
      })
      .join('\n'),
  );
const arbitraryClauses = fc.array(
  fc.record({
    mode: fc.constantFrom('include', 'exclude'),
    enabled: fc.boolean(),
    test: fc.oneof(
      fc
        .constantFrom('debug', 'info', 'warn', 'error')
        .map((atLeast) => ({ kind: 'level' as const, atLeast: atLeast as 'info' })),
      fc.constant({ kind: 'bookmark' as const }),
      fc.record({ from: fc.nat(40), length: fc.nat(20) }).map(({ from, length }) => ({
        kind: 'time' as const,
        from: `${BigInt(Date.UTC(2026, 3, 2) + from * 1000) * 1_000_000n}`,
        until: `${BigInt(Date.UTC(2026, 3, 2) + (from + length) * 1000) * 1_000_000n}`,
      })),
    ),
  }) as fc.Arbitrary<FilterClause>,
  { maxLength: 5 },
);
const arbitraryQuestion = fc.record({
  clauses: arbitraryClauses,
  bookmarkLines: fc.array(fc.nat(60), { maxLength: 5 }),
});

describe('whatever the filter', () => {
  it('what several clauses leave is what each alone leaves of the rest', () => {
    fc.assert(
      fc.property(arbitraryLog, arbitraryQuestion, (log, { clauses, bookmarkLines }) => {
        const asked = new AskedLogs(log);
        const leftBy = (some: readonly FilterClause[]) =>
          new Set(asked.shown({ filter: filterOf(some), bookmarkLines }));
        const enabled = clauses.filter((clause) => clause.enabled);
        const excluding = enabled.filter(({ mode }) => mode === 'exclude').map((clause) => leftBy([clause]));
        const kinds = [...new Set(enabled.map(({ test }) => test.kind))];
        const including = kinds
          .map((kind) => enabled.filter(({ mode, test }) => mode === 'include' && test.kind === kind))
          .filter((group) => group.length > 0)
          .map((group) => new Set(group.flatMap((clause) => [...leftBy([clause])])));
        const all = asked.shown();
        const expected = all.filter((line) => [...excluding, ...including].every((set) => set.has(line)));
        expect(asked.shown({ filter: filterOf(clauses), bookmarkLines })).toEqual(expected);
      }),
    );
  });

  it('including and excluding the same leaves nothing; more context never shows less', () => {
    fc.assert(
      fc.property(arbitraryLog, arbitraryQuestion, fc.nat(4), (log, { clauses, bookmarkLines }, context) => {
        const asked = new AskedLogs(log);
        const shown = (some: readonly FilterClause[], around = 0) =>
          asked.shown({ filter: filterOf(some, around), bookmarkLines });
        for (const clause of clauses) {
          const both = (['include', 'exclude'] as const).map((mode) => ({ ...clause, enabled: true, mode }));
          expect(shown(both)).toEqual([]);
        }
        const more = new Set(shown(clauses, context + 1));
        for (const line of shown(clauses, context)) expect(more).toContain(line);
      }),
    );
  });
});
