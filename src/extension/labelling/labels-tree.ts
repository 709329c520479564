import * as vscode from 'vscode';
import { inTurns } from '../../node/in-turns';
import type { Analyses } from '../shared/analyses';
import { formatNumber, localise } from '../shared/localise';
import { escapeMarkdown } from '../shared/markdown';
import type { KnownLabels } from './known-labels';
import {
  lookedAtText,
  reachSentence,
  scopeText,
  subjectText,
  verdictAndCategory,
  whoAndWhen,
  whoText,
} from './label-words';
import { type LabelGroup, type LabelRow, type LabelsRow, labelsRows } from './labels-rows';

const icons = {
  conflicts: 'git-merge',
  anomalous: 'flame',
  normal: 'check-all',
  elsewhere: 'circle-slash',
} as const satisfies Readonly<Record<LabelGroup, string>>;

/** What people said of the current log. */
export class LabelsTree implements vscode.TreeDataProvider<LabelsRow> {
  private readonly changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changed.event;

  constructor(
    private readonly analyses: Analyses,
    private readonly known: KnownLabels,
  ) {}

  update(): void {
    this.changed.fire(undefined);
  }

  getTreeItem(row: LabelsRow): vscode.TreeItem {
    switch (row.kind) {
      case 'group':
        return groupItem(row);
      case 'conflict':
        return conflictItem(row);
      case 'rest':
        return new vscode.TreeItem(localise({ pattern: '{0} more, not listed', values: [row.rest] }));
      case 'label':
        return labelItem(row);
    }
  }

  async getChildren(row?: LabelsRow): Promise<LabelsRow[]> {
    if (row) return row.kind === 'group' ? [...row.rows] : [];
    const log = this.analyses.current();
    if (!log) return [];
    return inTurns(labelsRows(log, await this.known.of(log), this.known.book(log.uri).conflicts));
  }
}

function groupItem({ log, group, count }: Extract<LabelsRow, { kind: 'group' }>): vscode.TreeItem {
  const open = group === 'elsewhere' ? 'Collapsed' : 'Expanded';
  const item = new vscode.TreeItem(groupTitle(group), vscode.TreeItemCollapsibleState[open]);
  item.id = `${log.uri} labels ${group}`;
  item.description = formatNumber(count);
  item.iconPath = new vscode.ThemeIcon(icons[group]);
  item.accessibilityInformation = { label: `${groupTitle(group)}: ${formatNumber(count)}` };
  return item;
}

function groupTitle(group: LabelGroup): string {
  switch (group) {
    case 'conflicts':
      return vscode.l10n.t('Labels that disagree: neither holds');
    case 'anomalous':
      return vscode.l10n.t('Anomalous');
    case 'normal':
      return vscode.l10n.t('Normal');
    case 'elsewhere':
      return vscode.l10n.t('Not found in this log');
  }
}

function conflictItem(row: Extract<LabelsRow, { kind: 'conflict' }>): vscode.TreeItem {
  const [{ label }] = row.labels;
  const item = new vscode.TreeItem(subjectText(label));
  item.description = row.labels
    .map((one) =>
      [verdictAndCategory(one.label), whoText(one.label)].filter((part) => part !== '').join(', '),
    )
    .join(' ↔ ');
  item.tooltip = [subjectText(label), ...row.labels.map((one) => tooltipLine(one.label))].join('\n');
  item.iconPath = new vscode.ThemeIcon(icons.conflicts, new vscode.ThemeColor('list.warningForeground'));
  item.contextValue = 'oddline.labelConflict';
  item.command = { title: vscode.l10n.t('Settle…'), command: 'oddline.settleLabels', arguments: [row] };
  return item;
}

function labelItem(row: LabelRow): vscode.TreeItem {
  const { label, match } = row.known;
  const item = new vscode.TreeItem(subjectText(label));
  const reach = localise(reachSentence(match));
  const category = label.label === 'normal' ? [] : [verdictAndCategory(label)];
  const lookedAt = lookedAtText(label, row.log.report.labels);
  const told = [scopeText(label), reach, ...(lookedAt === '' ? [] : [lookedAt])];
  item.description = [...category, ...told].join(' · ');
  item.tooltip = tooltipOf(row);
  item.iconPath = new vscode.ThemeIcon(label.label === 'normal' ? 'pass' : 'flame');
  item.contextValue = 'oddline.label';
  item.command = {
    title: vscode.l10n.t('Go to First Line'),
    command: 'oddline.goToLabel',
    arguments: [row],
  };
  item.accessibilityInformation = {
    label: [item.label, verdictAndCategory(label), ...told].join(', '),
  };
  return item;
}

function tooltipLine(label: LabelRow['known']['label']): string {
  return `${verdictAndCategory(label)} · ${whoAndWhen(label)}`;
}

/** Untrusted Markdown: what stands in the store may have come with a repository. */
function tooltipOf({ log, known: { label, path } }: LabelRow): vscode.MarkdownString {
  const lines = [
    `**${escapeMarkdown(verdictAndCategory(label))}** · ${escapeMarkdown(scopeText(label))}`,
    escapeMarkdown(subjectText(label)),
    escapeMarkdown(label.note ?? ''),
    escapeMarkdown(lookedAtText(label, log.report.labels)),
    escapeMarkdown(whoAndWhen(label)),
    escapeMarkdown(vscode.workspace.asRelativePath(path)),
  ];
  return new vscode.MarkdownString(lines.filter((line) => line !== '').join('\n\n'));
}
