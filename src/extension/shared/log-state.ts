import type { Incident } from '../../engine/model/incident';
import type { LineNumber } from '../../engine/model/units';
import type { AnalysisReport, ReportedFinding } from '../../protocol/analysis';
import type { Staleness } from './analyses';
import type { LineEdit } from './line-edits';
import { LineMap } from './line-map';

/** What is known of one analysed log, without its uri; every change makes a new one. */
export interface LogState {
  readonly report: AnalysisReport;
  /** The report's, but in line order. */
  readonly strangest: readonly ReportedFinding[];
  /** Where the report's lines are since edits. */
  readonly lines: LineMap;
  readonly showsStrangest: boolean;
  readonly stale: Staleness | undefined;
}

/** The same text judged anew: edits since then and what is shown stay. */
export function stateWith(state: LogState, report: AnalysisReport): LogState {
  return { ...state, report, strangest: stateOf(report).strangest };
}

/** What happened to the text while it was analysed. */
export interface EditDuringRun {
  readonly stale: Staleness;
  /** Empty where no line moved. */
  readonly moves: readonly LineEdit[];
}

export interface ShownFindings {
  readonly findings: readonly ReportedFinding[];
  readonly hidden: number;
  readonly incidents: readonly Incident[];
  readonly painted: boolean;
}

const stalenessRank: Readonly<Record<Staleness, number>> = {
  grown: 0,
  corrected: 1,
  'changed-on-disk': 2,
  edited: 3,
};

export function stateOf(report: AnalysisReport): LogState {
  const strangest = report.strangest.toSorted((a, b) => a.source - b.source || a.line - b.line);
  return { report, strangest, lines: LineMap.unedited, showsStrangest: false, stale: undefined };
}

/**
 * What is known when a run ends. Where the file still is as it was analysed (`isOnDisk`), VS Code's taking over what
 * changed on disk only brought the text on screen up to what was read.
 */
export function stateAfterRun(
  report: AnalysisReport,
  edits: readonly EditDuringRun[],
  isOnDisk: boolean,
): LogState {
  return edits
    .filter(({ stale }) => !isOnDisk || stale !== 'changed-on-disk')
    .reduce((state, { stale, moves }) => stalerOf(afterEdits(state, moves), stale), stateOf(report));
}

export function afterEdits(state: LogState, edits: readonly LineEdit[]): LogState {
  const lines = state.lines.after(edits);
  return lines === state.lines ? state : { ...state, lines };
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
  const all = presentFindings(state);
  const findings = all.filter((finding) => !isHidden(finding));
  return {
    findings,
    hidden: all.length - findings.length,
    incidents: shownIncidents(state.report, isHidden),
    painted: state.showsStrangest || state.report.verdict !== 'unusual',
  };
}

/** An incident is gone when all that it is made of is. */
function shownIncidents(
  { incidents, findings }: AnalysisReport,
  isHidden: (finding: ReportedFinding) => boolean,
): readonly Incident[] {
  const hidden = new Set(findings.filter(isHidden).map(({ id }) => id));
  if (hidden.size === 0) return incidents;
  return incidents.filter((incident) => !incident.findings.every((id) => hidden.has(id)));
}

/** Those on lines that were edited are gone, the others follow their lines; their evidence is as reported. */
function presentFindings({ report, strangest, lines, showsStrangest }: LogState): readonly ReportedFinding[] {
  const all = showsStrangest ? strangest : report.findings;
  if (lines === LineMap.unedited) return all;
  const log = logSource(report);
  return all.flatMap((finding) => {
    const by = finding.source === log ? lines.moved(finding.line, finding.endLine) : 0;
    if (by === undefined) return [];
    return [by === 0 ? finding : movedFinding(finding, by)];
  });
}

function movedFinding(finding: ReportedFinding, by: number): ReportedFinding {
  const { line, endLine } = finding;
  return { ...finding, line: (line + by) as LineNumber, endLine: (endLine + by) as LineNumber };
}

/** Index of the analysed log among the report's sources; baselines are the others. */
function logSource(report: AnalysisReport): number {
  return Math.max(
    0,
    report.sources.findIndex((source) => source.role === 'log'),
  );
}
