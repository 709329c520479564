import { expect, test, vi } from 'vitest';
import type * as vscode from 'vscode';
import type { TaughtLabel } from '../../../src/engine/labels/label';
import type { LineNumber } from '../../../src/engine/model/units';
import { labelAnswers } from '../../../src/extension/big-log/label-answers';
import type { BigLogParts } from '../../../src/extension/big-log/parts';
import type { AnalysedLog } from '../../../src/extension/shared/analyses';
import type { LabelWords } from '../../../src/protocol/big-log';
import type { LineFacts } from '../../../src/protocol/line-facts';
import type { ViewLine } from '../../../src/protocol/log-lines';
import { analysedLog } from '../analysed-log';

vi.mock('vscode', () => import('../vscode-stand-in'));

const template = (pattern: string, verdict: TaughtLabel['verdict']): TaughtLabel => ({
  subject: { kind: 'template', pattern, pieces: [pattern] },
  verdict,
  category: null,
  note: null,
});
const labels = [template('moored', 'normal'), template('hull breached', 'anomalous')];
/** The label of each line, from line 1; the third belongs to the record of the second. */
const held: readonly (number | null)[] = [0, 1, 1, null, 1];
const words: readonly LabelWords[] = labels.map(({ verdict }, given) => ({
  verdict,
  title: `label ${given}`,
  note: '',
  given: 'Ada',
}));

const questions = {
  labelsOfLines: vi.fn(async ({ lines }: { readonly lines: readonly LineNumber[] }) =>
    lines.map((line) => held[line - 1] ?? null),
  ),
  factsOfLines: async (lines: readonly ViewLine[]) =>
    lines.map((line) => ({ first: line === 2 ? 1 : line }) as LineFacts),
};

function answers(log: AnalysedLog | undefined, ask: unknown = questions) {
  questions.labelsOfLines.mockClear();
  const parts = {
    analyses: { get: () => log, ask: () => ask },
    labels: { wordsOf: (_: AnalysedLog, given: number) => words.at(given) },
  };
  return labelAnswers({} as vscode.Uri, parts as unknown as Pick<BigLogParts, 'analyses' | 'labels'>);
}

const never = new AbortController().signal;
const lines = [0, 1, 2, 3, 4] as ViewLine[];
const log = analysedLog([], { labels });
const ended = {
  labelsOfLines: () => Promise.reject(new Error('ended')),
  factsOfLines: () => Promise.reject(new Error('ended')),
};
const nothing = [null, null, null, null, null];

const cases: readonly {
  readonly title: string;
  readonly given: ReturnType<typeof answers>;
  readonly verdicts: readonly (string | null)[];
  readonly told: string | undefined;
}[] = [
  {
    title: 'a sign stands at the first line of a record; its words are those of all its lines',
    given: answers(log),
    verdicts: ['normal', 'anomalous', null, null, 'anomalous'],
    told: 'label 1',
  },
  {
    title: 'lines that were edited have no label',
    given: answers({ ...log, lineNow: (line) => (line < 4 ? line : undefined) }),
    verdicts: ['normal', 'anomalous', null, null, null],
    told: 'label 1',
  },
  {
    title: 'a log that was not analysed has none',
    given: answers(undefined),
    verdicts: nothing,
    told: undefined,
  },
  {
    title: 'a worker that has ended knows none',
    given: answers(log, ended),
    verdicts: nothing,
    told: undefined,
  },
];

test.each(cases)('$title', async ({ given, verdicts, told }) => {
  expect(await given.verdictsOfLines(lines, never)).toEqual(verdicts);
  expect((await given.labelOfLine(2 as ViewLine, never))?.title).toBe(told);
});

test('where nothing was said nothing is asked', async () => {
  expect(await answers(analysedLog([])).verdictsOfLines(lines, never)).toEqual(nothing);
  expect(questions.labelsOfLines).not.toHaveBeenCalled();
});

test.each([[['1']], [[-1]], [[0.5]], ['all']])('what is no line is refused: %j', async (asked) => {
  const answer = async () => answers(log).verdictsOfLines(asked as ViewLine[], never);
  await expect(answer()).rejects.toThrow();
});
