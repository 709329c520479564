import * as vscode from 'vscode';
import { inTurns, mapped } from '../../node/in-turns';
import { matchOf, type ReportedMatch } from '../../protocol/labels';
import type { AnalysedLog } from '../shared/analyses';
import { emptyBook, type LabelBook } from './label-book';
import type { FiledLabel } from './read-labels';

/** A label, where it stands, and what it speaks of in the log. */
export interface KnownLabel extends FiledLabel {
  /** Undefined while the log is judged without it, as when its worker has ended. */
  readonly match: ReportedMatch | undefined;
}

/** A label as a row of the Labels view carries it. */
export interface LabelRowArgument {
  readonly uri: string;
  readonly filed: FiledLabel;
}

/** What was read of labels, by log, as it was last applied. */
export class KnownLabels implements vscode.Disposable {
  private readonly byLog = new Map<string, LabelBook>();
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;

  dispose(): void {
    this.changed.dispose();
  }

  set(uri: vscode.Uri, book: LabelBook): void {
    this.byLog.set(uri.toString(), book);
    this.changed.fire();
  }

  forget(uri: string): void {
    if (this.byLog.delete(uri)) this.changed.fire();
  }

  book(uri: vscode.Uri): LabelBook {
    return this.byLog.get(uri.toString()) ?? emptyBook;
  }

  /** One for each subject and verdict, in the order the engine was given them. */
  of({ uri, labels, report }: AnalysedLog): Promise<readonly KnownLabel[]> {
    const { distinct } = this.book(uri);
    const { matches } = report.labels;
    const isJudged = distinct.length === labels.length;
    return inTurns(
      mapped(distinct, ({ label, path }, given) => ({
        label,
        path,
        match: isJudged ? matchOf(matches, given) : undefined,
      })),
    );
  }

  /**
   * The label a row or a link speaks of; undefined where it is none that was read. Commands are called by anybody: what they name must not
   * decide which file is written.
   */
  named(uri: vscode.Uri, row: unknown): FiledLabel | undefined {
    const { label, path } = Object(row) as Partial<Record<keyof FiledLabel, unknown>>;
    const { at } = Object(label) as { readonly at?: unknown };
    const text = JSON.stringify(label);
    return this.book(uri).filed.find(
      (one) =>
        one.path === path &&
        (one.label === label || (one.label.at === at && JSON.stringify(one.label) === text)),
    );
  }

  /** The label the engine was given at that place. */
  at({ uri, labels }: Pick<AnalysedLog, 'uri' | 'labels'>, given: number): FiledLabel | undefined {
    const { distinct } = this.book(uri);
    return distinct.length === labels.length ? distinct.at(given) : undefined;
  }
}
