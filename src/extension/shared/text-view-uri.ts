import * as vscode from 'vscode';
import { logName } from './log-name';

/** Of read-only documents that show a log's text otherwise, line by line: line n of them is line n of the log. */
export const plainScheme = 'oddline-plain';
export const columnsScheme = 'oddline-columns';

/** Their paths are the titles of the tabs, and end in no extension: a `.log` would be taken for a log itself. */
export function plainUri(log: vscode.Uri): vscode.Uri {
  return viewUri(plainScheme, vscode.l10n.t('{0}, without ANSI', logName(log)), log);
}

export function columnsUri(log: vscode.Uri): vscode.Uri {
  return viewUri(columnsScheme, vscode.l10n.t('{0}, as columns', logName(log)), log);
}

/** The log whose lines a document shows, each on its own line; every other document shows its own. */
export function twinOf(uri: vscode.Uri): vscode.Uri {
  const isTwin = uri.scheme === plainScheme || uri.scheme === columnsScheme;
  return isTwin ? vscode.Uri.parse(uri.query, true) : uri;
}

function viewUri(scheme: string, title: string, log: vscode.Uri): vscode.Uri {
  return vscode.Uri.from({ scheme, path: `/${title}`, query: log.toString() });
}
