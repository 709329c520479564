import type { CitedRecord } from '../model/cited-record';
import type { Sentence } from '../model/finding';
import type { LineNumber } from '../model/units';

/** A citation as it stands in an answer. */
export interface Citation {
  /** As the reader sees it: `L123`, `L12–20`, `B:L7`; of a log of several files, once it is checked, `app.log.1:23`. */
  readonly label: string;
  /** Empty for the log itself; `B`, `Q1` … for other documents. */
  readonly document: string;
  /** A range may end before it begins, and lines may not exist: whoever checks says so. */
  readonly firstLine: LineNumber;
  readonly lastLine: LineNumber;
}

export interface CheckedCitation extends Citation {
  /** What of the answer its mark stands in for: `[L12]`; of `[L12, L15]` one is `[L12`, the other `, L15]`. */
  readonly written: string;
  /** The beginning of what the cited record says, at most 200 characters; empty where there is none. */
  readonly says: string;
  /** Why it proves nothing; null where it holds. */
  readonly failure: Sentence | null;
}

export interface CheckedAnswer {
  /** The answer with marks (`marks.ts`): one a citation by its index, and strikes, which never nest and never cross a block or a cell. */
  readonly text: string;
  readonly citations: readonly CheckedCitation[];
  /** Citations that failed. */
  readonly struck: number;
}

/** Null where the document has no such line; undefined where there is no such document. */
export type CitedRecords = (document: string, line: LineNumber) => CitedRecord | null | undefined;
