import * as vscode from 'vscode';
import { activeUri } from './active-uri';
import { isLineArgument } from './finding-argument';
import type { LogEditors } from './log-editors';
import { shownScheme } from './shown-uri';
import { twinOf } from './text-view-uri';
import { understoodScheme } from './understood-uri';

/** A line of a log; 1-based, and where the log has several files, counted through all. */
export interface LogLinePlace {
  readonly uri: vscode.Uri;
  readonly line: number;
}

/** What a command on a line is about: the line it was given (menus of ours, links), else that of the caret. */
export function linePlace(argument: unknown, editors: LogEditors): LogLinePlace | undefined {
  if (!isLineArgument(argument)) return caretPlace(editors);
  return { uri: vscode.Uri.parse(argument.uri, true), line: argument.line };
}

/** Where the caret is, in VS Code's own editor or in one of ours; undefined where it is on no line of the log. */
export function caretPlace(editors: LogEditors): LogLinePlace | undefined {
  const native = vscode.window.activeTextEditor;
  if (native && isOnLogItself(native.document.uri)) {
    return { uri: twinOf(native.document.uri), line: native.selection.active.line + 1 };
  }
  const uri = activeUri();
  const own = uri && editors.of(uri);
  const line = own?.caretLine() ?? 0;
  return own && line > 0 ? { uri: own.uri, line } : undefined;
}

/** 0 where neither VS Code's editor nor ours has the log in front: what is next then is the first, what is previous the last. */
export function caretLineIn(uri: vscode.Uri, editors: LogEditors): number {
  const caret = caretPlace(editors);
  return caret?.uri.toString() === uri.toString() ? caret.line : 0;
}

function isOnLogItself({ scheme }: vscode.Uri): boolean {
  return scheme !== 'output' && scheme !== shownScheme && scheme !== understoodScheme;
}

export function tellNoLine(): undefined {
  const text = vscode.l10n.t('Put the caret on a line of a log first.');
  void vscode.window.showInformationMessage(text);
  return undefined;
}
