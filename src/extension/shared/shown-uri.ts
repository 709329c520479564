import * as vscode from 'vscode';
import { logName } from './log-name';

/** Of the documents that hold the lines a filter and the noise dial leave of a log. */
export const shownScheme = 'oddline-shown';

/** Its path is the title of the tab, and ends in no extension: a `.log` would be taken for a log itself. */
export function shownUri(log: vscode.Uri): vscode.Uri {
  const title = vscode.l10n.t('{0}, filtered', logName(log));
  return vscode.Uri.from({ scheme: shownScheme, path: `/${title}`, query: log.toString() });
}
