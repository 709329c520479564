import { beforeEach, describe, expect, test, vi } from 'vitest';

vi.mock('vscode', () => import('../vscode-stand-in'));

import type { LineNumber } from '../../../src/engine/model/units';
import { CitationsNow, type RecordsOf } from '../../../src/extension/assistant/citations-now';
import { newTurn } from '../../../src/extension/assistant/new-turn';
import type { AnswerCitation } from '../../../src/protocol/answer';
import type { Turn } from '../../../src/protocol/assistant';

const sent = { kind: 'sent', text: 'sent to api.example.com' } as const;

function cited(firstLine: number, note: string, more: Partial<AnswerCitation> = {}): AnswerCitation {
  const line = firstLine as LineNumber;
  const own = { label: `L${firstLine}`, document: '', firstLine: line, lastLine: line };
  return { ...own, isTrue: true, note, ...more };
}

function turnOf(citations: readonly AnswerCitation[], more: Partial<Turn> = {}): Turn {
  return {
    ...newTurn('one', 'Why?', sent),
    answer: { checked: '', rest: '', citations, struck: 0 },
    ...more,
  };
}

/** Line 3 is of no record, lines 4 and 5 are of one. */
const lines = new Map([
  [1, 'pool exhausted'],
  [2, 'payment 17 refused'],
  [4, 'stack\n at a'],
  [5, 'stack\n at a'],
]);
const asked: number[] = [];
const recordsOf: RecordsOf = (document) =>
  document === ''
    ? async (wanted) => {
        asked.push(wanted.length);
        return wanted.map((line) => {
          const text = lines.get(line);
          const place = { firstLine: line, lastLine: line, templateWords: [], parameters: [] };
          return text === undefined ? null : { ...place, text };
        });
      }
    : undefined;

let now: CitationsNow;
const standing = async (...turns: readonly Turn[]) => {
  await now.hold(turns, recordsOf);
  return now.shown(turns[0]);
};
beforeEach(() => {
  now = new CitationsNow();
  asked.length = 0;
});

describe('a citation of a kept answer', () => {
  test.each<[string, AnswerCitation]>([
    ['whose line says the same', cited(1, 'pool exhausted')],
    ['of which only the beginning was kept', cited(2, 'payment 1')],
    ['of lines the first of which are of no record', cited(3, 'stack', { lastLine: 5 as LineNumber })],
  ])('%s leads there', async (_, citation) => {
    const turn = turnOf([citation]);
    expect(await standing(turn)).toBe(turn);
  });

  test.each<[string, AnswerCitation, string]>([
    [
      'whose line says something else',
      cited(2, 'pool exhausted'),
      'something else now. It said: pool exhausted',
    ],
    ['whose line differs in a value', cited(2, 'payment 18 refused'), 'It said: payment 18 refused'],
    ['whose line is gone', cited(900, 'pool exhausted'), 'something else now'],
    [
      'of what is closed by now',
      cited(1, 'pool exhausted', { document: 'B' }),
      'not open any more. It said: pool',
    ],
  ])('%s is struck out, and that is said', async (_, citation, note) => {
    const shown = await standing(turnOf([cited(1, 'pool exhausted'), citation]));
    expect(shown.answer.citations.map(({ isTrue }) => isTrue)).toEqual([true, false]);
    expect(shown.answer.citations[1].note).toContain(note);
    expect(shown.notices.at(-1)).toMatchObject({
      kind: 'warning',
      text: expect.stringContaining('1 citations'),
    });
  });

  test('that never held stays as it was', async () => {
    const turn = turnOf([cited(900, 'there is no such line', { isTrue: false })]);
    expect(await standing(turn)).toBe(turn);
  });

  test('of a report is held in the same way', async () => {
    const evidence = [{ citation: cited(2, 'pool exhausted'), quote: '' }];
    const finding = { severity: 'high', type: 'Pool', detail: 'Exhausted', evidence } as const;
    const report = { summary: '', needsActionNow: true, nextChecks: [], struck: 0 };
    const causes = [{ cause: 'Pool', confidence: 1, evidence }];
    const shown = await standing(turnOf([], { report: { ...report, findings: [finding], causes } }));
    expect(shown.report?.findings[0].evidence[0].citation.isTrue).toBe(false);
    expect(shown.report?.causes[0].evidence[0].citation.isTrue).toBe(false);
  });

  test('leads there again where the log is what it was', async () => {
    const turn = turnOf([cited(2, 'pool exhausted')]);
    expect(await now.hold([turn], recordsOf)).toBe(true);
    lines.set(2, 'pool exhausted');
    expect(await now.hold([turn], recordsOf)).toBe(true);
    expect(now.shown(turn)).toBe(turn);
    lines.set(2, 'payment 17 refused');
  });
});

test('an answer by rules quotes no line to hold it by', async () => {
  const turn = turnOf([cited(2, 'pool exhausted')], { badge: { kind: 'rules', text: 'by rules' } });
  expect(await standing(turn)).toBe(turn);
  expect(asked).toEqual([]);
});

test('lines are asked for once, as many at a time as the log tells', async () => {
  const turn = turnOf(Array.from({ length: 700 }, (_, at) => cited(1 + (at % 350), 'pool exhausted')));
  await now.hold([turn, turn], recordsOf);
  expect(asked).toEqual([200, 150]);
});

test('of two that run at once the one begun last counts', async () => {
  const stale = turnOf([cited(2, 'pool exhausted')]);
  const fresh = turnOf([cited(1, 'payment 17 refused')]);
  const first = now.hold([stale], recordsOf);
  const second = now.hold([fresh], recordsOf);
  expect(await Promise.all([first, second])).toEqual([false, true]);
  expect(now.shown(stale)).toBe(stale);
  expect(now.shown(fresh).answer.citations[0].isTrue).toBe(false);
});
