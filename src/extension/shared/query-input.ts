import * as vscode from 'vscode';
import { failureText } from './failure-text';
import { quickPickText } from './quick-pick-text';

export interface QueryCompletion {
  readonly label: string;
  /** The whole query with it put in. */
  readonly query: string;
}

/** A query in a file. */
export interface SavedQuery {
  readonly name: string;
  /** Where its file is. */
  readonly place: string;
  /** Takes the place of the question. */
  readonly open: () => void;
}

export interface QueryQuestion {
  readonly title: string;
  readonly placeholder: string;
  readonly value: string;
  readonly history: readonly string[];
  /** Absent: what was asked before is kept elsewhere, and not to be removed here. */
  readonly forget?: (query: string) => void;
  /** Absent: none are kept in files. */
  readonly saved?: Promise<readonly SavedQuery[]>;
  /** Keeps what was typed in a file, in place of asking further. */
  readonly save?: (query: string) => void;
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
  readonly open?: () => void;
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
  private readonly keep: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('save'),
    tooltip: vscode.l10n.t('Save Query…'),
  };
  private asking = new AbortController();
  private timer: NodeJS.Timeout | undefined;
  private completions: readonly QueryCompletion[] = [];
  private problem = '';
  private forgotten = new Set<string>();
  private saved: readonly SavedQuery[] = [];

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
      list.onDidTriggerButton(() => {
        const typed = list.value.trim();
        if (typed === '') return;
        finish(undefined);
        question.save?.(typed);
      });
      list.buttons = question.save ? [this.keep] : [];
      void question.saved?.then((saved) => this.offer(saved));
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

  private offer(saved: readonly SavedQuery[]): void {
    this.saved = saved;
    this.show();
  }

  private async accept(
    item: QueryItem | undefined,
    finish: (query: string | undefined) => void,
  ): Promise<void> {
    if (item?.open) {
      finish(undefined);
      return item.open();
    }
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
    const saved = this.saved.map(
      ({ name, place, open }): QueryItem => ({
        label: `$(file) ${quickPickText(name)}`,
        description: quickPickText(place),
        act: 'none',
        open,
      }),
    );
    const offered = under(vscode.l10n.t('on the server'), completions);
    const runs = value.trim() === '' && this.problem === '' ? [] : [run];
    this.list.items = [
      ...(this.question.isUnfinished(value) ? [...offered, ...runs] : [...runs, ...offered]),
      ...under(vscode.l10n.t('asked before'), history),
      ...under(vscode.l10n.t('saved in the workspace'), saved),
    ];
  }
}

function under(label: string, items: readonly QueryItem[]): readonly QueryItem[] {
  if (items.length === 0) return [];
  return [{ label, kind: vscode.QuickPickItemKind.Separator, act: 'none' }, ...items];
}
