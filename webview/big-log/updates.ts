import type {
  BigLogAnalysis,
  BigLogViewApi,
  SelectedLines,
  SelectedStretch,
} from '../../src/protocol/big-log';
import type { LinesProgress } from '../../src/protocol/log-lines';
import type { Reading } from '../../src/protocol/reading';
import type { Handlers } from '../../src/protocol/rpc';
import { tell } from '../shared/tell';
import type { LogModel } from './model';
import type { Pages } from './pages/pages';
import type { Placing } from './placing';
import type { Viewport } from './viewport';

/** What the host tells changes the model and, without a jump, what is seen. */
export class Updates {
  constructor(
    private readonly model: LogModel,
    private readonly viewport: Viewport,
    private readonly pages: Pages,
    private readonly placing: Placing,
  ) {}

  takeLines(progress: LinesProgress): void {
    const { model, viewport } = this;
    const wasIndexed = model.isIndexed;
    // While the lines of a log are counted, a first screen that holds them all stays the first.
    const isCounting = !wasIndexed && viewport.anchor.row > 0;
    const stays = viewport.isAtEnd && (model.following.on || isCounting);
    const isGuess = model.isGuess(viewport.anchor.row);
    model.lines = progress;
    // A guessed place would shift under the reader's eyes with every better guess.
    if (!isGuess || model.isIndexed) this.resize(rowsOf(progress, model), isGuess);
    if (stays) this.goToEnd();
    model.tell('lines');
    viewport.schedule();
  }

  private resize(rows: number, isGuess: boolean): void {
    const { model, viewport } = this;
    const { row, offset } = viewport.anchor;
    const before = model.rows;
    if (rows === before && !isGuess) return;
    model.rows = rows;
    this.pages.dropUncertain();
    if (isGuess && before > 0) viewport.moveTo({ row: Math.floor((row / before) * rows), offset });
  }

  takeReading({ reading, rows, hiddenLines }: Parameters<BigLogViewApi['reading']>[0]): void {
    const { model, viewport, placing } = this;
    const before = model.reading;
    const { place } = placing;
    const isSame = rows === model.rows && keepsRows(before, reading);
    model.rows = rows;
    model.hiddenLines = hiddenLines;
    if (!isSame) this.pages.clear();
    model.takeReading(reading);
    if (!isSame || before.wraps !== reading.wraps) viewport.forget();
    if (!isSame && place) void placing.restore(place);
    viewport.schedule();
  }

  takeAnalysis(analysis: BigLogAnalysis): void {
    const { model, viewport } = this;
    const hadLabels = model.hasLabelledLines;
    model.takeAnalysis(analysis);
    // Signs take room from the text: wrapped rows are higher then.
    if (hadLabels !== model.hasLabelledLines) viewport.forget();
  }

  takeFollowing(following: LogModel['following']): void {
    const turnedOn = following.on && !this.model.following.on;
    this.model.following = following;
    this.model.tell('following');
    if (turnedOn) this.goToEnd();
  }

  private goToEnd(): void {
    this.viewport.toEnd();
  }
}

/** Before all lines are counted, what is not hidden is as many as are thought to be there. */
function rowsOf(progress: LinesProgress, model: LogModel): number {
  const isAll = progress.phase !== 'ready' && !model.isFiltered;
  return isAll ? Math.max(progress.estimatedLines, progress.shownRows) : progress.shownRows;
}

/**
 * Whether only what the rows look like changed. A reading told anew without a change means that the same filter leaves other rows by
 * now: the log was analysed, or grew.
 */
function keepsRows(before: Reading, now: Reading): boolean {
  return JSON.stringify(before) !== JSON.stringify(now) && shownBy(before) === shownBy(now);
}

/** What of a reading decides which rows there are, and what text they have. */
function shownBy(reading: Reading): string {
  const { filter, noise, unfolded, unfoldedTemplates, clockOffsets, bookmarks, columns = [] } = reading;
  const byBookmark = filter.clauses.some(({ test, enabled }) => enabled && test.kind === 'bookmark');
  return JSON.stringify([
    filter,
    noise,
    unfolded,
    unfoldedTemplates,
    clockOffsets,
    columns,
    byBookmark ? bookmarks : [],
  ]);
}

/** The parts of the view that the host's words go to. */
export interface Told {
  readonly model: LogModel;
  readonly updates: Updates;
  readonly placing: Placing;
  run(command: Parameters<BigLogViewApi['command']>[0]): void;
  sayFindProgress(text: string): void;
  showReasons(row: number): void;
  selected(): SelectedStretch | null;
  selectedLines(): Promise<SelectedLines | null>;
}

/** Before `ready` is answered there is nothing to change. */
export function viewHandlers(told: () => Told | undefined): Handlers<BigLogViewApi> {
  return {
    lines: (progress) => told()?.updates.takeLines(progress),
    sources: (names) => told()?.model.takeSources(names),
    analysis: (analysis) => told()?.updates.takeAnalysis(analysis),
    reading: (change) => told()?.updates.takeReading(change),
    showing: (showing) => {
      const model = told()?.model;
      if (!model) return;
      model.showing = showing;
      model.tell('showing');
    },
    finding: (progress) => {
      const percent = Math.floor((progress.bytes / Math.max(1, progress.totalBytes)) * 100);
      told()?.sayFindProgress(tell('{0} % searched, {1} matches', percent, progress.matches));
    },
    following: (following) => told()?.updates.takeFollowing(following),
    reveal: async ({ line, hover }) => {
      const view = told();
      const row = await view?.placing.goToLine(line, 0, true);
      if (hover && row !== undefined && row !== null) view?.showReasons(row);
    },
    selected: () => told()?.selected() ?? null,
    selectedLines: () => told()?.selectedLines() ?? null,
    command: (command) => told()?.run(command),
    problem: (problem) => {
      const model = told()?.model;
      if (!model) return;
      model.problem = problem;
      model.tell('problem');
    },
  };
}
