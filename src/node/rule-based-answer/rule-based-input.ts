import type { AnalysisReport, ComparisonReport } from '../../protocol/analysis';
import type { Headline } from '../../protocol/log-shape';

/** What an answer by rules alone is made of; lines of report and comparison count through all files of the log. */
export interface RuleBasedInput {
  readonly report: Pick<AnalysisReport, 'verdict' | 'overview' | 'incidents' | 'findings'>;
  readonly headlines: readonly Headline[];
  /** Null where the log was compared with none. */
  readonly comparison: Pick<ComparisonReport, 'findings' | 'vanished' | 'totals'> | null;
}
