import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TemplateCorrection } from '../../../../src/engine/templates/corrections/correction';
import { CorrectedLog, pattern } from './corrected';

const word = fc.constantFrom(
  'gate',
  'north',
  'south',
  'opened',
  'closed',
  'ada',
  'ben',
  'com.port.Quay',
  '7',
  'is',
);
const lines = fc.array(
  fc.array(word, { minLength: 2, maxLength: 5 }).map((words) => words.join(' ')),
  { minLength: 1, maxLength: 40 },
);

/** A wish about templates that a log of such lines has, or may have. */
type Wish = (patterns: readonly (readonly string[])[]) => TemplateCorrection;

const wish: fc.Arbitrary<Wish> = fc.oneof(
  fc.nat().map(
    (a): Wish =>
      (all) => ({ kind: 'name', pattern: one(all, a), name: `name ${a % 3}` }),
  ),
  fc.tuple(fc.nat(), fc.nat()).map(
    ([a, b]): Wish =>
      (all) => ({ kind: 'merge', patterns: [one(all, a), one(all, b)] }),
  ),
  fc.tuple(fc.nat(), fc.nat(4)).map(
    ([a, position]): Wish =>
      (all) => ({ kind: 'split', pattern: one(all, a), position }),
  ),
  fc
    .tuple(fc.nat(), fc.nat(4), word, fc.constantFrom('word' as const, 'variable' as const), fc.boolean())
    .map(
      ([a, position, token, as, everywhere]): Wish =>
        (all) => ({
          kind: 'pin',
          token,
          as,
          where: everywhere ? undefined : { pattern: one(all, a), position },
        }),
    ),
);
const wishes = fc.array(wish, { maxLength: 5 });

function one(patterns: readonly (readonly string[])[], at: number): readonly string[] {
  return patterns[at % patterns.length];
}

/** Corrects a log one by one, each wish about the templates the one before left. */
function corrected(log: CorrectedLog, made: readonly Wish[]): TemplateCorrection[] {
  const corrections: TemplateCorrection[] = [];
  for (const next of made) {
    corrections.push(next(log.ids.map((id) => log.miner.template(id).pieces)));
    log.correct(...corrections);
  }
  return corrections;
}

function look(log: CorrectedLog) {
  return { ids: log.ids, patterns: log.patterns, names: log.names };
}

describe('whatever is corrected', () => {
  test('taking the last correction back gives exactly what was before, ids too', () => {
    fc.assert(
      fc.property(lines, wishes, wish, (text, before, last) => {
        const log = new CorrectedLog(text);
        const corrections = corrected(log, before);
        const then = look(log);
        corrected(log, [...before, last]);
        log.correct(...corrections);
        expect(look(log)).toEqual(then);
      }),
    );
  });

  test('corrected before it is read or after, all at once or one by one: a log has the same templates', () => {
    fc.assert(
      fc.property(lines, wishes, fc.nat(), (text, made, cut) => {
        const log = new CorrectedLog(text);
        const corrections = corrected(log, made);
        expect(look(new CorrectedLog(text, corrections))).toEqual(look(log));
        const appended = new CorrectedLog(text.slice(0, cut % text.length), corrections);
        expect(appended.ids).toHaveLength(cut % text.length);
        appended.append(text.slice(cut % text.length));
        expect(look(appended)).toEqual(look(log));
      }),
    );
  });

  test("a template's id is its oldest signature", () => {
    fc.assert(
      fc.property(lines, wishes, (text, made) => {
        const log = new CorrectedLog(text);
        corrected(log, made);
        const oldest = new Map<number, number>();
        for (const [line, id] of log.ids.entries()) {
          const signature = log.signatures[line];
          oldest.set(id, Math.min(signature, oldest.get(id) ?? signature));
        }
        for (const [id, signature] of oldest) expect(signature).toBe(id);
      }),
    );
  });

  test('aliases name what is gone and where it went', () => {
    fc.assert(
      fc.property(lines, wishes, (text, made) => {
        const log = new CorrectedLog(text);
        const corrections = corrected(log, made);
        const before = new Set(new CorrectedLog(text).ids);
        log.correct();
        const { aliases } = log.correct(...corrections);
        const now = new Set(log.ids);
        expect(new Set(aliases.map(({ younger }) => younger))).toEqual(
          new Set([...before].filter((id) => !now.has(id))),
        );
        for (const { older } of aliases) expect(now.has(older)).toBe(true);
      }),
    );
  });
});

