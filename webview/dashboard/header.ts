import type { DashboardCommand } from '../../src/protocol/dashboard';
import { grouped } from '../../src/protocol/sentence';
import { element, icon, iconButton, setText } from '../shared/element';
import { menuButton } from '../shared/menu';
import { tell } from '../shared/tell';
import type { Host } from './host';
import type { Model } from './model';
import type { SectionEntry } from './sections';
import type { TimeRange } from './terms';
import { rangeText, windowText } from './time-words';

export interface HeaderOptions {
  readonly entries: readonly SectionEntry[];
  /** Asks nothing; `redact`: with placeholders in the place of secrets and personal data. */
  readonly exportReport: (redact: boolean) => Promise<void>;
}

/** What the page is of, which time it shows, and what can be done with the whole of it. */
export class Header {
  readonly element = element('header', { class: 'page-head' });
  private readonly name = element('h1');
  private readonly summary = element('p', { class: 'page-summary' });
  private readonly range = element('span', { class: 'range-chip' });
  private readonly notice = element('div', { class: 'notice', role: 'status' });

  constructor(
    private readonly host: Host,
    private readonly model: Model,
    options: HeaderOptions,
  ) {
    const isPage = model.state.size === 'page';
    const actions = element('span', { class: 'page-actions' }, this.range);
    if (isPage) actions.append(exportButton(options));
    else actions.append(iconButton('graph', tell('Open Dashboard'), () => this.run('openDashboard')));
    const line = element(
      'div',
      { class: 'page-line' },
      element('div', { class: 'page-name' }, this.name, this.summary),
      actions,
    );
    this.element.append(line, this.notice);
    if (isPage) this.element.append(navigation(options.entries));
    model.onChange(() => this.reflect());
    this.reflect();
  }

  private reflect(): void {
    const { state, range } = this.model;
    setText(this.name, state.name ?? tell('Dashboard'));
    setText(this.summary, state.log === null ? '' : summaryOf(state.summary, this.model));
    this.reflectRange(range);
    const notice = this.noticeOf();
    this.notice.hidden = notice.length === 0;
    this.notice.replaceChildren(...notice);
    const nav = this.element.querySelector('nav');
    if (nav) nav.hidden = state.log === null;
  }

  private reflectRange(range: TimeRange | null): void {
    this.range.hidden = range === null;
    if (range === null) return;
    const text = element('span', {}, windowText(range, this.model.state.zone));
    const all = iconButton('close', tell('Show all of its time'), () => this.model.setRange(null));
    this.range.replaceChildren(icon('calendar'), text, all);
  }

  private noticeOf(): readonly HTMLElement[] {
    const { status, problem, progress, log, name } = this.model.state;
    if (problem !== null) return [element('p', {}, problem)];
    if (status === 'running') {
      const percent = progress?.percent ?? 0;
      const bar = element('progress', {
        max: '100',
        value: String(percent),
        'aria-label': tell('Analysing…'),
      });
      const words = element('p', {}, tell('Analysing… {0} %', Math.round(percent)));
      return [words, bar, this.command('cancel', tell('Cancel'))];
    }
    if (log === null && name === null)
      return [element('p', {}, tell('Open a log and run Detect Anomalies to see its shape here.'))];
    if (log === null)
      return [
        element('p', {}, tell('This log was not analysed yet.')),
        this.command('detect', tell('Detect Anomalies')),
      ];
    if (status === 'stale')
      return [
        element('p', {}, tell('The log is no longer as it was analysed.')),
        this.command('runAgain', tell('Run Again')),
      ];
    return [];
  }

  private command(command: DashboardCommand, label: string): HTMLElement {
    const button = element('button', { type: 'button', class: 'text-button' }, label);
    button.addEventListener('click', () => this.run(command));
    return button;
  }

  private run(command: DashboardCommand): void {
    void this.host.call('run', command);
  }
}

function summaryOf(status: string, { state }: Model): string {
  const { log, zone } = state;
  if (log === null) return status;
  const parts = [status, tell('{0} lines', grouped(log.lines))];
  if (log.firstTime !== null && log.lastTime !== null)
    parts.push(rangeText(log.firstTime, log.lastTime, zone));
  return parts.filter((part) => part !== '').join(' · ');
}

function exportButton({ exportReport }: HeaderOptions): HTMLElement {
  return menuButton('export', tell('Export Report'), () => [
    { label: tell('Report as HTML…'), press: () => void exportReport(false) },
    { label: tell('Report as HTML, redacted…'), press: () => void exportReport(true) },
  ]);
}

/** The way to each card; a page has one place to scroll. */
function navigation(entries: readonly SectionEntry[]): HTMLElement {
  const links = entries.map(({ id, title }) => {
    const link = element('button', { type: 'button', class: 'nav-link' }, title());
    link.addEventListener('click', () => {
      const card = document.getElementById(id);
      card?.scrollIntoView({ block: 'start' });
      card?.querySelector<HTMLElement>('h2')?.focus();
    });
    return link;
  });
  return element('nav', { 'aria-label': tell('Parts of the dashboard') }, ...links);
}
