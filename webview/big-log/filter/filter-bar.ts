import { button, dropdown } from '../../shared/controls';
import { delayed } from '../../shared/delayed';
import { element, iconButton, setAttribute, setText } from '../../shared/element';
import { tell } from '../../shared/tell';
import { type Toggle, toggle } from '../../shared/toggle';
import { PatternField } from '../find/pattern-field';
import type { LogModel } from '../model';
import type { FilterClause, LevelName, LogFilter } from '../terms';
import type { WishedReading } from '../wished-reading';
import { Chips } from './chips';
import { indexOf, levelOf, replaced, withClauses, withLevel } from './clauses';
import { levelWord } from './filter-words';
import { NoiseDial } from './noise-dial';

const typingMs = 300;
const mostContext = 50;
const levels: readonly LevelName[] = ['debug', 'info', 'warn', 'error', 'fatal'];

/** What of the log is shown: text as it is typed, level, clauses, context, noise. What is said here goes to the host, and comes back. */
export class FilterBar {
  readonly element = element('div', { class: 'filter-bar', role: 'group', 'aria-label': tell('Filter') });
  private readonly field: PatternField;
  private readonly excludes: Toggle;
  private readonly level;
  private readonly context = element('input', { type: 'number', min: '0', max: String(mostContext) });
  private readonly chips: Chips;
  private readonly dial: NoiseDial;
  private readonly count = element('div', { class: 'count', role: 'status', 'aria-live': 'polite' });
  private readonly clear;
  private readonly apply;
  /** The clause the text field stands for, as the host has it. */
  private draft: FilterClause | null = null;

  constructor(
    private readonly model: LogModel,
    private readonly wishes: WishedReading,
    private readonly leave: () => void,
  ) {
    this.apply = delayed(typingMs, () => this.applyDraft());
    const typed = () => this.typed();
    this.field = new PatternField(tell('Filter'), tell('Filter lines'), typed);
    this.excludes = toggle('eye-closed', tell('Hide what fits instead of showing it'), typed);
    const anyLevel = { value: '', label: tell('All levels') };
    const choices = levels.map((level) => ({ value: level, label: tell('≥ {0}', levelWord(level)) }));
    this.level = dropdown(tell('Level'), [anyLevel, ...choices], (value) => this.chooseLevel(value));
    this.chips = new Chips((filter) => this.send(filter));
    this.dial = new NoiseDial((noise) => wishes.change({ noise }));
    this.clear = button(tell('Clear'), () => this.clearAll(), 'secondary');
    this.put();
    model.listen((changed) => {
      if (['reading', 'lines', 'analysis', 'showing'].includes(changed)) this.show();
    });
    this.show();
  }

  private put(): void {
    const context = element(
      'label',
      { class: 'context-lines', title: tell('Lines shown around what fits') },
      '±',
    );
    setAttribute(this.context, 'aria-label', tell('Lines shown around what fits'));
    context.append(this.context);
    const pin = iconButton('add', tell('Keep this filter and add another'), () => this.pin());
    this.context.addEventListener('change', () => this.changeContext());
    this.field.element.querySelector('.toggles')?.append(this.excludes.element, pin);
    this.element.append(
      this.field.element,
      this.level,
      context,
      this.dial.element,
      this.count,
      this.chips.element,
      this.clear,
    );
    this.field.element.addEventListener('keydown', (event) => this.press(event));
  }

  focus(): void {
    this.field.focus();
  }

  private show(): void {
    const { reading, isAnalysed } = this.model;
    const { filter } = this;
    if (this.draft && indexOf(filter, this.draft) < 0) this.loseDraft();
    this.chips.show(filter, this.draft ? indexOf(filter, this.draft) : -1);
    this.level.value = levelOf(filter) ?? '';
    if (document.activeElement !== this.context) this.context.value = String(filter.context);
    this.dial.show(reading.noise, isAnalysed || reading.noise > 0);
    this.showCount();
  }

  private showCount(): void {
    const { model } = this;
    const isIdle = !model.isFiltered;
    this.clear.hidden = isIdle && this.model.reading.filter.clauses.length === 0;
    const text = isIdle || !model.isIndexed ? '' : tell('{0} of {1} lines', model.rows, model.lines.lines);
    setText(this.count, model.showing.text || text);
    setAttribute(this.count, 'data-problem', model.showing.isProblem ? 'true' : null);
  }

  private get filter(): LogFilter {
    return this.wishes.now.filter;
  }

  private send(filter: LogFilter, more: Partial<LogModel['reading']> = {}): void {
    this.wishes.change({ filter, ...more });
  }

  private typed(): void {
    if (this.field.showMistake()) this.apply.ask();
  }

  private applyDraft(): void {
    if (!this.field.showMistake()) return;
    const { pattern } = this.field;
    const mode = this.excludes.isOn ? 'exclude' : 'include';
    const now: FilterClause | null =
      pattern.text === '' ? null : { mode, enabled: true, test: { kind: 'search', pattern } };
    const filter = replaced(this.filter, this.draft, now);
    this.draft = now;
    this.send(filter);
  }

  /** What is typed becomes a chip, and the field is free for the next. */
  private pin(): void {
    this.apply.now();
    this.loseDraft();
    this.show();
    this.focus();
  }

  /** Somebody else took the clause away, or it became a chip. */
  private loseDraft(): void {
    this.draft = null;
    this.field.set({ ...this.field.pattern, text: '' });
  }

  private press(event: KeyboardEvent): void {
    if (event.key === 'Enter') this.apply.now();
    else if (event.key === 'Escape') this.leave();
    else return;
    event.preventDefault();
  }

  private chooseLevel(value: string): void {
    const level = levels.find((name) => name === value) ?? null;
    if (level !== levelOf(this.filter)) this.send(withLevel(this.filter, level));
  }

  private changeContext(): void {
    const context = Math.min(mostContext, Math.max(0, Math.round(Number(this.context.value) || 0)));
    this.context.value = String(context);
    this.send({ ...this.filter, context });
  }

  private clearAll(): void {
    this.loseDraft();
    this.send(withClauses(this.filter, []), { noise: 0 });
  }
}
