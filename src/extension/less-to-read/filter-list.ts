import * as vscode from 'vscode';
import type { FilterClause, LogFilter } from '../../engine/filter/filter';
import { spanOf } from '../shared/ask-time-range';
import { changedClause, withClause, withoutClause } from './clause-text';
import { type FilterPick, type PickButton, picksOf } from './filter-picks';
import { leftText } from './left-text';
import type { LessToRead } from './needs';
import { type ParsedClause, parseClause } from './parse-clause';

/** What the list was left with; undefined where it was given up. */
export type FilterChoice = Exclude<FilterPick, { readonly does: 'nothing' | 'switch' }>;

/** Typing comes faster than a log can be searched. */
const settleMs = 250;

/**
 * The list in which a log's filter is made: what is typed is searched for as one types, clauses are switched, turned round and
 * taken away, others are asked for. Given up, the filter is what it was.
 */
export class FilterList {
  private readonly list = vscode.window.createQuickPick<FilterPick>();
  private readonly subscription: vscode.Disposable;
  private filter: LogFilter;
  private parsed: ParsedClause | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly uri: vscode.Uri,
    private readonly parts: LessToRead,
  ) {
    this.filter = parts.readings.of(uri).filter;
    const { logs } = parts;
    this.subscription = vscode.Disposable.from(
      this.list,
      logs.onDidShow(() => this.tell()),
      logs.onDidChangeStatus(() => this.tell()),
      this.list.onDidChangeValue((value) => this.typed(value)),
      this.list.onDidTriggerItemButton(({ item, button }) => this.press(item, button)),
    );
  }

  async ask(): Promise<FilterChoice | undefined> {
    this.list.title = vscode.l10n.t('Filter Log');
    this.list.placeholder = vscode.l10n.t(
      'words, /regex/i, level>=warn, service=checkout, 10:00 to 10:30; - before it hides',
    );
    this.list.ignoreFocusOut = true;
    this.list.matchOnDescription = true;
    this.fill();
    this.list.show();
    const choice = await new Promise<FilterChoice | undefined>((resolve) => {
      this.list.onDidAccept(() => {
        const picked = this.pick(this.list.activeItems[0]);
        if (picked) resolve(picked);
      });
      this.list.onDidHide(() => resolve(undefined));
    });
    clearTimeout(this.timer);
    this.subscription.dispose();
    this.apply(this.filter);
    return choice;
  }

  private typed(value: string): void {
    clearTimeout(this.timer);
    const log = this.parts.analyses.get(this.uri);
    this.parsed = parseClause(value, log && spanOf(log));
    this.fill();
    this.timer = setTimeout(() => this.preview(), settleMs);
  }

  /** Only what needs no analysis: nobody asked for one yet. */
  private preview(): void {
    const clause = this.parsed?.kind === 'clause' ? this.parsed.clause : undefined;
    const isCheap = clause?.test.kind === 'search' || this.parts.analyses.get(this.uri) !== undefined;
    this.apply(clause && isCheap ? withClause(this.filter, clause) : this.filter);
  }

  /** Undefined where the list stays open. */
  private pick(item: FilterPick | undefined): FilterChoice | undefined {
    if (!item || item.does === 'nothing') return undefined;
    if (item.does === 'switch') {
      this.change(changedClause(this.filter, item.clause, { enabled: !item.clause.enabled }));
      return undefined;
    }
    if (item.does === 'add') this.filter = withClause(this.filter, item.clause);
    return item;
  }

  private press(item: FilterPick, button: vscode.QuickInputButton): void {
    if (item.does !== 'switch') return;
    const { clause } = item;
    const buttons: readonly PickButton[] = item.buttons;
    const does = buttons.find((one) => one === button)?.does;
    if (does === 'remove') this.change(withoutClause(this.filter, clause));
    if (does === 'turn') this.change(changedClause(this.filter, clause, { mode: otherMode(clause) }));
  }

  private change(filter: LogFilter): void {
    this.filter = filter;
    this.fill();
    this.preview();
  }

  private apply(filter: LogFilter): void {
    const { readings } = this.parts;
    if (readings.of(this.uri).filter !== filter) readings.change(this.uri, { filter });
  }

  private fill(): void {
    const [active] = this.list.activeItems;
    const { zone } = this.parts.readings.of(this.uri);
    this.list.keepScrollPosition = true;
    this.list.items = picksOf(this.filter, this.parsed, zone);
    const same = this.list.items.find(({ label }) => label === active?.label);
    if (same && active?.does !== 'add') this.list.activeItems = [same];
    this.tell();
  }

  private tell(): void {
    const { logs } = this.parts;
    const left = leftText(logs.shownOf(this.uri), logs.statusOf(this.uri));
    const title = vscode.l10n.t('Filter Log');
    this.list.title = left === '' ? title : `${title}: ${left}`;
    this.list.busy = !['settled', 'problem'].includes(logs.statusOf(this.uri).kind);
  }
}

function otherMode({ mode }: FilterClause): FilterClause['mode'] {
  return mode === 'include' ? 'exclude' : 'include';
}
