import type { Category, Sentence, Severity } from './finding';
import type { LineNumber, SourceIndex } from './units';

/** `first`: first unusual event; `worst`: worst symptom; `end`: what says that it is over. */
export type TimelineRole = 'first' | 'symptom' | 'worst' | 'end';

export interface TimelineEntry {
  readonly source: SourceIndex;
  readonly line: LineNumber;
  /** Nanoseconds since the epoch in decimal, or null. */
  readonly time: string | null;
  readonly role: TimelineRole;
  /** Records the entry stands for. */
  readonly count: number;
  /** The record's message, at most 300 characters, control characters and ANSI removed. */
  readonly text: string;
}

/** Findings that belong to one trouble. It is what people read first. */
export interface Incident {
  /** 16 hex digits, from the id of its first finding: it stays while the log is appended to. */
  readonly id: string;
  readonly severity: Severity;
  readonly category: Category;
  readonly title: Sentence;
  readonly source: SourceIndex;
  /** Of the first unusual event. */
  readonly firstLine: LineNumber;
  /** Of the worst symptom. */
  readonly worstLine: LineNumber;
  readonly start: string | null;
  readonly end: string | null;
  /** 5 to 20 entries, fewer where the incident has fewer records; in order. */
  readonly timeline: readonly TimelineEntry[];
  /** Services (components, hosts) involved, the one it probably comes from first. */
  readonly services: readonly string[];
  /** The service with the most errors, to stand beside it: the loudest is often a victim. */
  readonly loudest: string | null;
  /** Request ids, accounts, addresses its records share, the commonest first, at most ten. */
  readonly ids: readonly string[];
  /** Where to look for the root cause. */
  readonly hint: Sentence | null;
  /** What is loud beside it and was there from the start. */
  readonly ruledOut: readonly Sentence[];
  /** Ids of its findings, in order. */
  readonly findings: readonly string[];
}
