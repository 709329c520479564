import * as vscode from 'vscode';
import { caretPlace, type LogLinePlace, linePlace, tellNoLine } from '../shared/caret-place';
import type { LineArgument } from '../shared/finding-argument';
import { localise } from '../shared/localise';
import type { LogEditors } from '../shared/log-editors';
import { nextLine, previousLine } from './bookmark-list';
import type { BookmarkedLogs } from './bookmarked-logs';

export interface BookmarkNeeds {
  readonly logs: BookmarkedLogs;
  readonly editors: LogEditors;
  /** The log a command without a line is about. */
  readonly current: () => vscode.Uri | undefined;
}

type Neighbour = (lines: readonly number[], from: number) => number | undefined;

export function bookmarkCommands(needs: BookmarkNeeds): vscode.Disposable[] {
  const { logs, editors } = needs;
  const onLine = (work: (place: LogLinePlace) => Promise<void>) => async (argument: unknown) => {
    const place = linePlace(argument, editors);
    if (place) await work(place);
    else tellNoLine();
  };
  const commands = {
    'oddline.toggleBookmark': onLine((place) => logs.toggle(place)),
    'oddline.editNote': onLine((place) => editNote(place, logs)),
    'oddline.nextBookmark': () => go(nextLine, needs),
    'oddline.previousBookmark': () => go(previousLine, needs),
  };
  return Object.entries(commands).map(([name, command]) => vscode.commands.registerCommand(name, command));
}

async function editNote(place: LogLinePlace, logs: BookmarkedLogs): Promise<void> {
  const { bookmark } = await logs.at(place);
  const note = await vscode.window.showInputBox({
    title: localise({ pattern: 'Note on line {0}', values: [place.line] }),
    prompt: vscode.l10n.t('It stands behind the line, in its hover and in the timeline.'),
    value: bookmark?.note ?? '',
    ignoreFocusOut: true,
  });
  if (note !== undefined) await logs.write(place, note.trim());
}

async function go(neighbour: Neighbour, { logs, editors, current }: BookmarkNeeds): Promise<void> {
  const uri = current();
  const lines = uri ? await logs.linesOf(uri) : [];
  const caret = caretPlace(editors);
  const isInLog = caret?.uri.toString() === uri?.toString();
  const line = neighbour(lines, isInLog && caret ? caret.line : 0);
  if (!uri || line === undefined) return tellNoBookmark();
  const argument: LineArgument = { uri: uri.toString(), line };
  await vscode.commands.executeCommand('oddline.revealLine', argument);
}

function tellNoBookmark(): void {
  void vscode.window.showInformationMessage(
    vscode.l10n.t('No line of this log is bookmarked. Put the caret on one and run Toggle Bookmark.'),
  );
}
