import type { BigLogCommand } from '../../src/protocol/big-log';
import { element, iconButton, setAttribute } from '../shared/element';
import { tell } from '../shared/tell';
import type { LogModel } from './model';

/** The parts of the page, from top to bottom. */
export interface Parts {
  readonly filter: HTMLElement;
  readonly float: HTMLElement;
  readonly progress: HTMLElement;
  readonly banner: HTMLElement;
  readonly empty: HTMLElement;
  readonly columns: HTMLElement;
  readonly rows: HTMLElement;
  readonly strip: HTMLElement;
  readonly scrollbar: HTMLElement;
  readonly details: HTMLElement;
  readonly status: HTMLElement;
  readonly hover: HTMLElement;
}

export interface ToolbarActions {
  run(command: BigLogCommand): void;
  listGaps(): void;
  toggleColumns(): void;
  toggleLabels(): void;
}

export function putTogether(model: LogModel, parts: Parts, actions: ToolbarActions): HTMLElement {
  const toolbar = element('header', { class: 'toolbar' }, parts.filter, buttons(model, actions));
  const log = element(
    'div',
    { class: 'log' },
    element('div', { class: 'table' }, parts.columns, parts.rows),
    parts.empty,
    parts.float,
    parts.strip,
    parts.scrollbar,
  );
  const body = element('main', { class: 'body' }, log, parts.details);
  return element(
    'div',
    { class: 'view' },
    toolbar,
    parts.progress,
    parts.banner,
    body,
    parts.status,
    parts.hover,
  );
}

function buttons(
  model: LogModel,
  { run, listGaps, toggleColumns, toggleLabels }: ToolbarActions,
): HTMLElement {
  const press = (command: BigLogCommand) => () => run(command);
  const wrap = iconButton('word-wrap', tell('Wrap long lines'), press('toggleWrap'));
  const gaps = iconButton('history', tell('Time since the line before'), press('toggleGaps'));
  const columns = iconButton('table', tell('Show as Columns'), toggleColumns);
  const labels = iconButton('tag', tell('Labels before each entry'), toggleLabels);
  const show = () => {
    labels.hidden = !model.hasLabels;
    setAttribute(labels, 'aria-pressed', String(model.reading.showsLabels === true));
    setAttribute(wrap, 'aria-pressed', String(model.reading.wraps));
    setAttribute(gaps, 'aria-pressed', String(model.reading.showsGaps));
    setAttribute(columns, 'aria-pressed', String((model.reading.columns ?? []).length > 0));
  };
  model.listen((change) => (change === 'reading' || change === 'labels') && show());
  show();
  const bar = element('div', { class: 'buttons', role: 'toolbar', 'aria-label': tell('View') });
  bar.append(
    iconButton('search', tell('Find'), press('find')),
    iconButton('symbol-numeric', tell('Go to Line or Time'), press('goToLine')),
    wrap,
    columns,
    labels,
    gaps,
    iconButton('list-ordered', tell('Longest Gaps…'), listGaps),
    iconButton('layout-sidebar-right', tell('Details'), press('toggleDetails')),
  );
  return bar;
}
