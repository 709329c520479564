import type * as vscode from 'vscode';
import type { ComparisonReport } from '../../protocol/analysis';
import { comparisonText } from '../../protocol/comparison';
import type { ComparedRow, ComparisonColumns } from '../../protocol/dashboard';
import type { ViewLine } from '../../protocol/log-lines';
import type { ComparedReports } from '../shared/compared-reports';
import { localise, localiseQuoted } from '../shared/localise';
import { logName } from '../shared/log-name';
import { onOneLine } from '../shared/markdown';

const longestTitle = 300;

/** Null where the log was not compared. */
export function comparisonColumns(
  uri: vscode.Uri,
  compared: Pick<ComparedReports, 'get'>,
): ComparisonColumns | null {
  const known = compared.get(uri);
  if (!known) return null;
  const { report, good, stale } = known;
  const names = good.kind === 'files' ? good.paths.map((path) => logName({ path })) : [logName(uri)];
  return {
    bad: logName(uri),
    good: names,
    stale,
    summary: comparisonText(report, localise),
    rows: rowsOf(report),
  };
}

type Side = ComparisonReport['sides'][number];

function rowsOf({ sides, findings }: ComparisonReport): ComparedRow[] {
  const reasons = reasonsByLine(findings);
  return sides.map(({ name, pattern, bad, good, line }) => ({
    kind: kindOf({ bad, good }),
    title: shown(name ?? pattern),
    badCount: bad,
    goodCount: good,
    line: line === null ? null : ((line - 1) as ViewLine),
    reason: line === null ? '' : reasons(line),
  }));
}

function kindOf({ bad, good }: Pick<Side, 'bad' | 'good'>): ComparedRow['kind'] {
  if (good === 0) return 'new';
  return bad === 0 ? 'vanished' : 'shifted';
}

/** Of the finding whose stretch holds a line; '' where none does. Stretches are in order of line. */
function reasonsByLine(findings: ComparisonReport['findings']): (line: number) => string {
  const lastBefore = (line: number) => {
    let [low, high] = [0, findings.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (findings[middle].line <= line) low = middle + 1;
      else high = middle;
    }
    return findings.at(low - 1);
  };
  return (line) => {
    const finding = lastBefore(line);
    const isWithin = finding !== undefined && finding.line <= line && line <= finding.endLine;
    const [reason] = isWithin ? finding.reasons : [];
    return reason ? localiseQuoted(reason.message) : '';
  };
}

function shown(text: string): string {
  const line = onOneLine(text);
  return line.length <= longestTitle ? line : `${line.slice(0, longestTitle - 1)}…`;
}
