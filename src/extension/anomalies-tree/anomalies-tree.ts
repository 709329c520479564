import * as vscode from 'vscode';
import type { AnalysedLog, Analyses } from '../shared/analyses';
import { type LabelMeasures, standingSentences } from '../shared/label-measures';
import { type AnomalyRow, findingRows, incidentRows, momentRows, pageSize, rootRows } from './rows';
import { factsOf, itemOf } from './tree-items';

/** The findings of the current log, worst first. */
export class AnomaliesTree implements vscode.TreeDataProvider<AnomalyRow> {
  private readonly changed = new vscode.EventEmitter<AnomalyRow | undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  /** How many rows of a group the user asked for. */
  private readonly shown = new Map<string, number>();
  private log: AnalysedLog | undefined;

  constructor(
    private readonly analyses: Analyses,
    private readonly measures: LabelMeasures,
  ) {
    this.log = analyses.current();
  }

  /** Progress tells of changes too; only another log or another state of it is one here. */
  update(): AnalysedLog | undefined {
    const log = this.analyses.current();
    if (log !== this.log) {
      this.log = log;
      this.changed.fire(undefined);
    }
    return log;
  }

  /** Labels were measured. */
  remeasured(): void {
    this.changed.fire(undefined);
  }

  showMore(row: Extract<AnomalyRow, { kind: 'more' }>): void {
    const key = `${row.log.uri} ${row.severity}`;
    this.shown.set(key, (this.shown.get(key) ?? pageSize) + pageSize);
    this.changed.fire(undefined);
  }

  getTreeItem(row: AnomalyRow): vscode.TreeItem {
    return itemOf(row);
  }

  getChildren(row?: AnomalyRow): AnomalyRow[] {
    if (row === undefined) return this.log ? rootRows(this.log, this.standingOf(this.log)) : [];
    switch (row.kind) {
      case 'summary':
        return factsOf(row);
      case 'incidents':
        return incidentRows(row.log);
      case 'incident':
        return momentRows(row);
      case 'severity':
        return findingRows(
          row.log,
          row.severity,
          this.shown.get(`${row.log.uri} ${row.severity}`) ?? pageSize,
        );
      default:
        return [];
    }
  }

  private standingOf({ uri, report, weights }: AnalysedLog) {
    return standingSentences(report.labels, this.measures.of(uri), weights);
  }
}
