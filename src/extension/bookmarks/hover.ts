import * as vscode from 'vscode';
import type { LineArgument } from '../shared/finding-argument';
import { commandLink, escapeMarkdown } from '../shared/markdown';
import type { Readings } from '../shared/readings';

const commands = { edit: 'oddline.editNote', remove: 'oddline.toggleBookmark' } as const;

/** The whole note of a bookmarked line, and what can be done with it. */
export function registerBookmarkHover(readings: Readings): vscode.Disposable {
  const provideHover = ({ uri }: vscode.TextDocument, { line }: vscode.Position) => {
    const bookmark = readings.of(uri).bookmarks.find((one) => one.line === line + 1);
    if (!bookmark) return undefined;
    const body = new vscode.MarkdownString(hoverText(bookmark.note, { uri: uri.toString(), line: line + 1 }));
    body.isTrusted = { enabledCommands: Object.values(commands) };
    return new vscode.Hover(body);
  };
  return vscode.languages.registerHoverProvider('*', { provideHover });
}

function hoverText(note: string, argument: LineArgument): string {
  const noteLines = note.split(/\r\n|\r|\n/).map((line) => escapeMarkdown(line));
  const links = [
    commandLink(vscode.l10n.t('Edit Note…'), commands.edit, argument),
    commandLink(vscode.l10n.t('Remove Bookmark'), commands.remove, argument),
  ];
  const text = note === '' ? vscode.l10n.t('Bookmark') : noteLines.join('  \n');
  return `${text}\n\n${links.join(' · ')}`;
}
