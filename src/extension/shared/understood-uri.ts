import * as vscode from 'vscode';
import { logName } from './log-name';
import { shownScheme } from './shown-uri';
import { twinOf } from './text-view-uri';

/** Of the documents that say what was understood of a log. */
export const understoodScheme = 'oddline-understood';

/** Its path is the title of the tab, and ends in no extension: a `.log` would be taken for a log itself. */
export function understoodUri(log: vscode.Uri): vscode.Uri {
  const title = vscode.l10n.t('{0}, as understood', logName(log));
  return vscode.Uri.from({ scheme: understoodScheme, path: `/${title}`, query: log.toString() });
}

/** The log a document is about: what was understood of a log, what a filter leaves of it and other views of it are about that log, every other about itself. */
export function logOf(uri: vscode.Uri): vscode.Uri {
  const isAboutLog = uri.scheme === understoodScheme || uri.scheme === shownScheme;
  return isAboutLog ? vscode.Uri.parse(uri.query, true) : twinOf(uri);
}
