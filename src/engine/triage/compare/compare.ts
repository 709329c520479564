import type { Comparison } from '../../model/comparison';
import type { Sentence } from '../../model/finding';
import type { RecordTable } from '../../model/record-table';
import type { LineIndex, RecordIndex, SourceIndex } from '../../model/units';
import type { SourceTexts } from '../../records/source-texts';
import { eligibleRuns, type TimeRange } from '../time-range';
import { BadLines } from './bad-lines';
import { explainingLines } from './explaining-lines';
import { newFinding, shiftedFinding } from './findings';
import { lastResort } from './last-resort';
import type { ComparedSource } from './line-blocks';
import { FailureWords } from './line-evidence';
import { LineWordings, mostWordings } from './line-wordings';
import { comparisonPatterns } from './sentences';
import { shiftsOf } from './shifted-lines';
import { stretchesOf } from './stretches';
import { alsoNewTemplates, namedTemplates, reorderings, vanishedTemplates } from './template-changes';
import { type ComparedTemplates, templateCounts } from './template-tables';
import { VaryingTemplates } from './varying-templates';
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
  return comparisonOf(input, wordings, bad, goods);
}

function comparisonOf(
  input: ComparisonInput,
  wordings: LineWordings,
  bad: SourceIndex,
  goods: readonly SourceIndex[],
): Comparison {
  const { records, templates } = input;
  const goodCounts = goods.map((good) => new WordingCounts(records, good, wordings));
  const lines = new BadLines(records, bad, knowledgeOf(input, wordings, goods, goodCounts));
  const explaining = explainingLines(lines);
  const chosen = explaining.includes(1) ? explaining : lastResort(lines);
  const news = stretchesOf(lines, chosen).map((stretch) => newFinding(records, lines, stretch));
  const shifts = shiftsOf(lines, wordings, new WordingCounts(records, bad, wordings), goodCounts)
    .filter(({ line }) => chosen[line] === 0)
    .map((shift) => shiftedFinding(records, lines, shift));
  const [badTemplates, ...goodTemplates] = templateCounts(records, templates, [bad, ...goods]);
  const isFound = (line: LineIndex) => chosen[line - lines.first] === 1;
  const changes = {
    vanished: vanishedTemplates(records, badTemplates, goodTemplates),
    reordered: reorderings(records, badTemplates, goodTemplates),
    alsoNew: alsoNewTemplates(records, badTemplates, goodTemplates, isFound),
  };
  return {
    findings: [...news, ...shifts].sort((a, b) => a.line - b.line),
    ...changes,
    templates: namedTemplates(templates, changes),
    notJudged: wordings.overflowed
      ? [{ pattern: comparisonPatterns.tooManyWordings, values: [mostWordings] }]
      : [],
  };
}

function knowledgeOf(
  { records, templates, range }: ComparisonInput,
  wordings: LineWordings,
  goods: readonly SourceIndex[],
  goodCounts: readonly WordingCounts[],
) {
  const words = new FailureWords(wordings);
  const varying = new VaryingTemplates(records, templates, goods, wordings, words);
  const asked = linesWithin(records, range);
  const isKnown = (line: LineIndex, record: RecordIndex | undefined, score: number) => {
    const wording = wordings.at(line);
    if (wordings.isOther(wording) || goodCounts.some((good) => good.of(wording) > 0)) return true;
    if (record !== undefined && varying.covers(record, score)) return true;
    return asked !== undefined && asked[line] === 0;
  };
  return { wordings, words, isKnown };
}

/** By line of the session, 1 where the bad log's line is in the range; undefined where all are. */
function linesWithin(records: RecordTable, range: TimeRange): Uint8Array | undefined {
  if (range.isOpen) return undefined;
  const within = new Uint8Array(records.lineCount);
  for (const { from, to } of eligibleRuns(records, range)) {
    const last = records.lastLine((to - 1) as RecordIndex);
    within.fill(1, records.firstLine.get(from), last + 1);
  }
  return within;
}

function nothing(reason: Sentence): Comparison {
  return { findings: [], vanished: [], reordered: [], alsoNew: [], templates: [], notJudged: [reason] };
}
