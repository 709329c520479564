import type { ReportedFinding } from '../../protocol/analysis';
import type { AnalysedLog } from './analyses';

/** The finding that covers a line of the text on screen; `line` counts from 0, as VS Code's positions do. */
export function findingOnLine(log: Pick<AnalysedLog, 'findings'>, line: number): ReportedFinding | undefined {
  return log.findings.find((finding) => finding.line <= line + 1 && line + 1 <= finding.endLine);
}
