import type { Reading } from '../../protocol/reading';

/** What `Save Case…` writes: how logs were read, not the logs. JSON, one file, made to be sent to a colleague. */
export interface CaseFile {
  readonly oddline: 'case';
  readonly version: typeof caseVersion;
  /** ISO 8601, UTC. */
  readonly savedAt: string;
  readonly logs: readonly CaseLog[];
}

export const caseVersion = 1;

export interface CaseLog {
  /** As it was opened: one file, a rotated set, a merge. */
  readonly kind: 'file' | 'set' | 'merge';
  readonly name: string;
  /** In order: of a place (`LinePlace`) the source is an index into it. */
  readonly sources: readonly CaseSource[];
  readonly reading: Reading;
  /** Text of the lines that are marked, secrets hidden; null where it was not asked for. By bookmark. */
  readonly texts: readonly string[] | null;
}

export interface CaseSource {
  /** Absolute, as it was on the machine the case was saved on. */
  readonly path: string;
  /** From the case's folder, with `/`; null on another drive. */
  readonly relative: string | null;
  /** `contentKey` of its first line: the same after it was moved, rotated, packed or appended to. */
  readonly contentKey: string;
  /** Bytes on disk and lines when the case was saved. */
  readonly size: number;
  readonly lines: number;
}
