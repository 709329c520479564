import * as vscode from 'vscode';
import { failureText } from '../shared/failure-text';
import { problemText } from '../shared/query-problem';
import { askSpan, type WantedSpan } from './ask-span';
import { chooseSource } from './choose-source';
import { type FileHead, headOf } from './logql-head';
import { onOneLine } from './one-line';
import { openLogql } from './open-loki';
import type { AskingParts } from './parts';
import { lastSeconds } from './span-text';

/** `otherwise`: the source that was chosen before, where the file names none. What the server says against it stands in `problems`. */
export async function runLogqlFile(
  argument: unknown,
  otherwise: unknown,
  problems: vscode.DiagnosticCollection,
  parts: AskingParts,
): Promise<vscode.Uri | undefined> {
  const uri = argument instanceof vscode.Uri ? argument : vscode.window.activeTextEditor?.document.uri;
  if (!uri) return undefined;
  const document = await vscode.workspace.openTextDocument(uri);
  const text = document.getText();
  const head = headOf(text);
  const source = await chooseSource('loki', parts.sources, head.source ?? otherwise);
  if (!source || !(await parts.consent.mayUse(source))) return undefined;
  const wanted = await spanOf(head, source.name);
  if (!wanted) return undefined;
  try {
    const query = { kind: 'loki' as const, logql: text, span: wanted.span, limit: 1 };
    const problem = await parts.questions.check({ source, query });
    problems.set(uri, problem ? [diagnosticOf(document, problem.at, problemText(problem))] : []);
    return problem ? undefined : await openLogql(source, onOneLine(text), wanted, parts);
  } catch (error) {
    void vscode.window.showErrorMessage(failureText(error));
    return undefined;
  }
}

function spanOf({ seconds }: FileHead, title: string): Promise<WantedSpan | undefined> {
  if (seconds === undefined) return askSpan(title);
  return Promise.resolve({ span: lastSeconds(seconds, Date.now()), live: false });
}

/** To the end of the line where the server names a place; else the whole query. */
function diagnosticOf(document: vscode.TextDocument, at: number | null, message: string): vscode.Diagnostic {
  const start = document.positionAt(at ?? 0);
  const end =
    at === null ? document.positionAt(document.getText().length) : document.lineAt(start.line).range.end;
  const diagnostic = new vscode.Diagnostic(new vscode.Range(start, end), message);
  diagnostic.source = 'Loki';
  return diagnostic;
}
