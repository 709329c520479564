import { describe, expect, test } from 'vitest';
import type { TemplateId } from '../../../../src/engine/model/units';
import { CorrectedLog, pattern } from './corrected';

const lines = [
  'kiln 4 was fired by ada',
  'the kiln is cold',
  'oven 4 was fired by ada',
  'oven 4 was cleaned by ben',
  'nothing to report, sir',
];

function candidates(of: string, log = new CorrectedLog(lines)): string[] {
  const id = log.ids[lines.indexOf(of)] as TemplateId;
  return log.miner.mergeCandidates(id).map((candidate) => candidate.pattern);
}

describe('what a template can be merged with', () => {
  const cases = [
    {
      name: 'the most alike first, each with the pattern of both; what has nothing in common is left out',
      of: 'kiln 4 was fired by ada',
      patterns: ['<word> <number> was fired by ada', '<word> <number> was <word> by <word>'],
    },
    { name: 'nothing where nothing is alike', of: 'nothing to report, sir', patterns: [] },
  ];
  test.each(cases)('$name', ({ of, patterns }) => {
    expect(candidates(of)).toEqual(patterns);
  });

  test('is shown as merging makes it, of another number of words too', () => {
    const several = ['gate 7 of dock north opened', 'gate 7 of dock north opened late'];
    const log = new CorrectedLog(several);
    const [first] = log.miner.mergeCandidates(log.ids[1]!);
    log.correct({ kind: 'merge', patterns: several.map((line) => pattern(line.replace('7', '<number>'))) });
    expect(log.patterns).toEqual([first?.pattern, first?.pattern]);
  });

  test('are templates as they are corrected', () => {
    const log = new CorrectedLog(lines);
    log.correct({
      kind: 'merge',
      patterns: [pattern('kiln <number> was fired by ada'), pattern('oven <number> was fired by ada')],
    });
    expect(candidates('oven 4 was cleaned by ben', log)).toEqual(['<word> <number> was <word> by <word>']);
  });
});
