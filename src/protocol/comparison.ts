import type { ComparedFinding, ComparedKind, Comparison } from '../engine/model/comparison';
import type { Tell } from './overview';
import { counted } from './sentence';

/** What a comparison comes to, in one sentence; the same on the command line and in the editor. */
export function comparisonText({ findings, vanished, alsoNew }: Comparison, tell: Tell): string {
  const news = ofKind(findings, 'new');
  const shifted = ofKind(findings, 'shifted');
  if (news.length + shifted.length === 0) return tell(nothingFound);
  const lines = news.reduce((sum, { line, endLine }) => sum + endLine - line + 1, 0);
  const parts = [
    counted(news.length, '1 new stretch that tells of a failure', '{0} new stretches that tell of a failure'),
    counted(lines, '1 line in all', '{0} lines in all'),
    ...(shifted.length > 0
      ? [counted(shifted.length, '1 line far more often', '{0} lines far more often')]
      : []),
    counted(vanished.length, '1 template vanished', '{0} templates vanished'),
    counted(alsoNew.length, '1 other new template', '{0} other new templates'),
  ];
  return parts.map(tell).reduce((before, part) => tell({ pattern: '{0}, {1}', values: [before, part] }));
}

const nothingFound = {
  pattern: 'Nothing in it tells of a failure that the good logs do not have.',
  values: [],
};

/** What each list is called. */
export const comparisonTitles = {
  new: { pattern: 'New', values: [] },
  shifted: { pattern: 'Far more often', values: [] },
  vanished: { pattern: 'Vanished: in the good log, not in this one', values: [] },
  reordered: { pattern: 'In another order; no finding', values: [] },
  alsoNew: { pattern: 'Also new, beside what the findings cover', values: [] },
} as const;

export function ofKind(findings: readonly ComparedFinding[], kind: ComparedKind): ComparedFinding[] {
  return findings.filter((finding) => finding.kind === kind);
}
