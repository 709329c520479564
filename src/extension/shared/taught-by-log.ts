import type * as vscode from 'vscode';
import { filtered, inTurns, type Steps } from '../../node/in-turns';
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
  async unheeded({ uri, labels, weights }: AnalysedLog): Promise<Taught | undefined> {
    const wanted = this.of(uri);
    const isHeeded = sameText(wanted.weights, weights) && (await inTurns(sameLabels(wanted.labels, labels)));
    // Others may have been taught meanwhile.
    return isHeeded && wanted === this.of(uri) ? undefined : this.of(uri);
  }

  private of(uri: vscode.Uri): Taught {
    return this.byLog.get(uri.toString()) ?? nothing;
  }
}

/** Of labels read once only what was given since is another object. */
function* sameLabels(one: Taught['labels'], other: Taught['labels']): Steps<boolean> {
  if (one.length !== other.length) return false;
  const differing = yield* filtered([...one.keys()], (at) => one[at] !== other[at]);
  return (yield* filtered(differing, (at) => !sameText(one[at], other[at]))).length === 0;
}

function sameText(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
