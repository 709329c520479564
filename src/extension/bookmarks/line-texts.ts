import type * as vscode from 'vscode';
import type { ViewLine } from '../../protocol/log-lines';
import { openDocument } from '../shared/active-uri';
import type { BookmarkedLogs } from './bookmarked-logs';

/** More of a line says no more about why it was marked. */
const mostChars = 300;

/** By line (from 1), in the log's order; '' for a line that is not there any more. */
export async function textsOfLines(
  uri: vscode.Uri,
  lines: readonly number[],
  logs: BookmarkedLogs,
): Promise<readonly string[]> {
  const document = openDocument(uri);
  if (document) return lines.map((line) => textIn(document, line));
  return logs.withLines(uri, ({ client }) =>
    Promise.all(
      lines.map((line) => client.lineText({ line: (line - 1) as ViewLine, from: 0, length: mostChars })),
    ),
  );
}

function textIn(document: vscode.TextDocument, line: number): string {
  return line <= document.lineCount ? document.lineAt(line - 1).text.slice(0, mostChars) : '';
}
