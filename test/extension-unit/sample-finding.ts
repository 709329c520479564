import type { LineNumber, SourceIndex, TemplateId } from '../../src/engine/model/units';
import type { ReportedFinding } from '../../src/protocol/analysis';

/** A finding on lines `line` to `endLine` of the log, with evidence on each of `evidence`. */
export function finding(
  line: number,
  endLine = line,
  more: Partial<ReportedFinding> & { readonly evidenceLines?: readonly number[] } = {},
): ReportedFinding {
  const { evidenceLines = [], ...rest } = more;
  const source = 0 as SourceIndex;
  const evidence = evidenceLines.map((at) => ({
    source,
    line: at as LineNumber,
    note: { pattern: 'usual', values: [] },
  }));
  return {
    id: `finding-${line}`,
    formerIds: [],
    source,
    line: line as LineNumber,
    endLine: endLine as LineNumber,
    time: null,
    level: 'error',
    severity: 'high',
    score: 0.5,
    templateId: 0 as TemplateId,
    reasons: [{ detector: 'rarity', score: 0.5, message: { pattern: 'rare', values: [] }, evidence }],
    excerpt: `line ${line}`,
    ...rest,
  };
}

export function linesOf(findings: readonly ReportedFinding[]): readonly (readonly [number, number])[] {
  return findings.map(({ line, endLine }) => [line, endLine]);
}
