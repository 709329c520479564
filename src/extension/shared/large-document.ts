import type * as vscode from 'vscode';
import { Position } from 'vscode';

/** Beyond either VS Code switches off folding, colours and wrapping (`LARGE_FILE_SIZE_THRESHOLD`, `LARGE_FILE_LINE_COUNT_THRESHOLD` of its TextModel). */
const mostChars = 20 * 1024 * 1024;
const mostLines = 300_000;

/** Whether VS Code's own editor shows it with hardly more than its text. */
export function isLargeDocument(document: vscode.TextDocument): boolean {
  if (document.lineCount > mostLines) return true;
  return document.offsetAt(new Position(document.lineCount, 0)) > mostChars;
}
