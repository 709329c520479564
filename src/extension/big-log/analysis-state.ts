import type * as vscode from 'vscode';
import type { ReportedFinding } from '../../protocol/analysis';
import type { BigLogAnalysis, BigLogDifference, BigLogMark } from '../../protocol/big-log';
import type { VolumeStrip } from '../../protocol/line-facts';
import type { ViewLine } from '../../protocol/log-lines';
import type { AnalysedLogs } from '../shared/analysed-logs';
import type { AnalysedLog } from '../shared/analyses';
import type { ComparedLines, ComparedSpan } from '../shared/compared-lines';
import { localise } from '../shared/localise';
import { statusOf } from '../shared/log-status';
import type { Settings } from '../shared/settings';
import { isAtLeast } from '../shared/severity';

export interface AnalysisParts {
  readonly analyses: AnalysedLogs;
  readonly settings: Settings;
  readonly compared: ComparedLines;
}

/** What the view shows of the log's analysis; a complete snapshot. */
export function analysisOf(
  uri: vscode.Uri,
  strip: VolumeStrip | null,
  sourceLines: readonly number[],
  { analyses, settings, compared }: AnalysisParts,
): BigLogAnalysis {
  const log = analyses.get(uri);
  const isRunning = analyses.isRunning(uri);
  const status = statusOf({ isLog: true, isRunning, log });
  return {
    status: statusWord(log, isRunning),
    progress: analyses.progressOf(uri),
    marks: log?.painted && !isMoved(log, sourceLines) ? marksOf(log, settings) : [],
    differences: compared.of(uri).map(differenceOf),
    labelledRecords: log && !isMoved(log, sourceLines) ? log.report.labels.covered : 0,
    strip: log ? strip : null,
    summary: log ? (status?.text.map(localise).join(' · ') ?? '') : '',
  };
}

/** Whether a file before the last has other lines than it was analysed with: all that stand behind have other numbers. */
function isMoved({ report }: AnalysedLog, sourceLines: readonly number[]): boolean {
  const analysed = report.sources.filter(({ role }) => role === 'log');
  return analysed.slice(0, -1).some(({ lines }, i) => i < sourceLines.length - 1 && lines !== sourceLines[i]);
}

/** Lines of the analysis count from 1, those of the view from 0. */
function marksOf({ findings }: AnalysedLog, { current }: Settings): readonly BigLogMark[] {
  return findings.filter(({ severity }) => isAtLeast(severity, current.minimumSeverity)).map(markOf);
}

function markOf({ line, endLine, severity }: ReportedFinding): BigLogMark {
  return { line: (line - 1) as ViewLine, lastLine: (endLine - 1) as ViewLine, severity };
}

function differenceOf({ line, endLine, kind }: ComparedSpan): BigLogDifference {
  return { line: (line - 1) as ViewLine, lastLine: (endLine - 1) as ViewLine, kind };
}

function statusWord(log: AnalysedLog | undefined, isRunning: boolean): BigLogAnalysis['status'] {
  if (isRunning) return 'running';
  if (!log) return 'none';
  return log.stale ? 'stale' : 'done';
}
