import { open } from 'node:fs/promises';
import type * as vscode from 'vscode';

const headBytes = 4096;

/** VS Code shows a page without text for pictures and programs too: those have NULs in their beginning. */
export async function looksLikeText({ fsPath }: vscode.Uri): Promise<boolean> {
  try {
    const file = await open(fsPath, 'r');
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
      return bytesRead > 0 && !buffer.subarray(0, bytesRead).includes(0);
    } finally {
      await file.close();
    }
  } catch {
    return false;
  }
}
