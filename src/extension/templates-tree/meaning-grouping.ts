import * as vscode from 'vscode';
import type { AnalysedLog } from '../shared/analyses';
import type { LogKeeper } from '../shared/log-lifetime';
import type { GroupByMeaning, MeaningGroups } from '../shared/meaning-groups';

interface GroupedLog {
  uri: vscode.Uri;
  groups: MeaningGroups;
  /** How many templates were too many to be compared. */
  left: number;
  asking: AbortController | undefined;
}

export type GroupingState = 'none' | 'running' | 'grouped';

const ungrouped: MeaningGroups = [];

const commonestFirst = (a: { count: number; id: number }, b: { count: number; id: number }) =>
  b.count - a.count || a.id - b.id;

/**
 * Which logs' templates are grouped by meaning, and how. By patterns: groups outlast another run, corrections and a new name of the log,
 * and end with its last tab. Nobody is asked but by `group`.
 */
export class MeaningGrouping implements LogKeeper, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  private readonly logs = new Map<string, GroupedLog>();

  constructor(private readonly ask: GroupByMeaning) {}

  /** Resolves with its new groups; undefined where it was given up, or is being grouped already. */
  async group({ uri, report }: AnalysedLog): Promise<MeaningGroups | undefined> {
    const log = this.logOf(uri);
    if (log.asking) return undefined;
    const asking = new AbortController();
    log.asking = asking;
    this.changed.fire();
    const patterns = new Set(report.templates.toSorted(commonestFirst).map(({ pattern }) => pattern));
    try {
      const groups = await this.ask([...patterns], asking.signal);
      if (!groups || asking.signal.aborted) return undefined;
      log.groups = groups;
      log.left = patterns.size - groups.flat().length;
      return groups;
    } finally {
      log.asking = undefined;
      this.changed.fire();
    }
  }

  cancel({ uri }: AnalysedLog): void {
    this.logs.get(uri.toString())?.asking?.abort();
  }

  ungroup({ uri }: AnalysedLog): void {
    this.forget(uri);
  }

  groupsOf({ uri }: AnalysedLog): MeaningGroups {
    return this.logs.get(uri.toString())?.groups ?? ungrouped;
  }

  leftOf({ uri }: AnalysedLog): number {
    return this.logs.get(uri.toString())?.left ?? 0;
  }

  stateOf(log: AnalysedLog | undefined): GroupingState {
    const known = log && this.logs.get(log.uri.toString());
    if (known?.asking) return 'running';
    return known && known.groups.length > 0 ? 'grouped' : 'none';
  }

  all(): readonly { readonly uri: vscode.Uri }[] {
    return [...this.logs.values()];
  }

  rename(from: vscode.Uri, to: vscode.Uri): void {
    const log = this.logs.get(from.toString());
    if (!log) return;
    this.logs.delete(from.toString());
    log.uri = to;
    this.logs.set(to.toString(), log);
    this.changed.fire();
  }

  forget(uri: vscode.Uri): void {
    this.logs.get(uri.toString())?.asking?.abort();
    if (this.logs.delete(uri.toString())) this.changed.fire();
  }

  dispose(): void {
    for (const { asking } of this.logs.values()) asking?.abort();
    this.changed.dispose();
  }

  private logOf(uri: vscode.Uri): GroupedLog {
    const known = this.logs.get(uri.toString());
    if (known) return known;
    const log: GroupedLog = { uri, groups: ungrouped, left: 0, asking: undefined };
    this.logs.set(uri.toString(), log);
    return log;
  }
}
