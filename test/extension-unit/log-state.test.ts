import { describe, expect, test } from 'vitest';
import type { SourceIndex } from '../../src/engine/model/units';
import {
  afterEdits,
  type EditDuringRun,
  shownFindings,
  stalerOf,
  stateAfterRun,
  stateOf,
} from '../../src/extension/shared/log-state';
import type { AnalysisReport } from '../../src/protocol/analysis';
import { incident } from './incidents/sample-incident';
import { finding, linesOf } from './sample-finding';

/** Made of one finding, of both, and of one that is not listed. */
const incidents = [['finding-10'], ['finding-10', 'finding-20'], ['unlisted']].map((findings, index) =>
  incident(index, { findings }),
);

function report(verdict: AnalysisReport['verdict']): AnalysisReport {
  const sources = [{ role: 'log' }] as unknown as AnalysisReport['sources'];
  const strangest = [finding(30), finding(10), finding(20)];
  const findings = [finding(10), finding(20)];
  return { verdict, sources, findings, strangest, incidents } as unknown as AnalysisReport;
}

const all = () => false;
const lineAbove = {
  startLine: 0,
  startCharacter: 0,
  endLine: 0,
  endCharacter: 0,
  insertedLineEnds: 1,
  inserts: 'lines',
} as const;

describe('what is shown of a log', () => {
  test('its findings, painted', () => {
    expect(shownFindings(stateOf(report('findings')), all)).toMatchObject({ hidden: 0, painted: true });
  });
  test('those labelled normal are left out and counted', () => {
    const shown = shownFindings(stateOf(report('findings')), ({ line }) => line === 10);
    expect(linesOf(shown.findings)).toEqual([[20, 20]]);
    expect(shown.hidden).toBe(1);
    expect(shown.incidents.map(({ id }) => id)).toEqual(['1', '2']);
  });
  test('a log unusual as a whole is not painted', () => {
    expect(shownFindings(stateOf(report('unusual')), all).painted).toBe(false);
  });
  test('its strangest lines are painted on request, in line order', () => {
    const shown = shownFindings({ ...stateOf(report('unusual')), showsStrangest: true }, all);
    expect(shown.painted).toBe(true);
    expect(linesOf(shown.findings)).toEqual([
      [10, 10],
      [20, 20],
      [30, 30],
    ]);
  });
});

describe('a line put in above all', () => {
  const edited = afterEdits(stateOf(report('findings')), [lineAbove]);
  test('moves findings and strangest lines alike', () => {
    expect(linesOf(shownFindings(edited, all).findings)).toEqual([
      [11, 11],
      [21, 21],
    ]);
    const strangest = shownFindings({ ...edited, showsStrangest: true }, all).findings;
    expect(linesOf(strangest)).toEqual([
      [11, 11],
      [21, 21],
      [31, 31],
    ]);
  });
  test('leaves the lines of a baseline where they are', () => {
    const inBaseline = finding(5, 5, { source: 1 as SourceIndex });
    const withBaseline = { ...edited, report: { ...edited.report, findings: [inBaseline] } };
    expect(linesOf(shownFindings(withBaseline, all).findings)).toEqual([[5, 5]]);
  });
});

test('a finding that was edited is gone', () => {
  const typed = {
    ...lineAbove,
    startLine: 9,
    endLine: 9,
    insertedLineEnds: 0,
    inserts: 'part of a line',
  } as const;
  expect(linesOf(shownFindings(afterEdits(stateOf(report('findings')), [typed]), all).findings)).toEqual([
    [20, 20],
  ]);
});

test.each([
  [['grown', 'edited'], 'edited'],
  [['edited', 'grown'], 'edited'],
  [['corrected', 'grown'], 'corrected'],
  [['grown', 'changed-on-disk', 'grown'], 'changed-on-disk'],
] as const)('after %j it is stale because %s', (happened, why) => {
  expect(happened.reduce(stalerOf, stateOf(report('findings'))).stale).toBe(why);
});

describe('a run during which the text changed', () => {
  const reloaded: EditDuringRun = { stale: 'changed-on-disk', moves: [lineAbove] };
  const typed: EditDuringRun = { stale: 'edited', moves: [lineAbove] };
  const cases: {
    name: string;
    edits: EditDuringRun[];
    isOnDisk: boolean;
    stale: string | undefined;
    first: number;
  }[] = [
    { name: 'not at all is fresh', edits: [], isOnDisk: true, stale: undefined, first: 10 },
    {
      name: 'on disk, before it was read, is fresh',
      edits: [reloaded],
      isOnDisk: true,
      stale: undefined,
      first: 10,
    },
    {
      name: 'on disk, after it was read, is stale',
      edits: [reloaded],
      isOnDisk: false,
      stale: 'changed-on-disk',
      first: 11,
    },
    {
      name: 'by typing is stale, whatever is on disk',
      edits: [reloaded, typed],
      isOnDisk: true,
      stale: 'edited',
      first: 11,
    },
    {
      name: 'by typing and on disk is an edited one',
      edits: [typed, reloaded],
      isOnDisk: false,
      stale: 'edited',
      first: 12,
    },
  ];
  test.each(cases)('$name', ({ edits, isOnDisk, stale, first }) => {
    const state = stateAfterRun(report('findings'), edits, isOnDisk);
    expect(state.stale).toBe(stale);
    expect(shownFindings(state, all).findings[0].line).toBe(first);
  });
});
