import type { ComparedFinding, ComparedReason } from '../../model/comparison';
import type { Sentence } from '../../model/finding';
import { Level, levelName } from '../../model/level';
import type { RecordTable } from '../../model/record-table';
import { severityOf } from '../severity';
import type { BadLines } from './bad-lines';
import { comparisonPatterns } from './sentences';
import type { Shift } from './shifted-lines';
import type { Stretch } from './stretches';

/** Of lines that tell of no failure themselves. */
const leastScore = 0.3;
/** The words of a level, which the whole line holds. */
const levelWord = /^(?:err|error|critical|fatal)$/iu;
/** A shifted line is weaker evidence than a new one. */
const shiftedWeight = 0.8;

export function newFinding(records: RecordTable, lines: BadLines, stretch: Stretch): ComparedFinding {
  const { first, last, telling, written, unknown } = stretch;
  const reasons = [reasonOf(messageOf(lines, telling))];
  if (written > 1)
    reasons.push(reasonOf({ pattern: comparisonPatterns.newLines, values: [unknown, written] }));
  return {
    ...placeOf(records, lines, first, last, telling),
    kind: 'new',
    ...weightOf(Math.max(leastScore, lines.score(telling))),
    reasons,
  };
}

export function shiftedFinding(records: RecordTable, lines: BadLines, shift: Shift): ComparedFinding {
  const { line, count, goodCount, good, wording } = shift;
  const goodLine = good.firstLine(wording);
  const evidence = {
    source: good.source,
    line: records.lineNumber(goodLine),
    note: { pattern: comparisonPatterns.inGood, values: [] },
  };
  const message = { pattern: comparisonPatterns.shifted, values: [count, goodCount] };
  return {
    ...placeOf(records, lines, line, line, line),
    kind: 'shifted',
    ...weightOf(lines.score(line) * shiftedWeight),
    reasons: [{ message, evidence: [evidence] }],
  };
}

function placeOf(records: RecordTable, lines: BadLines, first: number, last: number, telling: number) {
  return {
    source: records.sourceOfLine(lines.lineIndex(first)),
    line: records.lineNumber(lines.lineIndex(first)),
    endLine: records.lineNumber(lines.lineIndex(last)),
    tellingLine: records.lineNumber(lines.lineIndex(telling)),
  };
}

function messageOf(lines: BadLines, line: number): Sentence {
  const { words, score } = lines.wordsOf(line);
  const level = lines.level(line);
  const says = score > 0 && !levelWord.test(words) ? words : '';
  if (level >= Level.warn && says === '')
    return { pattern: comparisonPatterns.newLevel, values: [levelName(level)] };
  if (words !== '' && score > 0) return { pattern: comparisonPatterns.newWords, values: [words] };
  if (score > 0) return { pattern: comparisonPatterns.newCount, values: [] };
  const pattern = lines.score(line) > 0 ? comparisonPatterns.newTrace : comparisonPatterns.newAtAll;
  return { pattern, values: [] };
}

function reasonOf(message: Sentence): ComparedReason {
  return { message, evidence: [] };
}

function weightOf(exact: number): Pick<ComparedFinding, 'score' | 'severity'> {
  // Single precision shows digits that mean nothing.
  const score = Math.round(exact * 1000) / 1000;
  return { score, severity: severityOf(score) };
}
