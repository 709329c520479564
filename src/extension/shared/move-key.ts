import type * as vscode from 'vscode';

/** What was known of one uri is known of another. */
export function moveKey<Value>(map: Map<string, Value>, from: vscode.Uri, to: vscode.Uri): void {
  const value = map.get(from.toString());
  if (value === undefined) return;
  map.delete(from.toString());
  map.set(to.toString(), value);
}
