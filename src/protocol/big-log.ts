import type { SearchPattern } from '../engine/filter/filter';
import type { LabelVerdict } from '../engine/labels/label';
import type { Severity } from '../engine/model/finding';
import type { AnalysisProgress, InputProblem } from './analysis';
import type { LineFacts, RecordDetails, VolumeStrip } from './line-facts';
import type {
  FoundRows,
  LinesPage,
  LinesProgress,
  LineTextRequest,
  PageRequest,
  Row,
  ViewLine,
} from './log-lines';
import type { Reading } from './reading';
import type { SearchProgress } from './search';

/**
 * The conversation between the view of the big-log editor and the extension host. A hidden view loses messages and state: it asks
 * `ready` when it comes back, and all it needs is in the answer. Progress is a complete snapshot.
 */
export interface BigLogState {
  readonly name: string;
  /** For `data-vscode-context` of a line: `{ webviewSection: 'line', uri, line }`, its line from 1, is what menu commands take. */
  readonly uri: string;
  /** By source index; several in a rotated set or a merge, each row then says its own. */
  readonly sources: readonly string[];
  /** Rows stand in order of time, not of their lines. */
  readonly isMerge: boolean;
  /** English → the reader's language, for all the view says; empty in English. */
  readonly texts: Readonly<Record<string, string>>;
  readonly lines: LinesProgress;
  /** Lines hidden by the filter. */
  readonly hiddenLines: number;
  readonly analysis: BigLogAnalysis;
  readonly reading: Reading;
  readonly following: Following;
  readonly showing: BigLogShowing;
  /** What is wrong with the log as a whole, with its cure. */
  readonly problem: InputProblem | null;
  /** Where the view was when it was hidden last. */
  readonly place: BigLogPlace | null;
}

export interface BigLogAnalysis {
  readonly status: 'none' | 'running' | 'done' | 'stale';
  readonly progress: AnalysisProgress | null;
  /** In line order. */
  readonly marks: readonly BigLogMark[];
  /** What a comparison with good logs found, in line order. */
  readonly differences: readonly BigLogDifference[];
  /** Records for which a label holds: where there are none, nobody asks for signs of lines. */
  readonly labelledRecords: number;
  /** Of a merge by the places of its lines in the order of time. */
  readonly strip: VolumeStrip | null;
  /** What the status bar of the view says of it, in the reader's language. */
  readonly summary: string;
}

export interface BigLogMark {
  readonly line: ViewLine;
  readonly lastLine: ViewLine;
  readonly severity: Severity;
}

export interface Following {
  readonly on: boolean;
  /** What was lost or happened last, in the reader's language; '' where nothing was. */
  readonly note: string;
}

/** Of the filter and the noise dial; a complete snapshot. */
export interface BigLogShowing {
  readonly busy: boolean;
  /** What is being done, or what is in the way and its cure, in the reader's language; '' where all is shown as asked for. */
  readonly text: string;
  readonly isProblem: boolean;
}

export interface BigLogDifference {
  readonly line: ViewLine;
  readonly lastLine: ViewLine;
  readonly kind: 'new' | 'shifted' | 'vanished';
}

/** The caret, and what stands at the top of the view. */
export interface BigLogPlace {
  readonly line: ViewLine;
  readonly top: ViewLine;
  readonly column: number;
}

/** Why a line is marked, in the reader's language; plain text. */
export interface MarkReasons {
  readonly title: string;
  readonly severity: Severity;
  readonly reasons: readonly string[];
  readonly hint: string | null;
}

/** What a person said of a line, in the reader's language; plain text. */
export interface LabelWords {
  readonly verdict: LabelVerdict;
  /** With its category, and what kind of thing it speaks of. */
  readonly title: string;
  /** '' where none was written. */
  readonly note: string;
  /** Who said it, and when. */
  readonly given: string;
}

export interface FindRequest {
  readonly pattern: SearchPattern;
}

/** `lines` is one bit a line, set where it matches. */
export type FindAnswer =
  | {
      readonly kind: 'found';
      readonly matches: number;
      readonly matchedLines: number;
      readonly lines: ArrayBuffer;
    }
  /** In the reader's language: a pattern that is none, one that takes too long. */
  | { readonly kind: 'problem'; readonly sentence: string };

export interface SpansOfRowsRequest {
  readonly pattern: SearchPattern;
  readonly texts: readonly string[];
}

export interface CopyLinesRequest {
  readonly from: ViewLine;
  readonly until: ViewLine;
  readonly as: 'text' | 'markdown';
}

