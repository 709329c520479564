import type * as vscode from 'vscode';
import type { AnalyseRequest, ReportedFinding } from '../../protocol/analysis';
import type { AnalysedLog, AnalysisScope } from './analyses';
import { type LogState, shownFindings } from './log-state';

export type IsHidden = (finding: ReportedFinding) => boolean;

/** What the slices see of an analysed log. */
export function viewOf(
  uri: vscode.Uri,
  { state, request }: { readonly state: LogState; readonly request: AnalyseRequest },
  isHidden: IsHidden,
  zone: string,
): AnalysedLog {
  const { firstTime, lastTime } = state.report.overview;
  return {
    uri,
    report: state.report,
    scope: scopeOf(request),
    templateCorrections: request.templateCorrections ?? [],
    labels: request.labels ?? [],
    weights: request.weights ?? null,
    sensitivity: request.sensitivity ?? 'normal',
    ...shownFindings(state, isHidden),
    showsStrangest: state.showsStrangest,
    stale: state.stale,
    extent: { firstTime, lastTime, zone },
    lineNow: (line) => state.lines.lineNow(line),
  };
}

export function showsSame(one: AnalysedLog, other: AnalysedLog): boolean {
  if (one.hidden !== other.hidden || one.findings.length !== other.findings.length) return false;
  return one.findings.every(({ id }, index) => id === other.findings[index].id);
}

function scopeOf({ baselines, from, until, formatRules = [] }: AnalyseRequest): AnalysisScope {
  return { baselines, from, until, formatRules };
}
