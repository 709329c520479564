import type { RecordSubject, SessionSubject, TaughtLabel } from '../engine/labels/label';
import type {
  LabelChoices,
  LabelCoverage,
  LabelMatch,
  LabelProposal,
  LearningOutcome,
} from '../engine/labels/label-report';
import type { LineNumber, SourceIndex, TemplateId } from '../engine/model/units';
import type { ModelEvaluation } from './log-shape';

export interface NextToLabelRequest {
  /** Keys (`labelKey`) of subjects that were passed over, or taken from the list already. */
  readonly passed: readonly string[];
  readonly limit: number;
}

/** A piece of the labels to judge by: from `at` on, so many give way to these. */
export interface PushedLabels {
  readonly at: number;
  readonly removed: number;
  readonly added: readonly TaughtLabel[];
}

/** What a label speaks of, as a report says it. */
export type ReportedMatch = Omit<LabelMatch, 'given' | 'conflicts'>;

/** By label, in the order they were given. Columns, since a hundred thousand objects would hold up the thread that takes them from a message. */
export interface LabelMatches {
  readonly records: Uint32Array;
  /** Where its first record begins; of line 0 where there is none. */
  readonly firstSources: Uint32Array;
  readonly firstLines: Uint32Array;
  /** Of label i, those of `templates` from `templateEnds[i - 1]` up to `templateEnds[i]`. */
  readonly templateEnds: Uint32Array;
  readonly templates: Uint32Array;
}

export interface ReportedLabels extends Omit<LabelCoverage, 'labels'> {
  readonly matches: LabelMatches;
}

export function matchOf(matches: LabelMatches, given: number): ReportedMatch {
  const { records, firstSources, firstLines } = matches;
  const [source, line] = [firstSources[given] as SourceIndex, firstLines[given] as LineNumber];
  return {
    records: records[given],
    templates: templatesOf(matches, given),
    first: line === 0 ? null : { source, line },
  };
}

export function templatesOf({ templateEnds, templates }: LabelMatches, given: number): TemplateId[] {
  const start = given === 0 ? 0 : templateEnds[given - 1];
  return Array.from(templates.subarray(start, templateEnds[given]), (id) => id as TemplateId);
}

/** What is asked of labels in the log analysed last; it holds for the labels of its request or of the last `rejudge`. */
export interface LabelLogApi {
  /** Of the next request that has pushed labels; those of the last one stay where none is pushed in their place. */
  pushLabels(piece: PushedLabels): void;
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
