import * as vscode from 'vscode';
import type { Analyses } from './analyses';
import type { FindingArgument } from './finding-argument';

/** The finding that covers the caret's line in the active editor. */
export function findingAtCaret(analyses: Analyses): FindingArgument | undefined {
  const editor = vscode.window.activeTextEditor;
  const log = editor && analyses.get(editor.document.uri);
  if (!log) return undefined;
  const line = editor.selection.active.line + 1;
  const finding = log.findings.find((candidate) => candidate.line <= line && line <= candidate.endLine);
  return finding && { uri: log.uri.toString(), findingId: finding.id };
}
