import * as vscode from 'vscode';
import type { ViewLine } from '../../protocol/log-lines';
import type { Analyses } from '../shared/analyses';
import { caretPlace, type LogLinePlace, linePlace, tellNoLine } from '../shared/caret-place';
import type { LineArgument } from '../shared/finding-argument';
import { localise } from '../shared/localise';
import type { LogEditors } from '../shared/log-editors';
import { logName } from '../shared/log-name';
import { dateAndTime } from '../shared/log-time';
import { nextLine, previousLine } from './bookmark-list';
import type { BookmarkedLogs } from './bookmarked-logs';
import { textsOfLines } from './line-texts';
import { mostEntries, type TimelineEntry, timelineMarkdown } from './timeline';

export interface BookmarkNeeds {
  readonly logs: BookmarkedLogs;
  readonly editors: LogEditors;
  readonly analyses: Analyses;
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
    'oddline.copyTimeline': () => copyTimeline(needs),
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

async function copyTimeline(needs: BookmarkNeeds): Promise<void> {
  const uri = needs.current();
  const entries = uri ? await entriesOf(uri, needs) : [];
  if (entries.length === 0) return tellNoBookmark();
  await vscode.env.clipboard.writeText(timelineMarkdown(entries));
  vscode.window.setStatusBarMessage(copiedText(entries.length), 5000);
}

function copiedText(bookmarks: number): string {
  if (bookmarks <= mostEntries) return localise({ pattern: 'Copied {0} bookmarks', values: [bookmarks] });
  return localise({ pattern: 'Copied the first {0} of {1} bookmarks', values: [mostEntries, bookmarks] });
}

async function entriesOf(
  uri: vscode.Uri,
  { logs, analyses }: BookmarkNeeds,
): Promise<readonly TimelineEntry[]> {
  const bookmarks = logs.of(uri);
  const lines = await logs.linesOf(uri);
  const texts = await textsOfLines(uri, lines, logs);
  const times = await timesOf(uri, lines, analyses);
  const name = logName(uri);
  return bookmarks.map(({ note }, index) => ({
    time: times[index] ?? null,
    place: `${name}:${lines[index]}`,
    text: texts[index] ?? '',
    note,
  }));
}

/** None where the log was not analysed: a story told by its lines alone is one too. */
async function timesOf(
  uri: vscode.Uri,
  lines: readonly number[],
  analyses: Analyses,
): Promise<readonly (string | null)[]> {
  const log = analyses.get(uri);
  if (!log) return [];
  const facts = await analyses
    .ask(uri)
    .factsOfLines(lines.map((line) => (line - 1) as ViewLine))
    .catch(() => []);
  return facts.map((one) => (one?.time ? dateAndTime(one.time, log.extent.zone) : null));
}

function tellNoBookmark(): void {
  void vscode.window.showInformationMessage(
    vscode.l10n.t('No line of this log is bookmarked. Put the caret on one and run Toggle Bookmark.'),
  );
}
