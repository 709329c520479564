import * as vscode from 'vscode';
import type { SecretForm } from '../../engine/redact/secret';
import { mostStoryLines, type StoryFormat, type StoryLine, story, storyTitle } from '../../node/cases/story';
import { counted } from '../../protocol/sentence';
import { failureText } from '../shared/failure-text';
import { localise } from '../shared/localise';
import { logName } from '../shared/log-name';
import { targetLog } from '../shared/log-target';
import { dateAndTime } from '../shared/log-time';
import { ownForms } from '../shared/privacy-settings';
import type { CaseParts } from './case-logs';
import { type MarkedLine, markedLines } from './marked-lines';
import { showDraft } from './new-issue';

/** The marked lines of the log in front, as text for a chat. */
export async function copyTimeline(argument: unknown, parts: CaseParts): Promise<void> {
  const { lines } = (await linesToTell(argument, parts)) ?? {};
  if (!lines) return;
  const items: (vscode.QuickPickItem & { format: StoryFormat })[] = [
    {
      label: 'Markdown',
      description: vscode.l10n.t('issues, chats, wikis'),
      format: 'markdown',
    },
    { label: 'Slack', format: 'slack' },
  ];
  const chosen = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Copy the timeline as') });
  if (!chosen) return;
  await vscode.env.clipboard.writeText(textOf(lines, chosen.format, await ownForms()));
  const copied = Math.min(lines.length, mostStoryLines);
  const text = counted(
    copied,
    '1 marked line copied, secrets hidden',
    '{0} marked lines copied, secrets hidden',
  );
  vscode.window.setStatusBarMessage(localise(text), 5000);
}

/** The same as a draft. */
export async function newIssue(argument: unknown, parts: CaseParts): Promise<void> {
  const told = await linesToTell(argument, parts);
  if (!told) return;
  const own = await ownForms();
  const title = storyTitle(told.lines.map(toldLine), own) || vscode.l10n.t('Timeline');
  await showDraft(textOf(told.lines, 'markdown', own), title, told.uri);
}

interface LinesToTell {
  readonly uri: vscode.Uri;
  readonly lines: readonly MarkedLine[];
}

/** Undefined where there is nothing to tell, which is told. */
async function linesToTell(argument: unknown, parts: CaseParts): Promise<LinesToTell | undefined> {
  const uri = await targetLog(argument);
  if (!uri) return undefined;
  const { bookmarks } = parts.readings.of(uri);
  if (bookmarks.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        'No line is marked. Toggle a bookmark or pin an anomaly on each line that tells the story.',
      ),
    );
    return undefined;
  }
  try {
    const log = await parts.threads.open(uri);
    try {
      return { uri, lines: await markedLines(log, bookmarks, parts.analyses) };
    } finally {
      log.dispose();
    }
  } catch (error) {
    void vscode.window.showErrorMessage(failureText(error));
    return undefined;
  }
}

function textOf(lines: readonly MarkedLine[], format: StoryFormat, own: readonly SecretForm[]): string {
  return story(lines.map(toldLine), { title: vscode.l10n.t('Timeline'), leftOut }, format, own);
}

function toldLine({ bookmark, path, number, text, time }: MarkedLine): StoryLine {
  const { note, finding } = bookmark;
  const said = [note, finding?.title ?? ''].filter((part) => part !== '').join('\n');
  return {
    time: time === null ? '' : dateAndTime(time, 'written'),
    file: logName({ path }),
    line: number,
    text,
    note: said,
  };
}

function leftOut(count: number): string {
  return localise(counted(count, '1 more marked line is left out.', '{0} more marked lines are left out.'));
}
