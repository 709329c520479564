import type { Sentence } from '../../engine/model/finding';
import type { LineNumber } from '../../engine/model/units';
import { byShape } from '../../protocol/line-shape';
import type { Tell } from '../../protocol/overview';
import type {
  ColouredLine,
  FormatCorrection,
  LineColumn,
  ShownLine,
  SourceUnderstanding,
} from '../../protocol/understanding';
import { understandingText, understandingWarnings } from '../../protocol/understanding-status';
import { countSentences, learnedText, shownRole, wholeFormat } from '../../protocol/understanding-text';
import { legend } from './legend';

/** What stands in one line of the document besides its text. */
export interface PageLine {
  readonly text: string;
  /** Offsets in `text`. */
  readonly columns: readonly LineColumn[];
  /** The line of the log it shows, and where in `text` that begins. */
  readonly shows?: ShownLine & { readonly at: number };
  /** The correction it is about, which may be forgotten. */
  readonly correction?: FormatCorrection;
  /** The shape of the lines below it, or a title. */
  readonly isHeading?: boolean;
}

/** Lines of one shape; more of them show the same. */
const mostOfShape = 5;

/** Separators that are no line ends for VS Code, but which its editors warn of. */
const unusualLineEnds = /[\u2028\u2029]/g;

/** What was understood of one log: in words, by sample lines, and what did not fit. */
export function understoodPage(source: SourceUnderstanding, tell: Tell): PageLine[] {
  const say = (pattern: string) => plain(tell({ pattern, values: [] }));
  const numbered = numberedLines(source);
  return [
    plain(understandingText(wholeFormat(source), tell)),
    plain(countSentences(source).map(told(tell)).join(' · ')),
    ...warnings(source, tell),
    ...shown(source.corrections, tell),
    plain(''),
    legend(tell),
    say(
      'Enter goes to the line in the log. Wrong? Select the time stamp, level or id in a line and run one of',
    ),
    say('Oddline: This Is the Time Stamp, the Level, the Id, the Start of a Record.'),
    ...[...byShape(source.samples)].flatMap(([shape, lines]) => [
      plain(''),
      { ...plain(shape), isHeading: true },
      ...lines.slice(0, mostOfShape).map(numbered),
    ]),
    ...listed(source.unfitLines, tell({ pattern: 'First lines that fit no record:', values: [] }), numbered),
    ...listed(source.timelessLines, tell({ pattern: 'First records without a time:', values: [] }), numbered),
  ];
}

/** Of a log that was not analysed, or whose worker ended. */
export function plainPage(sentences: readonly Sentence[], tell: Tell): PageLine[] {
  return sentences.map((sentence) => plain(tell(sentence)));
}

/** The page's line that shows this stretch of the log's line, in offsets of the line as shown; undefined for other lines. */
export function stretchOf(
  { shows }: PageLine,
  start: number,
  end: number,
):
  | { readonly line: LineNumber; readonly text: string; readonly start: number; readonly end: number }
  | undefined {
  if (shows === undefined || end <= shows.at) return undefined;
  const { line, text, at } = shows;
  return { line, text, start: Math.max(0, start - at), end: Math.min(text.length, end - at) };
}

function told(tell: Tell): (sentence: Sentence) => string {
  return (sentence) => tell(sentence);
}

function plain(text: string): PageLine {
  return { text, columns: [] };
}

function warnings(source: SourceUnderstanding, tell: Tell): PageLine[] {
  return understandingWarnings(source).map((warning) => plain(`⚠ ${tell(warning)}`));
}

function shown(corrections: readonly FormatCorrection[], tell: Tell): PageLine[] {
  return corrections.map((correction) => {
    const values = [tell(shownRole(correction.role)), learnedText(correction)];
    return { ...plain(oneLine(tell({ pattern: 'Shown: {0}, {1}', values }))), correction };
  });
}

/** Corrections come from a file that anybody may have written. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ').slice(0, 300);
}

type Numbered = (line: ShownLine | ColouredLine) => PageLine;

/** Line numbers end in one column. */
function numberedLines(source: SourceUnderstanding): Numbered {
  const width = String(source.lines).length;
  return (line) => {
    const at = width + 2;
    const columns = 'columns' in line ? line.columns : [];
    return {
      text: `${String(line.line).padStart(width)}  ${line.text.replace(unusualLineEnds, ' ')}`,
      columns: columns.map(({ role, start, end }) => ({ role, start: start + at, end: end + at })),
      shows: { line: line.line, text: line.text, at },
    };
  };
}

function listed(lines: readonly ShownLine[], title: string, numbered: Numbered): PageLine[] {
  if (lines.length === 0) return [];
  return [plain(''), { ...plain(title), isHeading: true }, ...lines.map(numbered)];
}
