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

/** The shape of lines that are all message. */
const onlyMessage = '…';
const noColumns: Sentence = { pattern: 'No columns were found in:', values: [] };

/** Separators that are no line ends for VS Code, but which its editors warn of. */
const unusualLineEnds = /[\u2028\u2029]/g;

/** What was understood of one log: in words, by sample lines, and what did not fit. */
export function understoodPage(source: SourceUnderstanding, tell: Tell): PageLine[] {
  const say = (pattern: string) => plain(tell({ pattern, values: [] }));
  const numbered = numberedLines(source);
  return [
    plain(understandingText(wholeFormat(source), tell)),
    ...counts(source, tell),
    ...warnings(source, tell),
    ...shown(source.corrections, tell),
    plain(''),
    legend(tell),
    say('Enter goes to the line in the log.'),
    say('Not right? Select a part of a line, then say what it is:'),
    say('Oddline: This Is the Time Stamp, the Level, the Id …'),
    ...[...byShape(source.samples)].flatMap(([shape, lines]) => [
      plain(''),
      heading(shape === onlyMessage ? tell(noColumns) : shape),
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

function plain(text: string): PageLine {
  return { text, columns: [] };
}

function heading(text: string): PageLine {
  return { ...plain(text), isHeading: true };
}

/** On two lines: beside the log there is little room. */
function counts(source: SourceUnderstanding, tell: Tell): PageLine[] {
  const parts = countSentences(source).map((part) => tell(part));
  return [parts.slice(0, 3), parts.slice(3)].map((some) => plain(some.join(' · ')));
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
  return [plain(''), heading(title), ...lines.map(numbered)];
}
