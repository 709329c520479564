import type { Sentence } from '../../engine/model/finding';
import { correctionsOf } from '../../node/store/formats';
import type { Tell } from '../../protocol/overview';
import { counted } from '../../protocol/sentence';
import { understandingText, understandingWarnings } from '../../protocol/understanding-status';
import { shownRole } from '../../protocol/understanding-text';
import type { AnalysedLog } from '../shared/analyses';

export interface UnderstoodStatus {
  readonly text: string;
  /** Warnings first, then counts, then what was shown. */
  readonly detail: string;
  readonly warns: boolean;
}

/** What the language-status item of an analysed log says. */
export function understoodStatus(
  { report, scope }: Pick<AnalysedLog, 'report' | 'scope'>,
  tell: Tell,
): UnderstoodStatus {
  const [source] = report.sources;
  const warnings = understandingWarnings(source);
  const roles = correctionsOf(source.path, scope.formatRules ?? []).map(({ role }) => tell(shownRole(role)));
  const parts: Sentence[] = [
    counted(source.records, '1 record', '{0} records'),
    counted(source.lines, '1 line', '{0} lines'),
    ...[...new Set(roles)].map((role) => ({ pattern: 'shown: {0}', values: [role] })),
  ];
  const counts = parts.map((part) => tell(part)).join(' · ');
  return {
    text: understandingText(source, tell),
    detail: [...warnings.map((warning) => tell(warning)), counts].join(' '),
    warns: warnings.length > 0,
  };
}
