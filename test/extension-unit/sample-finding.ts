import type { LineNumber, SourceIndex, TemplateId } from '../../src/engine/model/units';
import type { ReportedFinding } from '../../src/protocol/analysis';

/** A finding on lines `line` to `endLine` of the log. */
export function finding(line: number, endLine = line, more: Partial<ReportedFinding> = {}): ReportedFinding {
  return {
    id: `finding-${line}`,
    formerIds: [],
    source: 0 as SourceIndex,
    line: line as LineNumber,
    endLine: endLine as LineNumber,
    time: null,
    level: 'error',
    severity: 'high',
    score: 0.5,
    templateId: 0 as TemplateId,
    repeats: { count: 1, source: 0 as SourceIndex, line: line as LineNumber, time: null },
    category: null,
    hint: null,
    reasons: [{ detector: 'rarity', score: 0.5, message: { pattern: 'rare', values: [] }, evidence: [] }],
    excerpt: `line ${line}`,
    ...more,
  };
}

export function linesOf(findings: readonly ReportedFinding[]): readonly (readonly [number, number])[] {
  return findings.map(({ line, endLine }) => [line, endLine]);
}
