import type { RecordSubject, SessionSubject } from '../engine/labels/label';
import type {
  LabelChoices,
  LabelCoverage,
  LabelProposal,
  LearningOutcome,
} from '../engine/labels/label-report';
import type { LineNumber, SourceIndex } from '../engine/model/units';
import type { ModelEvaluation } from './log-shape';

export interface NextToLabelRequest {
  /** Keys (`labelKey`) of subjects that were passed over, or taken from the list already. */
  readonly passed: readonly string[];
  readonly limit: number;
}

/** What is asked of labels in the log analysed last; it holds for the labels of its request or of the last `rejudge`. */
export interface LabelLogApi {
  labelCoverage(): LabelCoverage;
  /** Null where the line is of no record. */
  labelChoices(request: { readonly source: SourceIndex; readonly line: LineNumber }): LabelChoices | null;
  /** Of lines counted from 1 through all files, in their order; null where a line is of no record. */
  recordSubjects(request: { readonly lines: readonly LineNumber[] }): readonly (RecordSubject | null)[];
  /** Of sessions by the value their records share, in their order; null for what the log has not. */
  sessionSubjects(request: { readonly names: readonly string[] }): readonly (SessionSubject | null)[];
  /**
   * Of lines counted from 1 through all files, in their order: the label that holds for its record, by its index among those given;
   * null where none does.
   */
  labelsOfLines(request: { readonly lines: readonly LineNumber[] }): readonly (number | null)[];
  /** What teaches most, first. */
  nextToLabel(request: NextToLabelRequest): readonly LabelProposal[];
  /** What the labels make of the detectors; nothing changes by it. */
  learnWeights(): LearningOutcome;
  /**
   * What detectors scored, by the weights in use, held to the labels: over the records for which one holds. What is measured is the detectors,
   * not what the labels silence or fire. Null where nothing is labelled.
   */
  labelMeasure(): ModelEvaluation | null;
}
