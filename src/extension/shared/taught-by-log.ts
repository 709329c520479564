import type * as vscode from 'vscode';
import type { AnalysedLog } from './analyses';
import type { RunOptions } from './analysis-run';
import { moveKey } from './move-key';
import type { Taught } from './taught';

const nothing: Taught = { labels: [], weights: null };

/** What people taught, by log: runs heed it, and what was judged without it is to be judged anew. */
export class TaughtByLog {
  private readonly byLog = new Map<string, Taught>();

  set(uri: vscode.Uri, taught: Taught): void {
    this.byLog.set(uri.toString(), taught);
  }

  move(from: vscode.Uri, to: vscode.Uri): void {
    moveKey(this.byLog, from, to);
  }

  forget(uri: vscode.Uri): void {
    this.byLog.delete(uri.toString());
  }

  heeding(uri: vscode.Uri, options: RunOptions): RunOptions {
    return { ...options, request: { ...options.request, ...this.of(uri) } };
  }

  /** What the log is to be judged by; undefined where it is. */
  unheeded({ uri, labels, weights }: AnalysedLog): Taught | undefined {
    const wanted = this.of(uri);
    const isHeeded = sameText(wanted.labels, labels) && sameText(wanted.weights, weights);
    return isHeeded ? undefined : wanted;
  }

  private of(uri: vscode.Uri): Taught {
    return this.byLog.get(uri.toString()) ?? nothing;
  }
}

function sameText(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
