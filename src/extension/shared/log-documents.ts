import type * as vscode from 'vscode';
import { openDocument } from './active-uri';
import { hasBigLogTab } from './big-log-tabs';
import { isLogPath, isPackedLogPath } from './log-path';
import { isGathered } from './log-uri';
import { twinOf } from './text-view-uri';

/** Logs VS Code itself shows; they grow while one looks at them and are nobody's own. */
const schemesOfVsCode = new Set(['output', 'vscode', 'vscode-settings', 'walkThrough', 'comment']);

/** Whether analysis is offered for it unasked. The command itself takes any text. */
export function isLog(uri: vscode.Uri): boolean {
  if (schemesOfVsCode.has(uri.scheme) || twinOf(uri) !== uri) return false;
  if (isLogPath(uri.path) || isPackedLogPath(uri.path) || isGathered(uri)) return true;
  return openDocument(uri)?.languageId === 'log' || hasBigLogTab(uri);
}
