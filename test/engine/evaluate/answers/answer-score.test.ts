import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { citationMark, strikeEnd, strikeStart } from '../../../../src/engine/citations/marks';
import type { Exercise } from '../../../../src/engine/dataset/generator/exercises/exercise';
import { type GivenCitation, scoreAnswer } from '../../../../src/engine/evaluate/answers/answer-score';
import { totalsOf } from '../../../../src/engine/evaluate/answers/answer-totals';

const exercise: Exercise = {
  name: 'x',
  language: 'en',
  shape: 'single',
  text: '',
  cause: {
    kind: 'pool-exhausted',
    places: ['inventory', 'stock-db'],
    lines: [10, 11, 12, 20, 30, 31],
    messages: [[10, 11], [20], [30]],
  },
};
const missing: Exercise = {
  ...exercise,
  shape: 'cause missing',
  cause: { ...exercise.cause!, messages: [] },
};
const quiet: Exercise = { ...exercise, shape: 'no trouble', cause: null };
const score = (text: string, citations: readonly GivenCitation[] = [], of = exercise) =>
  scoreAnswer({ text, citations, struck: citations.filter(({ isTrue }) => !isTrue).length }, of);
const cited = (firstLine: number, lastLine = firstLine, isTrue = true, document = ''): GivenCitation => ({
  ...{ firstLine, lastLine, isTrue, document },
});
const struck = (text: string) => `${strikeStart}${text}${strikeEnd}`;

describe('the cause is named', () => {
  it.each([
    ['The connection pool of inventory ran out.', true],
    [`inventory: its pool was exhausted ${citationMark(0)}`, true],
    ['根本原因:inventory 的连接池耗尽。', true],
    ['The pool stock-db was exhausted: no connection pool had room.', true],
    ['**Root cause**\n\nThe connection pool was used up.\n\nIt is the one of `inventory`.', true],
    ['- service: inventory\n- what: connection pool exhausted', true],
  ])('%j', (text, named) => expect(score(text).causeNamed).toBe(named));

  it.each([
    ['the wrong service', 'The connection pool of payments ran out.'],
    ['a part of another word', 'The connection pool of old-inventory ran out.'],
    ['no kind', 'inventory is unavailable and its callers time out.'],
    ['both, far apart', 'inventory is slow.\n\nOrders are fine.\n\nA connection pool was full.'],
    ['what is struck out', struck('The connection pool of inventory ran out.')],
    ['what is struck out and does not end', `${strikeStart}The connection pool of inventory ran out.`],
    [
      'one kind of many',
      'inventory: connection pool, deadlock, an expired certificate, out of memory or a full disk, disk full.',
    ],
    ['nothing', ''],
  ])('not by %s', (_, text) => expect(score(text).causeNamed).toBe(false));
});

describe('what is withheld', () => {
  it.each([
    ['There is not enough evidence to say why payments fails.', missing, true],
    ['The log does not show why inventory failed.', missing, true],
    ['证据不足,无法确定原因。', missing, true],
    ['The connection pool of inventory ran out.', missing, false],
    ['Nothing is wrong.', missing, false],
    ['Nothing is wrong in this log.', quiet, true],
    ['## Summary\n\nNo signs of trouble.', quiet, true],
    ['未发现异常。', quiet, true],
    ['It cannot be determined.', quiet, true],
    ['The mailer is broken.', quiet, false],
    ['Disk full.\n\nRestart it.\n\nOtherwise no problem.', quiet, false],
    [struck('Nothing is wrong.'), quiet, false],
  ])('%j: %#', (text, of, withheld) => expect(score(text, [], of).withheld).toBe(withheld));

  it('is asked only where nothing can be named', () => {
    expect(score('Nothing is wrong.').withheld).toBeNull();
    expect(score('x', [], missing).causeNamed).toBeNull();
    expect(score('x', [], quiet).causeNamed).toBeNull();
  });
});

describe('lines cited', () => {
  it('count once, and a message is cited by any of its lines', () => {
    const { signs, signsCited, linesCited, plantedCited } = score('x', [
      cited(11),
      cited(10, 12),
      cited(20),
      cited(500),
    ]);
    expect({ signs, signsCited, linesCited, plantedCited }).toEqual({
      ...{ signs: 3, signsCited: 2, linesCited: 5, plantedCited: 4 },
    });
  });

  it('do not count where they prove nothing or are of another document', () => {
    const { signsCited, linesCited, citations, struck } = score('x', [
      cited(10, 10, false),
      cited(20, 20, true, 'B'),
    ]);
    expect({ signsCited, linesCited, citations, struck }).toEqual({
      ...{ signsCited: 0, linesCited: 0, citations: 2, struck: 1 },
    });
  });

  it('are never more than there are, whatever is cited', () => {
    const citation = fc.record({
      firstLine: fc.integer({ min: -5, max: 60 }),
      lastLine: fc.integer({ min: -5, max: 1e9 }),
      isTrue: fc.boolean(),
      document: fc.constantFrom('', 'B'),
    });
    fc.assert(
      fc.property(fc.array(citation), fc.string(), (citations, text) => {
        const { signs, signsCited, linesCited, plantedCited } = score(text, citations);
        expect(signsCited).toBeLessThanOrEqual(signs);
        expect(plantedCited).toBeLessThanOrEqual(Math.min(linesCited, 6));
      }),
    );
  });
});

it('totals count what there was to be right about', () => {
  const totals = totalsOf([
    score('The connection pool of inventory ran out.', [cited(10), cited(20), cited(99)]),
    score('Who knows.', [cited(1, 1, false)]),
    score('Nothing is wrong.', [], quiet),
    score('证据不足', [], missing),
  ]);
  expect(totals).toEqual({
    answers: 4,
    causesNamed: { count: 1, of: 2 },
    withheldRightly: { count: 2, of: 2 },
    signsCited: { count: 2, of: 6 },
    citedPlanted: { count: 2, of: 3 },
    struck: { count: 1, of: 4 },
  });
});
