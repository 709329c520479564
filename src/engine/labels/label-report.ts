import type { DetectorId, Sentence } from '../model/finding';
import type { LineNumber, SourceIndex, TemplateId } from '../model/units';
import type { LabelSubject, RecordSubject, SessionSubject, TemplateSubject } from './label';

/** What a label speaks of in a log. */
export interface LabelMatch {
  /** Index among the labels given. */
  readonly given: number;
  /** Records it speaks of, those too for which a narrower label holds. */
  readonly records: number;
  /** Of a label on a template: those here that are it, or that it has become. */
  readonly templates: readonly TemplateId[];
  /** Where its first record begins; null where there is none. */
  readonly first: { readonly source: SourceIndex; readonly line: LineNumber } | null;
  /** Indexes among the labels given of those that say the opposite of the same. */
  readonly conflicts: readonly number[];
}

/** How much of a log is labelled. Records of baselines are not counted. */
export interface LabelCoverage {
  readonly labels: readonly LabelMatch[];
  /** Records of the log. */
  readonly records: number;
  /** Of these, those for which a label holds. */
  readonly covered: number;
  readonly anomalous: number;
  /** Records whose sessions are known, where labels speak of sessions and the log is too large for those of all. */
  readonly lookedAt?: number;
}

/** What a label given at a line can speak of, and of how many records. */
export interface LabelChoices {
  readonly record: RecordSubject;
  readonly template: { readonly subject: TemplateSubject; readonly records: number };
  /** Null where the record belongs to no session. */
  readonly session: {
    readonly subject: SessionSubject;
    /** The value its records share, as it stands in the log. */
    readonly name: string;
    /** Of this shape. */
    readonly sessions: number;
    readonly records: number;
  } | null;
}

/** A group that is worth a label. */
export interface LabelProposal {
  readonly subject: LabelSubject;
  /** Records of the group. */
  readonly records: number;
  /** Where the group's most telling record begins. */
  readonly source: SourceIndex;
  readonly line: LineNumber;
  /** Why this one: detectors disagree, a score near the threshold, the largest group without a label. */
  readonly why: Sentence;
}

/** 0 to 1, of labels: each counts once, as found by the share of its records that are; labels on one template count as one. */
export interface LearnedMeasure {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Logistic regression over what each detector scores. */
export interface DetectorWeights {
  readonly bias: number;
  /** A detector that is not named counts nothing. */
  readonly weights: Readonly<Partial<Record<DetectorId, number>>>;
}

export interface LearnedWeights extends DetectorWeights {
  /** Both cross-validated: measured on folds that were not learned from; no group stands on both sides. */
  readonly before: LearnedMeasure;
  readonly after: LearnedMeasure;
  readonly folds: number;
  /** Groups (labels that hold for at least one record), and records. */
  readonly groups: number;
  readonly records: number;
}

export type LearningOutcome =
  | { readonly kind: 'learned'; readonly learned: LearnedWeights }
  /** Too little of either verdict, with what to do. */
  | { readonly kind: 'too-little'; readonly why: Sentence };
