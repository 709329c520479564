import type * as vscode from 'vscode';
import type { LineNumber, SourceIndex, TemplateId } from '../../../src/engine/model/units';
import type { ComparedLog } from '../../../src/extension/comparing/compared-logs';
import { LineMap } from '../../../src/extension/shared/line-map';
import type { ComparisonReport } from '../../../src/protocol/analysis';

type FindingKind = ComparisonReport['findings'][number]['kind'];

const place = (source: number, line: number, endLine = line) => ({
  source: source as SourceIndex,
  line: line as LineNumber,
  endLine: endLine as LineNumber,
  excerpt: `2026 line ${line}`,
  message: `line ${line}`,
});

export function finding(
  kind: FindingKind,
  line: number,
  endLine = line,
): ComparisonReport['findings'][number] {
  const tellingLine = endLine as LineNumber;
  return { ...place(0, line, endLine), tellingLine, kind, score: 0.5, severity: 'high', reasons: [] };
}

export function vanished(line: number, source = 1): ComparisonReport['vanished'][number] {
  return { ...place(source, line), templateId: 0 as TemplateId, count: 2, reasons: [] };
}

/** `bad.log` against `good.log`; totals are those of the lists unless given. */
export function comparedLog(
  more: Partial<ComparisonReport> = {},
  log: Partial<ComparedLog> = {},
): ComparedLog {
  const { findings = [], vanished: gone = [], alsoNew = [], reordered = [] } = more;
  const source = (path: string) => ({ path, firstLine: 1 as LineNumber, lastLine: 100 as LineNumber });
  return {
    uri: { path: '/logs/bad.log', toString: () => 'file:///logs/bad.log' } as vscode.Uri,
    good: { kind: 'files', paths: ['/logs/good.log'] },
    stale: false,
    lines: LineMap.unedited,
    report: {
      findings,
      vanished: gone,
      alsoNew,
      reordered,
      sides: [],
      templates: [],
      notJudged: [],
      totals: {
        new: findings.filter(({ kind }) => kind === 'new').length,
        shifted: findings.filter(({ kind }) => kind === 'shifted').length,
        vanished: gone.length,
        alsoNew: alsoNew.length,
        reordered: reordered.length,
      },
      sources: [source('/logs/bad.log'), source('/logs/good.log')],
      file: null,
      ...more,
    },
    ...log,
  };
}
