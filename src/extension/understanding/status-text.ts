import { correctionsOf } from '../../node/store/formats';
import type { Tell } from '../../protocol/overview';
import { counted } from '../../protocol/sentence';
import { understandingText, understandingWarnings } from '../../protocol/understanding-status';
import { shownRole } from '../../protocol/understanding-text';
import type { AnalysedLog } from '../shared/analyses';

export interface UnderstoodStatus {
  readonly text: string;
  /** Short: VS Code shows it on one line. What is warned of stands in numbers already. */
  readonly detail: string;
  readonly warns: boolean;
}

/** What the language-status item of an analysed log says. */
export function understoodStatus(
  { report, scope }: Pick<AnalysedLog, 'report' | 'scope'>,
  tell: Tell,
): UnderstoodStatus {
  const [source] = report.sources;
  const fits = tell(counted(source.unfit, '1 line fits no record', '{0} lines fit no record'));
  const roles = correctionsOf(source.path, scope.formatRules ?? []).map(({ role }) => tell(shownRole(role)));
  const shown = [...new Set(roles)].map((role) => tell({ pattern: 'shown: {0}', values: [role] }));
  const records = tell(counted(source.records, '1 record', '{0} records'));
  return {
    text: understandingText(source, tell),
    detail: [records, ...(source.unfit > 0 ? [fits] : []), ...shown].join(' · '),
    warns: understandingWarnings(source).length > 0,
  };
}
