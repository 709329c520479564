import type * as vscode from 'vscode';
import type { TaughtLabel } from '../../engine/labels/label';
import type { DetectorWeights } from '../../engine/labels/label-report';
import type { Incident } from '../../engine/model/incident';
import type { TemplateCorrection } from '../../engine/templates/corrections/correction';
import type { Sensitivity } from '../../engine/triage/sensitivity';
import type { AnalysisWorkerClient } from '../../node/worker/analysis-worker-client';
import type { LabelLogClient } from '../../node/worker/label-log-client';
import type {
  AnalyseRequest,
  AnalysisReport,
  RejudgeRequest,
  ReportedFinding,
} from '../../protocol/analysis';
import type { LogExtent } from './log-time';
import type { Taught } from './taught';

/** Why the results no longer are those of the text on screen; `corrected`: of its format as it is shown by now. */
export type Staleness = 'edited' | 'grown' | 'changed-on-disk' | 'corrected';

/** What the run was told besides the log; "run again" tells it again. */
export type AnalysisScope = Pick<AnalyseRequest, 'baselines' | 'from' | 'until' | 'formatRules'>;

/** What can be asked of the worker that keeps an analysed log; each rejects when it was ended or crashed: analyse again then. */
export type LogQuestions = Pick<
  AnalysisWorkerClient,
  | 'linesOfTemplate'
  | 'wordsOfTemplate'
  | 'parameterSummaries'
  | 'parametersOfLine'
  | 'templateOfLine'
  | 'mergeCandidates'
  | 'inspect'
  | 'learnFormat'
  | 'learnBaseline'
  | 'mergeOrder'
  | 'longestGaps'
  | 'lineOfTime'
  | 'exportMerged'
  | 'factsOfLines'
  | 'detailsOfLine'
  | 'shownLines'
  | 'volumeStrip'
  | keyof LabelLogClient
>;

/** One log that was analysed and is still known. A new object after every change. */
export interface AnalysedLog {
  readonly uri: vscode.Uri;
  readonly report: AnalysisReport;
  readonly scope: AnalysisScope;
  /** What the templates were grouped by, in the order of `report.corrections`. */
  readonly templateCorrections: readonly TemplateCorrection[];
  /** What it was judged by, in the order of `report.labels.labels[…].given`. */
  readonly labels: readonly TaughtLabel[];
  /** What its detectors counted by, learned from labels; null: as they are built to. */
  readonly weights: DetectorWeights | null;
  /** What decided how much is a finding. */
  readonly sensitivity: Sensitivity;
  /** Findings to show, in line order: those hidden by a label are left out, lines follow edits. */
  readonly findings: readonly ReportedFinding[];
  /** How many findings labels hide. */
  readonly hidden: number;
  /** Worst first; those whose findings labels hide are left out. Their lines are those of the analysed text. */
  readonly incidents: readonly Incident[];
  /** The user asked for the strangest lines whatever the threshold: `findings` are then `report.strangest`. */
  readonly showsStrangest: boolean;
  /** False while the log is unusual as a whole and painting it would say nothing. */
  readonly painted: boolean;
  readonly stale: Staleness | undefined;
  /** From when to when it goes, and the zone its times are shown in (`Reading.zone`). */
  readonly extent: LogExtent;
  /**
   * Where a line of the analysed text is since edits; undefined when it was edited itself. `findings` went through it;
   * lines of evidence, templates and `linesOfTemplate` are those of the analysed text. Not for lines of a baseline.
   */
  readonly lineNow: (line: number) => number | undefined;
}

/**
 * What the slices know of each other's work: the analysed logs.
 *
 * A log is known from the end of its first analysis until its last tab is closed or `forget`; one that never
 * had a tab until `forget`. While it is analysed again the previous results stay.
 */
export interface Analyses {
  get(uri: vscode.Uri): AnalysedLog | undefined;
  /** Most recently active or analysed first. */
  all(): readonly AnalysedLog[];
  isRunning(uri: vscode.Uri): boolean;
  running(): readonly vscode.Uri[];
  /** The log of the active text editor, else the last one that was active or analysed and is still known. */
  current(): AnalysedLog | undefined;
  /** Of the log's editor in front, from 1; 0 where none is. Where a log has several files, counted through all. */
  caretLine(uri: vscode.Uri): number;
  /** After every change of any of the above, `current()` included. */
  readonly onDidChange: vscode.Event<void>;
  /** Throws for a log that is not known. */
  ask(uri: vscode.Uri): LogQuestions;
  /** Groups the log anew by these corrections, all that hold, without reading it again. */
  correctTemplates(uri: vscode.Uri, corrections: readonly TemplateCorrection[]): Promise<void>;
  /** Picks the log's findings anew; nothing is read again. */
  rejudge(uri: vscode.Uri, changed: RejudgeRequest): Promise<void>;
  /** All that people taught about the log; later runs heed it too. Rejects where its worker has ended. */
  setTaught(uri: vscode.Uri, taught: Taught): Promise<void>;
  showStrangest(uri: vscode.Uri, on: boolean): void;
  /** Which finding ids are labelled normal; every later report is filtered by it too. Tells a change only if there is one. */
  setHiddenFindings(uri: vscode.Uri, isHidden: (finding: ReportedFinding) => boolean): void;
  forget(uri: vscode.Uri): void;
}