const guests = ['ada', 'ben', 'cho', 'dov', 'eli', 'fay', 'gil', 'hua', 'ira', 'jun', 'kai'];

interface Day {
  readonly name: string;
  readonly correction: TemplateCorrection;
  readonly lines: readonly string[];
  readonly patterns: readonly string[];
  readonly names?: readonly string[];
}

/** The corrections were made on another day, on `guest <word> has paid in full` or `ferry <number> left for north`. */
const nextDays: readonly Day[] = [
  {
    name: 'a name holds where fewer values make narrower templates',
    correction: { kind: 'name', pattern: pattern('guest <word> has paid in full'), name: 'Paid' },
    lines: ['guest ada has paid in full', 'guest ben has paid in full', 'guest ben has left'],
    patterns: ['guest ada has paid in full', 'guest ben has paid in full', 'guest ben has left'],
    names: ['Paid', 'Paid', ''],
  },
  {
    name: 'a name holds where more values make a wider one',
    correction: { kind: 'name', pattern: pattern('ferry <number> sails for north today'), name: 'Sailing' },
    lines: guests.map((guest) => `ferry 7 sails for ${guest} today`),
    patterns: guests.map(() => 'ferry <number> sails for <word> today'),
    names: guests.map(() => 'Sailing'),
  },
  {
    name: 'a merge holds where one of the two is wider',
    correction: {
      kind: 'merge',
      patterns: [
        pattern('ferry <number> sails for north today'),
        pattern('boat <number> sails for north today'),
      ],
    },
    lines: [...guests.map((guest) => `ferry 7 sails for ${guest} today`), 'boat 9 sails for north today'],
    patterns: [...guests, ''].map(() => '<word> <number> sails for <word> today'),
  },
  {
    name: 'a merge holds where only one of the two occurs',
    correction: {
      kind: 'merge',
      patterns: [pattern('ferry <number> sails today'), pattern('boat <number> sails today')],
    },
    lines: ['boat 7 sails today'],
    patterns: ['<word> <number> sails today'],
  },
  {
    name: 'a split holds where the pattern is wider',
    correction: { kind: 'split', pattern: pattern('guest <word> has paid in full'), position: 1 },
    lines: guests.map((guest) => `guest ${guest} has paid in full`),
    patterns: guests.map((guest) => `guest ${guest} has paid in full`),
  },
  {
    name: 'a token pinned at a position is a variable where its like was never seen',
    correction: {
      kind: 'pin',
      token: 'ada',
      as: 'variable',
      where: { pattern: pattern('guest ada has paid in full'), position: 1 },
    },
    lines: ['guest ben has paid in full', 'guest cho has paid in full'],
    patterns: ['guest <word> has paid in full', 'guest <word> has paid in full'],
  },
  {
    name: 'what says the opposite is left alone',
    correction: { kind: 'name', pattern: pattern('gate <number> is <word> now'), name: 'Gate' },
    lines: ['gate 1 is closed now', 'gate 2 is painted now'],
    patterns: ['gate <number> is closed now', 'gate <number> is painted now'],
    names: ['', 'Gate'],
  },
];

test.each(nextDays)("on the next day's log $name", ({ correction, lines: day, patterns, names }) => {
  const log = new CorrectedLog(day, [correction]);
  expect(log.patterns).toEqual(patterns);
  expect(log.names.map((name) => name ?? '')).toEqual(names ?? patterns.map(() => ''));
});
