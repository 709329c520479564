import type { Severity } from '../engine/model/finding';
import type { LineNumber } from '../engine/model/units';

/** A citation in an answer, as `[L123]`, `[L12-L20]` or of another document `[B:L7]`, held against the log by code. */
export interface AnswerCitation {
  /** As the reader sees it: `L123`, `L12–20`, `B:L7`; of a log of several files `app.log.1:23`. File names are anybody's text. */
  readonly label: string;
  /** Empty for the log itself; `B`, `C` … for compared logs; `Q1`, `Q2` … for what a source answered. */
  readonly document: string;
  readonly firstLine: LineNumber;
  readonly lastLine: LineNumber;
  readonly isTrue: boolean;
  /** What the cited line says, cut; or why it proves nothing. In the reader's language. */
  readonly note: string;
}

/** What a model answers when it is asked for the root cause; every line in it was held against the log. */
export interface RootCauseReport {
  readonly summary: string;
  readonly needsActionNow: boolean;
  readonly findings: readonly ReportFinding[];
  /** Most probable first. */
  readonly causes: readonly ReportCause[];
  readonly nextChecks: readonly string[];
  /** Evidence that proved nothing and was left out. */
  readonly struck: number;
}

export interface ReportFinding {
  readonly severity: Severity;
  readonly type: string;
  readonly detail: string;
  readonly evidence: readonly ReportEvidence[];
}

export interface ReportCause {
  readonly cause: string;
  /** 0 to 1, as the model gave it. */
  readonly confidence: number;
  readonly evidence: readonly ReportEvidence[];
}

export interface ReportEvidence {
  readonly citation: AnswerCitation;
  /** Of the line; empty where it gave none. */
  readonly quote: string;
}
