import type { BigLogCommand } from '../../src/protocol/big-log';
import type { Bars } from './bars';
import type { DetailsPanel } from './details/details-panel';
import type { Finder } from './find/finder';
import type { ReasonsHover } from './hover/reasons-hover';
import type { LogModel } from './model';
import type { RowActions } from './rows/row-actions';
import { moveOfKey } from './scroller/keys';
import type { Caret } from './selection/caret';
import type { Copying } from './selection/copying';
import { isEmpty, selectedSpan } from './selection/selection';
import type { Viewport } from './viewport';
import type { WishedReading } from './wished-reading';

/** What commands and keys work on. */
export interface Commanded {
  readonly model: LogModel;
  readonly viewport: Viewport;
  readonly caret: Caret;
  readonly bars: Bars;
  readonly finder: Finder;
  readonly details: DetailsPanel;
  readonly hover: ReasonsHover;
  readonly copying: Copying;
  readonly rowActions: RowActions;
  readonly wishes: WishedReading;
}

export function run(command: BigLogCommand, view: Commanded): void {
  const { model, bars, caret, finder, wishes } = view;
  const runs: Readonly<Record<BigLogCommand, () => unknown>> = {
    find: () => bars.openFind(selectedText(view)),
    findNext: () => (model.found ? finder.move(1) : bars.openFind(selectedText(view))),
    findPrevious: () => (model.found ? finder.move(-1) : bars.openFind(selectedText(view))),
    filter: () => bars.focusFilter(),
    goToLine: () => bars.openGoTo(),
    goToTime: () => bars.openGoTo(),
    toggleDetails: () => toggleDetails(view),
    toggleWrap: () => wishes.change({ wraps: !wishes.now.wraps }),
    toggleGaps: () => wishes.change({ showsGaps: !wishes.now.showsGaps }),
    selectAll: () => caret.selectAll(),
    copy: () => view.copying.copy(),
    copyAsMarkdown: () => view.copying.copyLines('markdown'),
  };
  runs[command]();
}

/** The row it tells of stays in view. */
function toggleDetails({ details, rowActions, caret, viewport }: Commanded): void {
  details.toggle(rowActions.lineOf(caret.place.row));
  if (!details.isInTheWay) return;
  viewport.measure();
  viewport.reveal(caret.place.row, false);
}

/** Of a selection within one row; '' of others. */
function selectedText({ caret }: Commanded): string {
  const { selection, place } = caret;
  if (isEmpty(selection) || selection.start.row !== place.row) return '';
  const text = caret.textOf(place.row);
  return text.slice(...(selectedSpan(selection, place.row, text.length) ?? [0, 0]));
}

/** The keys of the rows. */
export function listenToKeys(view: Commanded): void {
  view.viewport.element.addEventListener('keydown', (event) => {
    if (pressed(event, view)) event.preventDefault();
  });
}

function pressed(event: KeyboardEvent, view: Commanded): boolean {
  const move = moveOfKey(event, view.viewport.wholeRows);
  if (move) {
    view.hover.hide();
    view.caret.move(move, event.shiftKey);
    return true;
  }
  if (event.key === 'Enter') return enter(event, view);
  if (event.key === 'Escape') return leave(view);
  const command = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  if (command && event.key.toLowerCase() === 'a') run('selectAll', view);
  else if (command && event.key.toLowerCase() === 'c') run('copy', view);
  else return false;
  return true;
}

/** What stands in the line itself: a link with Ctrl, a folded run, the rest of a cut line, why it is marked. */
function enter(event: KeyboardEvent, { caret, viewport, rowActions, hover }: Commanded): boolean {
  const { row, column } = caret.place;
  const shown = viewport.strip.at(row);
  const link = event.ctrlKey || event.metaKey ? shown?.text.linkAt(column) : null;
  if (link) rowActions.follow(row, link);
  else if (shown?.row?.fold) rowActions.unfold(row);
  else if (shown?.row && shown.row.cutBytes > 0) rowActions.showMore(row);
  else if (shown) void hover.show(shown);
  return true;
}

/** What is open closes; then nothing is selected. */
function leave({ hover, caret, details }: Commanded): boolean {
  if (hover.isShown) hover.hide();
  else if (details.isInTheWay) details.close();
  else if (!isEmpty(caret.selection)) caret.goTo(caret.place, false);
  else return false;
  return true;
}
