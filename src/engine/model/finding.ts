import type { LevelName } from './level';
import type { LineNumber, SourceIndex, TemplateId } from './units';

export const severities = ['low', 'medium', 'high', 'critical'] as const;
export type Severity = (typeof severities)[number];

export type DetectorId =
  | 'rarity'
  | 'level'
  | 'isolation-forest'
  | 'volume'
  | 'sequence'
  | 'parameter'
  | 'rules'
  /** A person's label. */
  | 'label';

/** What a finding or an incident concerns. */
export const categories = ['system', 'network', 'database', 'application', 'security'] as const;
export type Category = (typeof categories)[number];

/**
 * A sentence and what goes into its {0}, {1} …: a face puts it into the user's language by its
 * English pattern, which is its key in the language bundle. Values are log text or plain numbers.
 */
export interface Sentence {
  readonly pattern: string;
  readonly values: readonly (string | number)[];
}

export interface Evidence {
  readonly source: SourceIndex;
  readonly line: LineNumber;
  readonly note: Sentence;
}

export interface Reason {
  readonly detector: DetectorId;
  /** 0 to 1, the detector's own. */
  readonly score: number;
  readonly message: Sentence;
  readonly evidence: readonly Evidence[];
}

/** The same finding again: the first record stands for all of them. */
export interface Repeats {
  /** Records, the first among them; 1 where nothing repeats it. */
  readonly count: number;
  /** First line of the last of them; its source where a rotated log goes on in another file. */
  readonly source: SourceIndex;
  readonly line: LineNumber;
  readonly time: string | null;
}

export interface Finding {
  /**
   * 16 hex digits from the masked text of the record and of two records each side, and an ordinal among
   * equals: the same when the log is analysed again, appended to, rotated or gzipped.
   */
  readonly id: string;
  /** Ids the record had while fewer than two records stood after it: what is taught at the log's end stays taught. */
  readonly formerIds: readonly string[];
  /** How many records of the same masked text and time stand before it in its source; left out where none does. */
  readonly twin?: number;
  readonly source: SourceIndex;
  readonly line: LineNumber;
  readonly endLine: LineNumber;
  /** Nanoseconds since the epoch in decimal (JSON has no 64-bit integer), or null. */
  readonly time: string | null;
  readonly level: LevelName;
  readonly severity: Severity;
  /** 0 to 1, fused over the detectors. */
  readonly score: number;
  readonly templateId: TemplateId;
  readonly repeats: Repeats;
  /** Null where nothing says what it concerns. */
  readonly category: Category | null;
  /** What to look at, where a rule knows. */
  readonly hint: Sentence | null;
  /** Strongest first. */
  readonly reasons: readonly Reason[];
}
