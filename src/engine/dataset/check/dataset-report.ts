import type { Sentence } from '../../model/finding';

/** In the order they are told: what keeps a file from being used, what makes a measure of it wrong, what is only worth knowing. */
export const issueKinds = [
  'format',
  'schema',
  'empty',
  'too-long',
  'contradiction',
  'leak',
  'near-leak',
  'repeated-id',
  'duplicate',
  'near-duplicate',
  'imbalance',
] as const;
export type IssueKind = (typeof issueKinds)[number];

export interface IssuePlace {
  /** Index among the files that were checked. */
  readonly file: number;
  /** Counted from 1; null where the file as a whole is meant. */
  readonly line: number | null;
  readonly sentence: Sentence;
}

export interface DatasetIssue {
  readonly kind: IssueKind;
  /** An error spoils training or what is measured; a warning may be as it should be. */
  readonly severity: 'error' | 'warning';
  readonly count: number;
  readonly summary: Sentence;
  /** The first of them. */
  readonly places: readonly IssuePlace[];
}

export interface FileReport {
  readonly name: string;
  /** Name of the format; null where none fits. */
  readonly format: string | null;
  readonly lines: number;
  readonly examples: number;
  readonly normal: number;
  readonly anomalous: number;
  /** Of those with a category, by category, the most frequent first. */
  readonly categories: Readonly<Record<string, number>>;
  /** Tokens of the longest example, by `tokensOf`; null where no limit was given. */
  readonly longest: number | null;
}

export interface DatasetReport {
  readonly files: readonly FileReport[];
  readonly issues: readonly DatasetIssue[];
}
