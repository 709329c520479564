import * as vscode from 'vscode';
import type { Sentence } from '../../engine/model/finding';
import { formatNumber, localise, localiseMarkdown } from '../shared/localise';
import { codeSpan, escapeMarkdown } from '../shared/markdown';
import { severityColours, severityIcons } from '../shared/severity';
import type { DifferenceKind } from './differences';
import { placeText } from './place';
import type { ComparisonRow, DifferenceRow, GroupRow } from './rows';

export const showMoreCommand = 'oddline.showMoreDifferences';
export const goToDifferenceCommand = 'oddline.goToDifference';

interface Group {
  readonly name: Sentence;
  /** What it means, for a tooltip and a screen reader. */
  readonly meaning: Sentence;
  readonly icon: string;
  readonly colour?: string;
  readonly open: boolean;
}

export const groups: Readonly<Record<DifferenceKind, Group>> = {
  new: {
    name: { pattern: 'New', values: [] },
    meaning: {
      pattern: 'Lines no good log has that tell of a failure, and what belongs to them',
      values: [],
    },
    icon: 'diff-added',
    colour: 'oddline.newForeground',
    open: true,
  },
  shifted: {
    name: { pattern: 'Far more often', values: [] },
    meaning: { pattern: 'Lines of failure that good logs have far less often', values: [] },
    icon: 'diff-modified',
    colour: 'oddline.shiftedForeground',
    open: true,
  },
  vanished: {
    name: { pattern: 'Vanished', values: [] },
    meaning: { pattern: 'Templates that every good log has and this one has not', values: [] },
    icon: 'diff-removed',
    colour: 'oddline.vanishedForeground',
    open: true,
  },
  alsoNew: {
    name: { pattern: 'Also new', values: [] },
    meaning: { pattern: 'Templates no good log has, of which nothing tells of trouble', values: [] },
    icon: 'add',
    open: false,
  },
  reordered: {
    name: { pattern: 'In another order', values: [] },
    meaning: { pattern: 'Templates that come in another order; no findings', values: [] },
    icon: 'arrow-swap',
    open: false,
  },
};

/** A row as VS Code shows it. */
export function itemOf(row: ComparisonRow): vscode.TreeItem {
  switch (row.kind) {
    case 'stale':
      return staleItem(row.log.uri);
    case 'note':
      return plainItem(localise(row.note), 'warning');
    case 'group':
      return groupItem(row);
    case 'difference':
      return differenceItem(row);
    case 'more':
      return moreItem(row);
    case 'left-out':
      return plainItem(localise({ pattern: '{0} more that are not listed', values: [row.rest] }), 'info');
  }
}

function groupItem({ log, of, total }: GroupRow): vscode.TreeItem {
  const { name, meaning, icon, colour, open } = groups[of];
  const state = open ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed;
  const item = new vscode.TreeItem(localise(name), state);
  item.id = `${log.uri} compared ${of}`;
  item.description = formatNumber(total);
  item.tooltip = localise(meaning);
  item.iconPath = new vscode.ThemeIcon(
    icon,
    colour === undefined ? undefined : new vscode.ThemeColor(colour),
  );
  item.accessibilityInformation = {
    label: `${localise(name)}, ${formatNumber(total)}. ${localise(meaning)}`,
  };
  return item;
}

function differenceItem(row: DifferenceRow): vscode.TreeItem {
  const { log, difference } = row;
  const { kind, message, excerpt, source, line, severity } = difference;
  const label = message.trim() || excerpt.trim() || vscode.l10n.t('(empty line)');
  const item = new vscode.TreeItem(label);
  item.id = `${log.uri} compared ${kind} ${source} ${line}`;
  item.description = factsOf(row).join(' · ');
  item.tooltip = differenceTooltip(row);
  item.contextValue = 'oddline.difference';
  item.command = command(goToDifferenceCommand, row);
  if (severity) {
    const colour = new vscode.ThemeColor(severityColours(severity).foreground);
    item.iconPath = new vscode.ThemeIcon(severityIcons[severity], colour);
  }
  item.accessibilityInformation = {
    label: [localise(groups[kind].name), item.description, label].join(', '),
  };
  return item;
}

function factsOf({ log, difference }: DifferenceRow): string[] {
  const { count } = difference;
  const place = placeText(log, difference);
  return count === undefined || count === 1 ? [place] : [place, `${formatNumber(count)}×`];
}

/** Untrusted Markdown, and all log text escaped besides. */
function differenceTooltip(row: DifferenceRow): vscode.MarkdownString {
  const { kind, reasons, excerpt } = row.difference;
  const title = [localise(groups[kind].name), ...factsOf(row)].map(escapeMarkdown);
  const why = reasons.map(({ message }) => `- ${localiseMarkdown(message)}`);
  return new vscode.MarkdownString(
    [`**${title[0]}** · ${title.slice(1).join(' · ')}`, '', ...why, '', codeSpan(excerpt)].join('\n'),
  );
}

function staleItem(uri: vscode.Uri): vscode.TreeItem {
  const item = plainItem(vscode.l10n.t('Compare Again: the log has changed'), 'refresh');
  item.command = command('oddline.compareAgain', uri);
  return item;
}

function plainItem(label: string, icon: string): vscode.TreeItem {
  const item = new vscode.TreeItem(label);
  item.tooltip = label;
  item.iconPath = new vscode.ThemeIcon(icon);
  return item;
}

function moreItem(row: Extract<ComparisonRow, { kind: 'more' }>): vscode.TreeItem {
  const item = plainItem(localise({ pattern: 'Show More ({0} left)', values: [row.rest] }), 'ellipsis');
  item.id = `${row.log.uri} compared more ${row.of}`;
  item.command = command(showMoreCommand, row);
  return item;
}

/** A row's command shows its title to nobody. */
function command(id: string, ...args: unknown[]): vscode.Command {
  return { title: '', command: id, arguments: args };
}
