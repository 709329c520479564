import { templatesOfSignatures } from '../../features/mined-templates';
import type { Comparison } from '../../model/comparison';
import type { Sentence } from '../../model/finding';
import type { RecordTable } from '../../model/record-table';
import type { LineIndex, SourceIndex } from '../../model/units';
import type { SourceTexts } from '../../records/source-texts';
import type { TimeRange } from '../time-range';
import { BadLines } from './bad-lines';
import { explainingLines } from './explaining-lines';
import { newFinding, shiftedFinding } from './findings';
import { knownLines } from './known-lines';
import { lastResort } from './last-resort';
import type { ComparedSource } from './line-blocks';
import { FailureWords } from './line-evidence';
import { LineWordings, mostWordings } from './line-wordings';
import { comparisonPatterns } from './sentences';
import { shiftsOf } from './shifted-lines';
import { stretchesOf } from './stretches';
import { alsoNewTemplates, namedTemplates, reorderings, vanishedTemplates } from './template-changes';
import { templateSides } from './template-sides';
import { type ComparedTemplates, SourceTemplates } from './template-tables';
import { WordingCounts } from './wording-counts';

export interface ComparisonInput {
  readonly records: RecordTable;
  /** One a source. */
  readonly readers: readonly ComparedSource[];
  readonly templates: ComparedTemplates;
  readonly texts: SourceTexts;
  /** Only lines of records within become findings. */
  readonly range: TimeRange;
}

/**
 * Holds the log of a session against its baselines: which of its lines explain that it went wrong. Wordings are compared, not
 * lines: digits, times, sizes and paths do not count, and neither does the order. Yields the share done, 0 to 1.
 */
export function* compare(input: ComparisonInput): Generator<number, Comparison> {
  const { records } = input;
  const indices = records.sources.map((_, index) => index as SourceIndex);
  const goods = indices.filter((index) => records.sources[index].role === 'baseline');
  const bad = indices.find((index) => records.sources[index].role === 'log');
  if (bad === undefined || goods.length === 0)
    return nothing({ pattern: comparisonPatterns.noGood, values: [] });
  const wordings = new LineWordings();
  yield* wordings.read(records, input.readers, input.texts);
  return comparisonOf(input, wordings, [bad, ...goods]);
}

function comparisonOf(
  { records, templates, range }: ComparisonInput,
  wordings: LineWordings,
  [bad, ...goods]: readonly SourceIndex[],
): Comparison {
  const templateOf = templatesOfSignatures(templates);
  const tableOf = (source: SourceIndex) =>
    new SourceTemplates(records, templateOf, wordings, new WordingCounts(records, source, wordings));
  const badTable = tableOf(bad);
  const goodTables = goods.map(tableOf);
  const words = new FailureWords(wordings);
  const isKnown = knownLines({
    records,
    wordings,
    words,
    goods: goodTables.map(({ lines }) => lines),
    range,
  });
  const lines = new BadLines(records, bad, { wordings, words, isKnown });
  const { findings, isFound } = findingsOf(records, wordings, lines, badTable, goodTables);
  const changes = {
    vanished: vanishedTemplates(records, badTable, goodTables),
    reordered: reorderings(records, badTable, goodTables),
    alsoNew: alsoNewTemplates(records, badTable, goodTables, isFound),
  };
  const notJudged = wordings.overflowed
    ? [{ pattern: comparisonPatterns.tooManyWordings, values: [mostWordings] }]
    : [];
  const sides = templateSides(records, templates, badTable, goodTables);
  return { findings, ...changes, sides, templates: namedTemplates(templates, changes), notJudged };
}

function findingsOf(
  records: RecordTable,
  wordings: LineWordings,
  lines: BadLines,
  bad: SourceTemplates,
  goods: readonly SourceTemplates[],
) {
  const explaining = explainingLines(lines);
  const chosen = explaining.includes(1) ? explaining : lastResort(lines);
  const news = stretchesOf(lines, chosen).map((stretch) => newFinding(records, lines, stretch));
  const goodLines = goods.map((good) => good.lines);
  const shifted = shiftsOf(lines, wordings, bad.lines, goodLines)
    .filter(({ line }) => chosen[line] === 0)
    .map((shift) => shiftedFinding(records, lines, shift));
  const findings = [...news, ...shifted].sort((a, b) => a.line - b.line);
  return { findings, isFound: (line: LineIndex) => chosen[line - lines.first] === 1 };
}

function nothing(reason: Sentence): Comparison {
  return {
    ...{ findings: [], vanished: [], reordered: [], alsoNew: [], sides: [], templates: [] },
    notJudged: [reason],
  };
}
