import type * as vscode from 'vscode';
import type { NormalTemplate } from '../../engine/templates/normal-template';
import type { AnalysedLog } from './analyses';
import type { RunOptions } from './analysis-run';
import { moveKey } from './move-key';

/** The templates called normal, by log: runs heed them, and what was judged without them is to be judged anew. */
export class CalledNormal {
  private readonly byLog = new Map<string, readonly NormalTemplate[]>();

  set(uri: vscode.Uri, templates: readonly NormalTemplate[]): void {
    this.byLog.set(uri.toString(), templates);
  }

  move(from: vscode.Uri, to: vscode.Uri): void {
    moveKey(this.byLog, from, to);
  }

  forget(uri: vscode.Uri): void {
    this.byLog.delete(uri.toString());
  }

  heeding(uri: vscode.Uri, options: RunOptions): RunOptions {
    return { ...options, request: { ...options.request, normalTemplates: this.of(uri) } };
  }

  /** What the log is to be judged by; undefined where it is. */
  unheeded({ uri, normalTemplates }: AnalysedLog): readonly NormalTemplate[] | undefined {
    const wanted = this.of(uri);
    return JSON.stringify(wanted) === JSON.stringify(normalTemplates) ? undefined : wanted;
  }

  private of(uri: vscode.Uri): readonly NormalTemplate[] {
    return this.byLog.get(uri.toString()) ?? [];
  }
}
