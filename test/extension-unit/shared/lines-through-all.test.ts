import { describe, expect, test } from 'vitest';
import type { LineNumber, SourceIndex } from '../../../src/engine/model/units';
import type { LogQuestions } from '../../../src/extension/shared/analyses';
import {
  LinesThroughAll,
  questionsThroughAll,
  reportThroughAll,
} from '../../../src/extension/shared/lines-through-all';
import type { LineRequest } from '../../../src/protocol/analysis';
import { analysedLog, finding, template } from '../analysed-log';

const source = (lines: number, role: 'log' | 'baseline' = 'log') =>
  ({ path: `/logs/${lines}`, role, lines }) as never;
/** Ten lines, then none, then twenty; five good ones beside them. */
const sources = [source(10), source(0), source(20), source(5, 'baseline')];
const at = (index: number, line: number) => ({
  source: index as SourceIndex,
  line: line as LineNumber,
});

describe('lines of several files', () => {
  const lines = new LinesThroughAll(sources);

  test.each([
    [at(0, 1), 1],
    [at(0, 10), 10],
    [at(2, 1), 11],
    [at(2, 20), 30],
  ])('%o is line %i through all, and the other way round', (place, line) => {
    expect(lines.lineOf(place.source, place.line)).toBe(line);
    expect(lines.placeOf(line as LineNumber)).toEqual(place);
  });

  test('those of a baseline stay its own', () => {
    expect(lines.lineOf(3 as SourceIndex, 4 as LineNumber)).toBe(4);
  });
});

const found = finding(3, {
  source: 2 as SourceIndex,
  repeats: { count: 2, source: 2 as SourceIndex, line: 7 as LineNumber, time: null },
  reasons: [
    {
      detector: 'rarity',
      score: 1,
      message: { pattern: 'rare', values: [] },
      evidence: [at(0, 2), at(2, 2), at(3, 2)].map((place) => ({
        ...place,
        note: { pattern: 'see', values: [] },
      })),
    },
  ],
});

describe('a report', () => {
  test('of several files counts through all of them', () => {
    const kind = template(1, {
      source: 0 as SourceIndex,
      lastSource: 2 as SourceIndex,
      lastLine: 4 as LineNumber,
    });
    const { report } = analysedLog([found], {}, { sources, templates: [kind] });
    const [moved] = reportThroughAll(report).findings;
    expect([moved.line, moved.endLine, moved.repeats.line]).toEqual([13, 13, 17]);
    expect(moved.reasons[0].evidence.map(({ line }) => line)).toEqual([2, 12, 2]);
    const [{ firstLine, lastLine }] = reportThroughAll(report).templates;
    expect([firstLine, lastLine]).toEqual([1, 14]);
  });

  test('of one file stays as it is', () => {
    const { report } = analysedLog([found], {}, { sources: [source(10), source(5, 'baseline')] });
    expect(reportThroughAll(report)).toBe(report);
  });
});

describe('questions', () => {
  const asked: LineRequest[] = [];
  const worker = {
    linesOfTemplate: async () => ({ total: 1, lines: [{ ...at(2, 4), excerpt: '' }] }),
    templateOfLine: async (request: LineRequest) => {
      asked.push(request);
      return null;
    },
    mergeCandidates: async () => ['as it is'],
  } as unknown as LogQuestions;
  const questions = questionsThroughAll(worker, sources);

  test('by a line go to the file it is in', async () => {
    await questions.templateOfLine(at(0, 14));
    expect(asked).toEqual([at(2, 4)]);
  });

  test('answered by lines are answered through all', async () => {
    const { lines } = await questions.linesOfTemplate({ template: 1 as never, offset: 0, limit: 1 });
    expect(lines.map(({ line }) => line)).toEqual([14]);
  });

  test('without lines are the worker’s own', async () => {
    expect(await questions.mergeCandidates({ template: 1 as never })).toEqual(['as it is']);
  });
});
