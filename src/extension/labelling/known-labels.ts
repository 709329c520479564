import * as vscode from 'vscode';
import type { LabelMatch } from '../../engine/labels/label-report';
import type { Label } from '../../node/store/labels';
import { conflictsOf, distinctLabels } from '../../node/store/labels';
import type { AnalysedLog } from '../shared/analyses';
import type { FiledLabel } from './read-labels';

/** A label, where it stands, and what it speaks of in the log. */
export interface KnownLabel extends FiledLabel {
  /** Undefined while the log is judged without it, as when its worker has ended. */
  readonly match: LabelMatch | undefined;
}

/** What was read of labels, by log, as it was last applied. */
export class KnownLabels implements vscode.Disposable {
  private readonly byLog = new Map<string, readonly FiledLabel[]>();
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;

  dispose(): void {
    this.changed.dispose();
  }

  set(uri: vscode.Uri, labels: readonly FiledLabel[]): void {
    this.byLog.set(uri.toString(), labels);
    this.changed.fire();
  }

  forget(uri: string): void {
    if (this.byLog.delete(uri)) this.changed.fire();
  }

  filed(uri: vscode.Uri): readonly FiledLabel[] {
    return this.byLog.get(uri.toString()) ?? [];
  }

  /** One for each subject and verdict, in the order the engine was given them. */
  of({ uri, labels, report }: AnalysedLog): readonly KnownLabel[] {
    const filed = this.filed(uri);
    const pathOf = new Map(filed.map(({ label, path }) => [label, path]));
    const distinct = distinctLabels(filed.map(({ label }) => label));
    const isJudged = distinct.length === labels.length;
    const matches = new Map(report.labels.labels.map((match) => [match.given, match]));
    return distinct.map((label, given) => ({
      label,
      path: pathOf.get(label) ?? '',
      match: isJudged ? matches.get(given) : undefined,
    }));
  }

  /**
   * The label a row or a link speaks of; undefined where it is none that was read. Commands are called by anybody: what they name must not
   * decide which file is written.
   */
  named(uri: vscode.Uri, row: unknown): FiledLabel | undefined {
    const { label, path } = Object(row) as Partial<Record<keyof FiledLabel, unknown>>;
    const text = JSON.stringify(label);
    return this.filed(uri).find((one) => one.path === path && JSON.stringify(one.label) === text);
  }

  /** The label the engine was given at that place. */
  at({ uri, labels }: Pick<AnalysedLog, 'uri' | 'labels'>, given: number): FiledLabel | undefined {
    const filed = this.filed(uri);
    const distinct = distinctLabels(filed.map(({ label }) => label));
    if (distinct.length !== labels.length) return undefined;
    const label = distinct.at(given);
    return filed.find((one) => one.label === label);
  }

  conflicts(uri: vscode.Uri): readonly (readonly FiledLabel[])[] {
    const filed = this.filed(uri);
    const pathOf = new Map(filed.map(({ label, path }): [Label, string] => [label, path]));
    return conflictsOf(filed.map(({ label }) => label)).map((labels) =>
      labels.map((label) => ({ label, path: pathOf.get(label) ?? '' })),
    );
  }
}
