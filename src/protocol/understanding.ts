import type { FormatCorrection } from '../engine/formats/corrections/format-correction';
import type { SourceUnderstanding } from '../engine/model/understanding';

export type {
  FormatCorrection,
  FormatGesture,
  NotLearned,
} from '../engine/formats/corrections/format-correction';
export type {
  ColouredLine,
  ColumnRole,
  LineColumn,
  ShownLine,
  SourceUnderstanding,
} from '../engine/model/understanding';

/** By source: the logs, then the baselines. */
export type Understanding = readonly SourceUnderstanding[];

/** A correction and the files it is for; a line of `.oddline/formats.jsonl`. */
export interface FormatRule {
  /** A file's name, where `*` stands for any text and `?` for any character. */
  readonly files: string;
  readonly correction: FormatCorrection;
}
