import { stat } from 'node:fs/promises';
import * as vscode from 'vscode';

const megabyte = 1024 * 1024;
/** VS Code gives extensions no text of more characters (`_MODEL_SYNC_LIMIT` of its TextModel); no file holds more of them than bytes. */
const mostShared = 50;

/**
 * Whether VS Code keeps a file of this size from extensions, or shows a page instead of it. A tab is there before its text, on a busy
 * machine by seconds, and that of a deleted or binary file never gets one: so size alone tells that it is size.
 */
export async function isTooLarge({ fsPath }: vscode.Uri): Promise<boolean> {
  const file = await stat(fsPath).catch(() => undefined);
  return file !== undefined && file.size > Math.min(mostShared, askedAbove()) * megabyte;
}

/** Above it VS Code asks first; by itself 10 in a remote window, 1,024 elsewhere. */
function askedAbove(): number {
  const asked = vscode.workspace.getConfiguration('workbench').get<unknown>('editorLargeFileConfirmation');
  return typeof asked === 'number' ? asked : mostShared;
}
