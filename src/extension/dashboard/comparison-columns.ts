import type * as vscode from 'vscode';
import type { ComparisonReport } from '../../protocol/analysis';
import { comparisonText } from '../../protocol/comparison';
import type { ComparedRow, ComparisonColumns } from '../../protocol/dashboard';
import type { ViewLine } from '../../protocol/log-lines';
import type { ComparedReports } from '../shared/compared-reports';
import { localise, localiseQuoted } from '../shared/localise';
import { logName } from '../shared/log-name';
import { onOneLine } from '../shared/markdown';

const mostRows = 1000;
const longestTitle = 300;

/** Null where the log was not compared. */
export function comparisonColumns(uri: vscode.Uri, compared: ComparedReports): ComparisonColumns | null {
  const known = compared.get(uri);
  if (!known) return null;
  const { report, good, stale } = known;
  const names = good.kind === 'files' ? good.paths.map((path) => logName({ path })) : [logName(uri)];
  return {
    bad: logName(uri),
    good: names,
    stale,
    summary: comparisonText(report, localise),
    rows: [...findingRows(report), ...vanishedRows(report), ...alsoNewRows(report)].slice(0, mostRows),
  };
}

function findingRows({ findings }: ComparisonReport): ComparedRow[] {
  return [...findings]
    .sort((a, b) => b.score - a.score)
    .map(({ kind, message, score, tellingLine, reasons }) => ({
      kind,
      title: shown(message),
      score,
      badCount: null,
      goodCount: null,
      line: (tellingLine - 1) as ViewLine,
      reason: reasons.length > 0 ? localiseQuoted(reasons[0].message) : '',
    }));
}

function vanishedRows({ vanished }: ComparisonReport): ComparedRow[] {
  return vanished.map(({ message, count, reasons }) => ({
    kind: 'vanished',
    title: shown(message),
    score: 0,
    badCount: 0,
    goodCount: count,
    line: null,
    reason: reasons.length > 0 ? localiseQuoted(reasons[0].message) : '',
  }));
}

function alsoNewRows({ alsoNew }: ComparisonReport): ComparedRow[] {
  return alsoNew.map(({ message, count, line }) => ({
    kind: 'alsoNew',
    title: shown(message),
    score: 0,
    badCount: count,
    goodCount: 0,
    line: (line - 1) as ViewLine,
    reason: '',
  }));
}

function shown(text: string): string {
  const line = onOneLine(text);
  return line.length <= longestTitle ? line : `${line.slice(0, longestTitle - 1)}…`;
}
