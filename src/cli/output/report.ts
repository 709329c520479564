import type { Severity } from '../../engine/model/finding';
import type { LineNumber } from '../../engine/model/units';
import type { Tell } from '../../protocol/overview';

/** What a finding is one of: a detector, a kind of difference. */
export interface ReportRule {
  readonly id: string;
  /** English, for programs. */
  readonly description: string;
}

/** A finding as reports show it: text is in the reader's language, log text is without control characters. */
export interface ReportItem {
  readonly rule: ReportRule;
  readonly severity: Severity;
  /** 0 to 1; undefined where nothing was judged. */
  readonly score: number | undefined;
  /** As the command line named it. */
  readonly path: string;
  readonly line: LineNumber;
  readonly endLine: LineNumber;
  /** The line of the log that says most. */
  readonly headline: string;
  /** The first lines of the finding, as they stand in the log. */
  readonly excerpt: readonly string[];
  /** Why it is one. */
  readonly messages: readonly string[];
  /** 16 hex digits that stay when it is found again; undefined where nothing names it so. */
  readonly fingerprint?: string;
}

/** A list that stands behind the findings. */
export interface ReportSection {
  readonly title: string;
  /** Log text. */
  readonly lines: readonly string[];
  /** How many there are beyond those. */
  readonly more: number;
}

/** What a command found, for the formats that all commands share. */
export interface Report {
  /** One sentence. */
  readonly title: string;
  /** Further sentences. */
  readonly remarks: readonly string[];
  /** What must be heeded though it is no finding: sentences, none of them among the remarks. */
  readonly warnings: readonly string[];
  /** In the order they are shown. */
  readonly items: readonly ReportItem[];
  /** Findings there are beyond those. */
  readonly more: number;
  readonly sections: readonly ReportSection[];
  readonly tell: Tell;
}

/** Findings a report shows unless told: a step summary ends at 1 MiB. */
export const usualReportItems = 50;
/** Lines of a finding, and characters of a line. */
export const excerptLines = 12;
export const excerptLength = 300;
