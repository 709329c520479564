import * as vscode from 'vscode';
import type { QueryProblem } from '../../protocol/sources';

/** What a server says of a query, with the place where it says one. */
export function problemText({ message, at }: QueryProblem): string {
  return at === null ? message : vscode.l10n.t('At character {0}: {1}', at + 1, message);
}
