import * as vscode from 'vscode';
import type { PinnedFinding } from '../../protocol/reading';
import type { LineArgument } from '../shared/finding-argument';
import { localise } from '../shared/localise';
import { onOneLine } from '../shared/markdown';
import { severityColours, severityIcons } from '../shared/severity';
import type { BookmarkedLogs } from './bookmarked-logs';
import { textsOfLines } from './line-texts';

export interface BookmarkRow extends LineArgument {
  readonly note: string;
  readonly text: string;
  readonly finding: PinnedFinding | undefined;
}

/** The bookmarks of one log, in its order. */
export class BookmarksTree implements vscode.TreeDataProvider<BookmarkRow> {
  private readonly changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private uri: vscode.Uri | undefined;

  constructor(private readonly logs: BookmarkedLogs) {}

  show(uri: vscode.Uri | undefined): void {
    this.uri = uri;
    this.changed.fire(undefined);
  }

  getTreeItem({ uri, line, note, text, finding }: BookmarkRow): vscode.TreeItem {
    const said = onOneLine(note || (finding?.title ?? ''));
    const item = new vscode.TreeItem(said === '' ? onOneLine(text) : said);
    item.description = localise({ pattern: 'line {0}', values: [line] });
    item.tooltip = [said, onOneLine(text)].filter((part) => part !== '').join('\n');
    item.iconPath = iconOf(finding);
    item.contextValue = 'oddline.bookmark';
    const argument: LineArgument = { uri, line };
    item.command = {
      title: vscode.l10n.t('Go to Line'),
      command: 'oddline.revealLine',
      arguments: [argument],
    };
    item.accessibilityInformation = { label: `${item.label}, ${item.description}` };
    return item;
  }

  async getChildren(row?: BookmarkRow): Promise<BookmarkRow[]> {
    const { uri, logs } = this;
    if (row || !uri) return [];
    const bookmarks = logs.of(uri);
    const lines = await logs.linesOf(uri);
    const texts = await textsOfLines(uri, lines, logs).catch(() => []);
    return bookmarks.map(({ note, finding }, index) => ({
      uri: uri.toString(),
      line: lines[index],
      note,
      text: texts[index] ?? '',
      finding,
    }));
  }
}

/** A pinned anomaly keeps the sign of its severity. */
function iconOf(finding: PinnedFinding | undefined): vscode.ThemeIcon {
  if (!finding) return new vscode.ThemeIcon('bookmark', new vscode.ThemeColor('oddline.bookmarkForeground'));
  const colour = new vscode.ThemeColor(severityColours(finding.severity).foreground);
  return new vscode.ThemeIcon(severityIcons[finding.severity], colour);
}
