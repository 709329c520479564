import type * as vscode from 'vscode';

export interface ComparedSpan {
  readonly kind: 'new' | 'shifted' | 'vanished';
  /** From 1, both included. */
  readonly line: number;
  readonly endLine: number;
}

/** What a comparison marks in a log, for editors that are not VS Code's. */
export interface ComparedLines {
  /** In line order. */
  of(uri: vscode.Uri): readonly ComparedSpan[];
  readonly onDidChange: vscode.Event<void>;
}
