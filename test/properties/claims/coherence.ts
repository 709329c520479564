import assert from 'node:assert/strict';
import type { Analysis } from '../../../src/engine/model/analysis';
import type { Finding } from '../../../src/engine/model/finding';
import type { SourceUnderstanding } from '../../../src/engine/model/understanding';
import { decoded } from '../../engine/source-texts';
import { outcomeOf, sessionOf } from '../outcome';
import { same } from '../same';
import type { Claim } from './claim';

function checkFinding({ line, endLine, score }: Finding, lines: number): void {
  assert.ok(line >= 1 && line <= endLine && endLine <= lines, `lines ${line} to ${endLine} of ${lines}`);
  assert.ok(score >= 0 && score <= 1, `score ${score}`);
}

function checkTemplates({ templates, sources }: Pick<Analysis, 'templates' | 'sources'>): void {
  const [{ records, lines }] = sources;
  assert.equal(
    templates.reduce((sum, { count }) => sum + count, 0),
    records,
  );
  for (const { firstLine, lastLine, rarity } of templates) {
    assert.ok(firstLine >= 1 && firstLine <= lastLine && lastLine <= lines);
    assert.ok(rarity >= 0 && rarity <= 1, `rarity ${rarity}`);
  }
}

function checkUnderstanding({ samples, unfitLines, timelessLines, lines }: SourceUnderstanding): void {
  for (const { line } of [...samples, ...unfitLines, ...timelessLines]) assert.ok(line >= 1 && line <= lines);
  for (const { text, columns } of samples) {
    const bounds = columns.flatMap(({ start, end }) => [start, end]);
    same(
      bounds,
      bounds.toSorted((a, b) => a - b),
      'columns',
    );
    assert.ok(bounds.every((at) => at >= 0 && at <= text.length));
  }
}

export const coherence: Claim = {
  name: 'what is told of it holds together: counts add up, lines exist, scores lie between 0 and 1, columns in their lines',
  holds({ bytes }) {
    const { analysis, understanding, cuts } = outcomeOf(sessionOf([bytes]), decoded(bytes));
    const [{ lines, records, timed, unfit }] = analysis.sources;
    for (const finding of [...analysis.findings, ...analysis.strangest]) checkFinding(finding, lines);
    assert.equal(
      Object.values(analysis.findingCounts).reduce((sum, count) => sum + count, 0),
      analysis.findings.length,
    );
    checkTemplates(analysis);
    checkUnderstanding(understanding[0]);
    assert.ok(records <= lines && timed <= records && unfit <= lines);
    if (cuts.length === records) assert.equal(cuts.filter(({ time }) => time !== null).length, timed);
  },
};
