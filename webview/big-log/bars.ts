import type { ViewLine } from '../../src/protocol/log-lines';
import { element } from '../shared/element';
import type { FilterBar } from './filter/filter-bar';
import type { FindBar } from './find/find-bar';
import type { Finder } from './find/finder';
import type { GoToBar } from './go-to/go-to-bar';
import type { Host } from './host';
import type { LogModel } from './model';
import type { WishedReading } from './wished-reading';

/** What the bars do to the rest of the view. */
export interface BarActions {
  readonly finder: Finder;
  readonly wishes: WishedReading;
  goToLine(line: ViewLine): void;
  caretSource(): number;
  /** The keyboard goes back to the rows. */
  focusRows(): void;
}

/** The bars above the rows. Their code comes after the first screen, with the controls they are made of. */
export class Bars {
  readonly filterSlot = element('div', { class: 'filter-slot' });
  readonly floatSlot = element('div', { class: 'float-slot' });
  private filter: Promise<FilterBar> | undefined;
  private find: Promise<FindBar> | undefined;
  private goTo: Promise<GoToBar> | undefined;
  private findBar: FindBar | undefined;

  constructor(
    private readonly host: Host,
    private readonly model: LogModel,
    private readonly actions: BarActions,
  ) {}

  async focusFilter(): Promise<void> {
    (await this.loadFilter()).focus();
  }

  loadFilter(): Promise<FilterBar> {
    this.filter ??= import('./filter/filter-bar').then(({ FilterBar: Bar }) => {
      const bar = new Bar(this.model, this.actions.wishes, this.actions.focusRows);
      this.filterSlot.append(bar.element);
      return bar;
    });
    return this.filter;
  }

  async openFind(selected: string): Promise<void> {
    (await this.loadFind()).open(selected);
  }

  /** Where the find bar is not there yet, nobody waits for what it would say. */
  sayFound(status: Parameters<FindBar['say']>[0]): void {
    this.findBar?.say(status);
  }

  showFindProgress(text: string): void {
    this.findBar?.showProgress(text);
  }

  async openGoTo(): Promise<void> {
    (await this.loadGoTo()).open();
  }

  private loadFind(): Promise<FindBar> {
    this.find ??= import('./find/find-bar').then(({ FindBar: Bar }) => {
      const bar = new Bar(this.actions.finder, this.actions.focusRows);
      this.floatSlot.append(bar.element);
      this.findBar = bar;
      return bar;
    });
    return this.find;
  }

  private loadGoTo(): Promise<GoToBar> {
    this.goTo ??= import('./go-to/go-to-bar').then(({ GoToBar: Bar }) => {
      const { goToLine, caretSource, focusRows } = this.actions;
      const bar = new Bar(this.host, () => this.model.lines, caretSource, goToLine, focusRows);
      this.floatSlot.append(bar.element);
      return bar;
    });
    return this.goTo;
  }
}
