import { describe, expect, test, vi } from 'vitest';

vi.mock('vscode', () => import('../vscode-stand-in'));

import * as vscode from 'vscode';
import type { LineNumber } from '../../../src/engine/model/units';
import { attachedPiece, chipOf, type Where } from '../../../src/extension/assistant/attached';
import { comparisonText } from '../../../src/extension/assistant/comparison-text';
import { metricsText } from '../../../src/extension/assistant/metrics-text';
import { focusOf, idOf, type Piece, withoutPiece, withPiece } from '../../../src/extension/assistant/pieces';
import { slashCommandOf } from '../../../src/extension/assistant/slash-command';
import type { AnalysedLog } from '../../../src/extension/shared/analyses';
import type { ComparedReport } from '../../../src/extension/shared/compared-reports';

test.for<[string, string | null, string]>([
  ['What broke?', null, 'What broke?'],
  ['/rootcause', 'rootcause', ''],
  ['  /timeline of the restart ', 'timeline', 'of the restart'],
  ['/summary\nin two lines', 'summary', 'in two lines'],
  ['/etc/passwd is gone', null, '/etc/passwd is gone'],
  ['/constructor', null, '/constructor'],
  ['see /summary', null, 'see /summary'],
])('%j is the command %s with %j', ([typed, command, question]) => {
  expect(slashCommandOf(typed)).toEqual({ command, question });
});

describe('what goes along', () => {
  const stretch = (first: number, last: number) => ({
    firstLine: first as LineNumber,
    lastLine: last as LineNumber,
  });
  const lines = (first: number, last: number): Piece => ({
    kind: 'selection',
    stretches: [stretch(first, last)],
  });
  const twoFiles: Piece = { kind: 'selection', stretches: [stretch(4, 6), stretch(904, 905)] };
  const incident = (id: string): Piece => ({ kind: 'incident', incidentId: id });
  const source = (name: string): Piece => ({ kind: 'source', name });

  test.for<[string, readonly Piece[], Piece, readonly string[]]>([
    ['a second selection takes the place of the first', [lines(1, 2)], lines(3, 4), ['selection']],
    ['a second incident takes the place of the first', [incident('a')], incident('b'), ['incident b']],
    ['sources stand beside each other', [source('a')], source('b'), ['source a', 'source b']],
    ['the same source stands once', [source('a')], source('a'), ['source a']],
    ['evidence stands first', [lines(1, 2)], { kind: 'evidence' }, ['evidence', 'selection']],
  ])('%s', ([, before, piece, ids]) => {
    expect(withPiece(before, piece).map(idOf)).toEqual(ids);
  });

  test('a piece is taken away by its id', () => {
    expect(withoutPiece([source('a'), source('b')], 'source a')).toEqual([source('b')]);
  });

  const log = {
    incidents: [
      { id: 'timed', start: '100', end: null, timeline: [], firstLine: 5, worstLine: 9 },
      {
        id: 'timeless',
        start: null,
        end: null,
        timeline: [{ line: 3 }, { line: 12 }],
        firstLine: 5,
        worstLine: 9,
      },
    ],
  } as unknown as AnalysedLog;

  test.for<[string, readonly Piece[], object | null]>([
    ['all of the log', [{ kind: 'evidence' }], null],
    ['selected lines, before all', [incident('timed'), lines(4, 6)], { firstLine: 4, lastLine: 6 }],
    ['all of the log, where rows of a merge are selected', [twoFiles], null],
    ['an incident’s time', [incident('timed')], { from: '100', until: '100' }],
    ['the lines of an incident without times', [incident('timeless')], { firstLine: 3, lastLine: 12 }],
    ['all of the log, where the incident is gone', [incident('gone')], null],
  ])('evidence is about %s', ([, pieces, focus]) => {
    expect(focusOf(pieces, log)).toEqual(focus);
  });
});

describe('lines selected in a merge', () => {
  const selection: Piece = {
    kind: 'selection',
    stretches: [
      { firstLine: 4 as LineNumber, lastLine: 6 as LineNumber },
      { firstLine: 22 as LineNumber, lastLine: 22 as LineNumber },
    ],
  };
  const sources = [
    { role: 'log', path: '/var/north.log', lines: 20 },
    { role: 'log', path: '/var/south.log', lines: 9 },
  ];
  const log = { uri: vscode.Uri.parse('oddline-merge:/x'), report: { sources } } as unknown as AnalysedLog;

  test('are called by file and line, as the editor shows them', () => {
    expect(chipOf(selection, log, 12)).toMatchObject({ title: 'north.log:4–6, south.log:2', tokens: 12 });
  });

  test('go along, and no line between them', async () => {
    const asked: unknown[] = [];
    const runTool = async (request: { readonly arguments: unknown }) => {
      asked.push(request.arguments);
      return { text: JSON.stringify(request.arguments), tokens: 5, lines: [], isError: false };
    };
    const where = { analyses: { ask: () => ({ runTool }) } } as unknown as Where;
    const { context, tokens } = await attachedPiece(selection, log, where);
    expect(asked).toEqual([
      { first: 4, last: 6 },
      { first: 22, last: 22 },
    ]);
    expect(context?.text).toBe('{"first":4,"last":6}\n{"first":22,"last":22}');
    expect(tokens).toBe(10);
  });
});

describe('context as text', () => {
  test('of figures: their extremes and course, without what has no value', () => {
    const seconds = Float64Array.of(0, 60, 120);
    const series = { name: 'cpu', unit: '%', seconds, values: Float64Array.of(1, Number.NaN, 5) };
    expect(metricsText([series])).toBe(
      'cpu (%): least 1, most 5, mean 3\n  1970-01-01T00:00:00.000Z 1\n  1970-01-01T00:02:00.000Z 5',
    );
    const empty = { ...series, values: Float64Array.of(Number.NaN, Number.NaN, Number.NaN) };
    expect(metricsText([empty])).toBe('cpu: no values');
  });

  test('of a comparison: the worst first, and the good log’s lines by its letter', () => {
    const finding = (line: number, score: number, excerpt: string) => ({
      kind: 'new',
      line,
      tellingLine: line,
      score,
      excerpt,
    });
    const compared = {
      good: { kind: 'files', paths: ['good.log'] },
      report: {
        totals: { new: 2, shifted: 0, vanished: 1 },
        findings: [finding(4, 0.3, 'small'), finding(9, 0.9, 'large')],
        vanished: [{ line: 7, count: 12, excerpt: 'health check' }],
        sides: [],
      },
    } as unknown as ComparedReport;
    const text = comparisonText(compared, 'B');
    expect(text.indexOf('new L9: large')).toBeLessThan(text.indexOf('new L4: small'));
    expect(text).toContain('gone (12 records in the good log) B:L7: health check');
  });
});
