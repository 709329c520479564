import type { AnalysisReport, ReportedFinding } from '../../protocol/analysis';
import type { Staleness } from './analyses';
import { type LineEdit, shiftFindings } from './line-edits';

/** What is known of one analysed log, without its uri; every change makes a new one. */
export interface LogState {
  readonly report: AnalysisReport;
  /** The report's, shifted by edits since. */
  readonly findings: readonly ReportedFinding[];
  /** The report's in line order, shifted by edits since. */
  readonly strangest: readonly ReportedFinding[];
  readonly showsStrangest: boolean;
  readonly stale: Staleness | undefined;
}

export interface ShownFindings {
  readonly findings: readonly ReportedFinding[];
  readonly hidden: number;
  readonly painted: boolean;
}

const stalenessRank: Readonly<Record<Staleness, number>> = { grown: 0, 'changed-on-disk': 1, edited: 2 };

export function stateOf(report: AnalysisReport): LogState {
  const strangest = report.strangest.toSorted((a, b) => a.source - b.source || a.line - b.line);
  return { report, findings: report.findings, strangest, showsStrangest: false, stale: undefined };
}

export function afterEdits(state: LogState, edits: readonly LineEdit[]): LogState {
  const log = logSource(state.report);
  const findings = shiftFindings(state.findings, edits, log);
  const strangest = shiftFindings(state.strangest, edits, log);
  return { ...state, findings, strangest };
}

/** What is worse to rely on stays: an edited log that also grew is an edited one. */
export function stalerOf(state: LogState, stale: Staleness): LogState {
  if (state.stale !== undefined && stalenessRank[state.stale] >= stalenessRank[stale]) return state;
  return { ...state, stale };
}

export function shownFindings(
  state: LogState,
  isHidden: (finding: ReportedFinding) => boolean,
): ShownFindings {
  const all = state.showsStrangest ? state.strangest : state.findings;
  const findings = all.filter((finding) => !isHidden(finding));
  return {
    findings,
    hidden: all.length - findings.length,
    painted: state.showsStrangest || state.report.verdict !== 'unusual',
  };
}

/** Index of the analysed log among the report's sources; baselines are the others. */
export function logSource(report: AnalysisReport): number {
  return Math.max(
    0,
    report.sources.findIndex((source) => source.role === 'log'),
  );
}
