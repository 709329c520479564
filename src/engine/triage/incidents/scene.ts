import type { TemplateStatistics } from '../../features/template-statistics';
import type { ValueSource } from '../../features/values/value-source';
import type { Judgement } from '../judgement';
import type { RecordPassages } from '../normal/record-passages';
import type { RecordWords } from './record-words';

/** What incidents are made from, beside the findings. */
export interface IncidentScene {
  readonly templates: TemplateStatistics;
  readonly judges: Judgement['judges'];
  /** Fused score a finding begins at. */
  readonly threshold: number;
  readonly values: ValueSource;
  readonly words: RecordWords;
  readonly passages: RecordPassages;
}
