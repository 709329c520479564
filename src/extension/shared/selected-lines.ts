import * as vscode from 'vscode';
import { activeUri } from './active-uri';
import type { LineArgument } from './finding-argument';
import type { LogEditors, SelectedLineNumbers } from './log-editors';

/** Lines from 1, both included; where a log has several files, counted through all. */
export interface SelectedLines extends SelectedLineNumbers {
  readonly uri: vscode.Uri;
}

/** What is selected in the editor in front, VS Code's or ours; undefined where nothing is. */
export async function selectedLines(editors: LogEditors): Promise<SelectedLines | undefined> {
  const native = vscode.window.activeTextEditor;
  const uri = activeUri();
  if (!uri) return undefined;
  if (native && !native.selection.isEmpty && native.document.uri.toString() === uri.toString()) {
    const { start, end } = native.selection;
    // A selection of whole lines ends at the beginning of the next.
    const last = end.character === 0 && end.line > start.line ? end.line : end.line + 1;
    return { uri, first: start.line + 1, last };
  }
  const lines = native ? undefined : await editors.of(uri)?.selectedLines?.();
  return lines && { uri, ...lines };
}

/** In our own editor: the selection, where a menu was opened on one of its lines. */
export async function selectedAround(
  { uri: text, line }: LineArgument,
  editors: LogEditors,
): Promise<SelectedLines | undefined> {
  const uri = vscode.Uri.parse(text, true);
  const lines = await editors.of(uri)?.selectedLines?.();
  const stretches = lines ? (lines.stretches ?? [lines]) : [];
  const isSelected = stretches.some(({ first, last }) => first <= line && line <= last);
  return lines && isSelected ? { uri, ...lines } : undefined;
}
