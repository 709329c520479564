import type { LevelName } from '../model/level';

/** As labels are said in files of training data; `label` there is 0 or 1 where numbers are wanted. */
export const sequenceLabels = ['normal', 'anomalous'] as const;
export type SequenceLabel = (typeof sequenceLabels)[number];

/** A record of a log as it goes into training data: what is to be masked has been masked. */
export interface SequenceRecord {
  /** Its lines, ended by LF between them. */
  readonly text: string;
  /** First line in its source, counted from 1. */
  readonly line: number;
  readonly level: LevelName;
  /** Nanoseconds since the epoch in decimal, or null. */
  readonly time: string | null;
  readonly templateId: number;
  /** Its template with the parameters masked, as it is shown to people. */
  readonly template: string;
}

/**
 * What training data is made of: a session, or a window of one, and what is known of it. Every format is written from
 * this alone. Text may hold anything; unpaired surrogates are written as U+FFFD (see `written-text.ts`).
 */
export interface DatasetSequence {
  /** Unique in its data set, the same whenever it is made again. */
  readonly id: string;
  readonly label: SequenceLabel;
  /** Who said so, where it is told: what Oddline found is no person's label, and most normal ones nobody looked at. */
  readonly labelledBy?: 'person' | 'oddline' | 'nobody';
  /** One of the engine's `categories`, a word of the user's, or null. Never empty. */
  readonly category: string | null;
  /**
   * Why the label: reasons, a note, the timeline of an incident. Sentences for people in the language of the data set,
   * one each, with their full stops.
   */
  readonly reasons: readonly string[];
  /** Where a model drafts outputs: what it wrote and who it is; `output` null where that was of no use and it is written as ever. */
  readonly drafted?: { readonly output: string | null; readonly by: string };
  /** In the order of the log. */
  readonly records: readonly SequenceRecord[];
  /** The value that names the session, or null where the sequence is a window of lines. */
  readonly session: string | null;
  /** First and last time among the records, in nanoseconds since the epoch in decimal, or null. */
  readonly start: string | null;
  readonly end: string | null;
  /** Name of the log the records are of. */
  readonly source: string;
}
