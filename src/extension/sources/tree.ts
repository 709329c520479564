import * as vscode from 'vscode';
import type { LogSource, SourceKind } from '../../protocol/log-source';
import type { SourceVerdict } from '../../protocol/sources';
import { localise } from '../shared/localise';
import type { LogSources, SourceProblem } from '../shared/log-sources';
import { onOneLine } from '../shared/markdown';

/** A source, or what stands in the setting and is none. */
export interface SourceRow {
  readonly name: string;
  readonly source: LogSource | undefined;
  readonly problem?: SourceProblem;
}

const icons: Readonly<Record<SourceKind, string>> = {
  loki: 'server',
  elastic: 'database',
  prometheus: 'graph-line',
  journal: 'notebook',
  command: 'terminal',
};

/** The log sources of this machine, each with what it answered last. */
export class SourcesTree implements vscode.TreeDataProvider<SourceRow> {
  private readonly changed = new vscode.EventEmitter<undefined>();
  private readonly verdicts = new Map<string, SourceVerdict>();
  readonly onDidChangeTreeData = this.changed.event;

  constructor(private readonly sources: LogSources) {
    sources.onDidChange(() => this.changed.fire(undefined));
  }

  /** What it answered just now. */
  answered(name: string, verdict: SourceVerdict): void {
    this.verdicts.set(name, verdict);
    this.changed.fire(undefined);
  }

  isWell(name: string): boolean | undefined {
    return this.verdicts.get(name)?.ok;
  }

  getChildren(row?: SourceRow): SourceRow[] {
    if (row) return [];
    const sources = this.sources.all().map((source) => ({ name: source.name, source }));
    return [
      ...sources,
      ...this.sources.problems().map((problem) => ({ name: problem.name, source: undefined, problem })),
    ];
  }

  getTreeItem({ name, source, problem }: SourceRow): vscode.TreeItem {
    const item = new vscode.TreeItem(onOneLine(name));
    if (!source) return problemItem(item, problem);
    item.id = `source:${name}`;
    const verdict = this.verdicts.get(name);
    item.description = onOneLine(descriptionOf(source));
    item.iconPath = iconOf(source, verdict);
    item.tooltip = [descriptionOf(source), verdict ? localise(verdict.sentence) : '']
      .filter(Boolean)
      .join('\n');
    item.contextValue = `oddline.source.${source.kind}`;
    item.accessibilityInformation = {
      label: [name, item.description, verdict && healthText(verdict)].filter(Boolean).join(', '),
    };
    const isMetrics = source.kind === 'prometheus';
    item.command = {
      title: isMetrics ? vscode.l10n.t('Add Metrics to Log…') : vscode.l10n.t('Open Logs'),
      command: 'oddline.openSource',
      arguments: [{ name, source }],
    };
    return item;
  }
}

/** Without an id: several may bear one name. */
function problemItem(item: vscode.TreeItem, problem: SourceProblem | undefined): vscode.TreeItem {
  item.iconPath = new vscode.ThemeIcon('error', new vscode.ThemeColor('problemsErrorIcon.foreground'));
  item.description = vscode.l10n.t('not set up right');
  item.tooltip = problem ? localise(problem.sentence) : '';
  item.contextValue = 'oddline.source.problem';
  item.command = {
    title: vscode.l10n.t('Open Settings'),
    command: 'workbench.action.openSettings',
    arguments: ['oddline.sources'],
  };
  return item;
}

export function descriptionOf(source: LogSource): string {
  switch (source.kind) {
    case 'loki':
    case 'prometheus':
      return [source.url, source.tenant].filter(Boolean).join(' · ');
    case 'elastic':
      return `${source.url} · ${source.index}`;
    case 'journal':
      return source.path ?? vscode.l10n.t('this machine');
    case 'command':
      return source.command.join(' ');
  }
}

function iconOf({ kind }: LogSource, verdict: SourceVerdict | undefined): vscode.ThemeIcon {
  if (!verdict) return new vscode.ThemeIcon(icons[kind]);
  return verdict.ok
    ? new vscode.ThemeIcon('pass-filled', new vscode.ThemeColor('testing.iconPassed'))
    : new vscode.ThemeIcon('error', new vscode.ThemeColor('problemsErrorIcon.foreground'));
}

function healthText({ ok }: SourceVerdict): string {
  return ok ? vscode.l10n.t('answers') : vscode.l10n.t('does not answer as it should');
}
