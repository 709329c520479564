import type {
  BigLogAnalysis,
  BigLogDifference,
  BigLogMark,
  BigLogShowing,
  BigLogState,
  Following,
} from '../../src/protocol/big-log';
import type { LinesProgress } from '../../src/protocol/log-lines';
import type { Reading } from '../../src/protocol/reading';
import type { LineBits } from './find/line-bits';
import { Marks } from './marks/marks';
import type { SearchPattern } from './terms';

export interface Found {
  readonly pattern: SearchPattern;
  readonly bits: LineBits;
  readonly matches: number;
  /** The rows that are, or fold, such lines, of what is shown by now. */
  rows: LineBits;
  /** In the order of a merge; else the lines. */
  places: LineBits;
}

/** What changed: whoever shows a part of it listens for its name. */
export type Change =
  | 'lines'
  | 'sources'
  | 'labels'
  | 'analysis'
  | 'reading'
  | 'showing'
  | 'following'
  | 'problem'
  | 'found'
  | 'caret';

/** All that the view knows of its log but the rows. */
export class LogModel {
  /** Of the log, for menus of its lines. */
  readonly uri: string;
  readonly isMerge: boolean;
  sources: readonly string[];
  lines: LinesProgress;
  analysis: BigLogAnalysis;
  marks: Marks<BigLogMark>;
  differences: Marks<BigLogDifference>;
  reading: Reading;
  following: Following;
  problem: BigLogState['problem'];
  /** Entries with labels before their text were seen. */
  hasLabels = false;
  /** Of what is shown; an estimate until the index is ready. */
  rows: number;
  hiddenLines: number;
  found: Found | null = null;
  /** Of the filter and the dial. */
  showing: BigLogShowing;
  /** Rises with whatever changes how a row looks. */
  version = 1;
  private bookmarks: ReadonlyMap<string, string>;
  private readonly listeners: ((change: Change) => void)[] = [];

  constructor(state: BigLogState) {
    this.uri = state.uri;
    this.isMerge = state.isMerge;
    this.sources = state.sources;
    this.hiddenLines = state.hiddenLines;
    this.lines = state.lines;
    this.analysis = state.analysis;
    this.marks = new Marks(state.analysis.marks);
    this.differences = new Marks(state.analysis.differences);
    this.reading = state.reading;
    this.following = state.following;
    this.showing = state.showing;
    this.problem = state.problem;
    this.rows = state.lines.shownRows;
    this.bookmarks = bookmarksOf(state.reading);
  }

  listen(listener: (change: Change) => void): void {
    this.listeners.push(listener);
  }

  tell(change: Change): void {
    for (const listener of this.listeners) listener(change);
  }

  takeSources(sources: readonly string[]): void {
    this.sources = sources;
    this.version++;
    this.tell('sources');
  }

  meetLabels(): void {
    if (this.hasLabels) return;
    this.hasLabels = true;
    this.tell('labels');
  }

  takeAnalysis(analysis: BigLogAnalysis): void {
    if (analysis.marks !== this.analysis.marks) this.version++;
    this.analysis = analysis;
    this.marks = new Marks(analysis.marks);
    this.differences = new Marks(analysis.differences);
    this.tell('analysis');
  }

  takeReading(reading: Reading): void {
    this.reading = reading;
    this.bookmarks = bookmarksOf(reading);
    this.version++;
    this.tell('reading');
  }

  /** Undefined where the line has no bookmark; else its note. */
  noteOf(source: number, line: number): string | undefined {
    return this.bookmarks.get(`${source}:${line}`);
  }

  get isIndexed(): boolean {
    return this.lines.phase === 'ready';
  }

  /** What a filter leaves is known once all is counted; before, only of what is not hidden the rows further on are guessed. */
  isGuess(row: number): boolean {
    return !this.isIndexed && !this.isFiltered && row >= this.lines.lines;
  }

  get isAnalysed(): boolean {
    return this.analysis.status === 'done' || this.analysis.status === 'stale';
  }

  /** Somewhere in the log a line has the sign of a label. */
  get hasLabelledLines(): boolean {
    return this.analysis.labelledRecords > 0;
  }

  get isFiltered(): boolean {
    return this.reading.filter.clauses.some(({ enabled }) => enabled) || this.reading.noise > 0;
  }
}

function bookmarksOf(reading: Reading): ReadonlyMap<string, string> {
  return new Map(reading.bookmarks.map(({ source, line, note }) => [`${source}:${line}`, note]));
}