/** Commands a line offers; the host knows no others. */
export type LineAction =
  | 'hideLike'
  | 'showOnlyLike'
  | 'highlightLike'
  | 'toggleBookmark'
  | 'editNote'
  | 'markAnomalous'
  | 'markNormal'
  | 'unfold'
  | 'unfoldTemplate'
  | 'openLink';

export interface LineActionRequest {
  readonly action: LineAction;
  readonly line: ViewLine;
  /** What is selected in the line, or of `openLink` the text of the link; null without. */
  readonly text: string | null;
}

/** What the host answers to the view. */
export interface BigLogHostApi {
  ready(): BigLogState;
  page(request: PageRequest): LinesPage;
  rowOfLine(line: ViewLine): Row | null;
  lineText(request: LineTextRequest): string;
  factsOfLines(lines: readonly ViewLine[]): readonly (LineFacts | null)[];
  details(line: ViewLine): RecordDetails | null;
  reasons(line: ViewLine): MarkReasons | null;
  /** What holds for the record that begins in each line; null where nothing does, and where none begins. */
  verdictsOfLines(lines: readonly ViewLine[]): readonly (LabelVerdict | null)[];
  /** Of the record that the line is part of. */
  labelOfLine(line: ViewLine): LabelWords | null;
  find(request: FindRequest): FindAnswer;
  /** Where what was found last stands in what is shown by now. */
  foundRows(): FoundRows;
  /** As the thread that keeps the text answers it. */
  placesInOrder(lines: readonly ViewLine[]): readonly number[];
  lineAtPlace(place: number): ViewLine;
  spansOfRows(
    request: SpansOfRowsRequest,
  ): readonly (readonly (readonly [start: number, length: number])[])[];
  lineOfTime(text: string): ViewLine | null;
  /** Puts the lines into the clipboard; answers how many, or says why not. */
  copy(request: CopyLinesRequest): { readonly lines: number; readonly problem: string | null };
  /** What the reader changed of how the log is shown. */
  changeReading(change: Partial<Reading>): void;
  act(request: LineActionRequest): void;
  analyse(): void;
  /** Shows lines of JSON and logfmt as columns, or no longer. */
  toggleColumns(): void;
  /** Asks which fields are columns. */
  chooseColumns(): void;
  /** Lists where nothing was logged for longest, to go there. */
  listLongestGaps(): void;
  cancelAnalysis(): void;
  follow(on: boolean): void;
  /** Told when the reader stopped scrolling, and at once when the caret moved to another line. */
  placed(place: BigLogPlace): void;
  /** Told once after each `ready`: its first rows are on screen, so many milliseconds after it was asked. */
  painted(milliseconds: number): void;
  /** What the banner of a `problem` offers: the log is opened anew, as it is by now. */
  openAgain(): void;
}

/** What is selected of a line; UTF-16 units of its text. */
export interface SelectedStretch {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Whole lines, both included. */
export interface SelectedLines {
  readonly from: ViewLine;
  readonly until: ViewLine;
}

/** What the host tells the view, and asks it. */
export interface BigLogViewApi {
  lines(progress: LinesProgress): void;
  /** A followed log that was rotated has one more; what was read before has other names then. */
  sources(names: readonly string[]): void;
  analysis(analysis: BigLogAnalysis): void;
  /** The shown rows are others now. */
  reading(change: { readonly reading: Reading; readonly rows: number; readonly hiddenLines: number }): void;
  /** What is being done to show what the filter and the dial ask for: belongs beside them. */
  showing(showing: BigLogShowing): void;
  finding(progress: SearchProgress): void;
  following(following: Following): void;
  /** Shows a line and puts the caret on it; `hover` also says why it is marked. */
  reveal(request: { readonly line: ViewLine; readonly hover: boolean }): void;
  /**
   * A command of the workbench about the view. Their keys are the manifest's, so that people can change them: the view itself
   * listens to those of moving, selecting and its own bars (arrows, pages, Enter, Escape, Ctrl+A, Ctrl+C) and to no other, or one
   * press would do a thing twice.
   */
  command(command: BigLogCommand): void;
  problem(problem: InputProblem | null): void;
  /** Of a selection over several lines the first; null where nothing is selected, or rows do not show their lines as they are. */
  selected(): SelectedStretch | null;
  /** The lines the selection touches; null where nothing is selected. */
  selectedLines(): SelectedLines | null;
}

export type BigLogCommand =
  | 'find'
  | 'findNext'
  | 'findPrevious'
  | 'filter'
  | 'goToLine'
  | 'goToTime'
  | 'toggleDetails'
  | 'toggleWrap'
  | 'toggleGaps'
  | 'selectAll'
  | 'copy'
  | 'copyAsMarkdown';
