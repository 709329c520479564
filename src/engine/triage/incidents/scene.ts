import type { TemplateStatistics } from '../../features/template-statistics';
import type { Fusion } from '../fusion';
import type { RecordWords } from './record-words';

/** What incidents are made from, beside the findings. */
export interface IncidentScene {
  readonly templates: TemplateStatistics;
  readonly fusion: Fusion;
  /** Fused score a finding begins at. */
  readonly threshold: number;
  readonly words: RecordWords;
}
