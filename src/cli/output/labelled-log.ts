import type { LabelProposal, LearningOutcome } from '../../engine/labels/label-report';
import type { FinishedAnalysis } from '../../node/analyse-logs';
import type { LabelImport } from '../../node/labels/import/import-labels';
import type { Label } from '../../node/store/labels';
import type { AgreedWeights } from '../../node/store/weights';

/** Where labels and weights are kept. */
export interface StoreFiles {
  readonly labels: string;
  readonly weights: string;
}

export interface Imported extends LabelImport {
  /** Labels written. */
  readonly written: number;
}

/** A log with what is said of it. */
export interface LabelledLog {
  readonly finished: FinishedAnalysis;
  readonly store: StoreFiles;
  /** In the order of `finished.analysis.labels`. */
  readonly given: readonly Label[];
  readonly imported: Imported | undefined;
  readonly learned: LearningOutcome | undefined;
  /** Those that hold from now on. */
  readonly weights: AgreedWeights | null;
}

/** What `oddline labels` shows. */
export interface LabelsDocument extends LabelledLog {
  /** Undefined where they were not asked for. */
  readonly proposals: readonly LabelProposal[] | undefined;
  /** As they were named. */
  readonly paths: readonly string[];
}
