import * as vscode from 'vscode';
import { failureText } from './failure-text';
import { quickPickText } from './quick-pick-text';

export interface QueryCompletion {
  readonly label: string;
  /** The whole query with it put in. */
  readonly query: string;
}

export interface QueryQuestion {
  readonly title: string;
  readonly placeholder: string;
  readonly value: string;
  readonly history: readonly string[];
  /** Absent: what was asked before is kept elsewhere, and not to be removed here. */
  readonly forget?: (query: string) => void;
  /** Rejects with InputError. */
  readonly completions: (query: string, signal: AbortSignal) => Promise<readonly QueryCompletion[]>;
  /** True: it cannot be run yet, so what completes it comes first. */
  readonly isUnfinished: (query: string) => boolean;
  /** What is wrong with the query in the server's words, and undefined where nothing is. Rejects with InputError. */
  readonly problemOf: (query: string, signal: AbortSignal) => Promise<string | undefined>;
}

interface QueryItem extends vscode.QuickPickItem {
  readonly act: 'run' | 'none';
  /** What the input becomes; undefined runs what stands in it. */
  readonly query?: string;
}

/** Typing stops for so long before the server is asked. */
const settleMs = 150;

/**
 * One line to type a query in: what the server has at this place below it, then what was asked before. Enter on a completion puts it in, Enter
 * on **Run** checks the query with the server. Undefined where it was given up.
 */
export function askQuery(question: QueryQuestion): Promise<string | undefined> {
  const input = new QueryInput(question);
  return input.ask();
}

class QueryInput {
  private readonly list = vscode.window.createQuickPick<QueryItem>();
  private readonly remove: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('trash'),
    tooltip: vscode.l10n.t('Remove from History'),
  };
  private asking = new AbortController();
  private timer: NodeJS.Timeout | undefined;
  private completions: readonly QueryCompletion[] = [];
  private problem = '';
  private forgotten = new Set<string>();

  constructor(private readonly question: QueryQuestion) {}

  ask(): Promise<string | undefined> {
    const { list, question } = this;
    const { title, placeholder, value } = question;
    Object.assign(list, { title, placeholder, value, ignoreFocusOut: true, matchOnDescription: true });
    return new Promise((resolve) => {
      const finish = (query: string | undefined) => {
        clearTimeout(this.timer);
        this.asking.abort();
        resolve(query);
        list.dispose();
      };
      list.onDidChangeValue(() => this.typed());
      list.onDidHide(() => finish(undefined));
      list.onDidTriggerItemButton(({ item }) => this.forget(item.query ?? ''));
      list.onDidAccept(() => void this.accept(list.selectedItems[0], finish));
      this.typed();
      list.show();
    });
  }

  private typed(): void {
    this.asking.abort();
    this.problem = '';
    this.completions = [];
    this.show();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.complete(), settleMs);
  }

  private async complete(): Promise<void> {
    const { value } = this.list;
    const signal = this.newAsking();
    this.list.busy = true;
    try {
      this.completions = await this.question.completions(value, signal);
    } catch (error) {
      if (!signal.aborted) this.problem = failureText(error);
    }
    if (signal.aborted) return;
    this.list.busy = false;
    this.show();
  }

  private async accept(item: QueryItem | undefined, finish: (query: string) => void): Promise<void> {
    if (item?.query !== undefined) {
      this.list.value = item.query;
      return this.typed();
    }
    const query = this.list.value.trim();
    if (query === '') return;
    // What completes it is asked for no more: that would give up the check.
    clearTimeout(this.timer);
    const signal = this.newAsking();
    this.list.busy = true;
    const problem = await this.question.problemOf(query, signal).catch((error) => failureText(error));
    if (signal.aborted) return;
    this.list.busy = false;
    if (problem === undefined) return finish(query);
    this.problem = problem;
    this.show();
  }

  private newAsking(): AbortSignal {
    this.asking.abort();
    this.asking = new AbortController();
    return this.asking.signal;
  }

  private forget(query: string): void {
    this.forgotten.add(query);
    this.question.forget?.(query);
    this.show();
  }

  private show(): void {
    const { value } = this.list;
    const run: QueryItem = {
      label: `$(play) ${vscode.l10n.t('Run')}`,
      description: quickPickText(value),
      ...(this.problem !== '' && { detail: `$(error) ${quickPickText(this.problem)}` }),
      alwaysShow: true,
      act: 'run',
    };
    const completions = this.completions.map(
      ({ label, query }): QueryItem => ({
        label: quickPickText(label),
        alwaysShow: true,
        act: 'none',
        query,
      }),
    );
    const history = this.question.history
      .filter((query) => query !== value && !this.forgotten.has(query))
      .map(
        (query): QueryItem => ({
          label: quickPickText(query),
          alwaysShow: value === '',
          act: 'none',
          query,
          buttons: this.question.forget ? [this.remove] : [],
        }),
      );
    const offered = under(vscode.l10n.t('on the server'), completions);
    const runs = value.trim() === '' && this.problem === '' ? [] : [run];
    this.list.items = [
      ...(this.question.isUnfinished(value) ? [...offered, ...runs] : [...runs, ...offered]),
      ...under(vscode.l10n.t('asked before'), history),
    ];
  }
}

function under(label: string, items: readonly QueryItem[]): readonly QueryItem[] {
  if (items.length === 0) return [];
  return [{ label, kind: vscode.QuickPickItemKind.Separator, act: 'none' }, ...items];
}
