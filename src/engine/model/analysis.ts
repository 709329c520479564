import type { LabelCoverage } from '../labels/label-report';
import type { CorrectionOutcome, TemplatePattern } from '../templates/corrections/correction';
import type { Drift } from './drift';
import type { DetectorId, Finding, Sentence, Severity } from './finding';
import type { Incident } from './incident';
import type { LevelName } from './level';
import type { LineNumber, SourceIndex, TemplateId } from './units';

/** The kind of value a template's variable holds. */
export type ParameterType =
  | 'number'
  | 'hex'
  | 'ip'
  | 'uuid'
  | 'path'
  | 'url'
  | 'email'
  | 'time'
  | 'duration'
  | 'size'
  | 'quoted'
  | 'word';

export interface Parameter {
  /** Index among the template's tokens. */
  readonly position: number;
  readonly type: ParameterType;
}

/** What stands at one position of a template in so many records. */
export interface TemplateWord {
  readonly word: string;
  readonly records: number;
}

/** Numbers with their units folded: seconds, bytes, or none. Quantiles are values that occur. */
export interface NumberSummary {
  readonly unit: 's' | 'B' | null;
  readonly min: number;
  readonly p50: number;
  readonly p90: number;
  readonly p99: number;
  readonly max: number;
}

/** What the values of one parameter look like, over the records looked at. */
export interface ParameterSummary extends Parameter {
  /** Different values, counted up to 1,000. */
  readonly distinct: number;
  /** False: at least so many. */
  readonly distinctIsExact: boolean;
  /** Where all values are numbers of one kind. */
  readonly numbers: NumberSummary | null;
  /** The commonest values, at most five; none where there are more than could be counted. */
  readonly top: readonly { readonly value: string; readonly count: number }[];
}

export interface TemplateParameters {
  /** Records of the template in the log. */
  readonly records: number;
  /** Of these, evenly spread. */
  readonly lookedAt: number;
  /** In the order of `TemplateSummary.parameters`. */
  readonly parameters: readonly ParameterSummary[];
}

/** Where the value one record has stands among the values looked at. */
export interface ParameterStanding {
  /** '' where the record has none: its text is of another shape. */
  readonly value: string;
  /** Values looked at. */
  readonly of: number;
  /** Of these the smaller ones; null where they are not numbers of one kind. */
  readonly below: number | null;
  /** Of these the equal ones; null where there are too many different ones to know. */
  readonly equal: number | null;
}

export interface RecordParameters extends TemplateParameters {
  readonly template: TemplateId;
  /** In the order of `parameters`. */
  readonly standings: readonly ParameterStanding[];
}

/** Another template, and the pattern that both would have as one. */
export interface MergeCandidate {
  readonly template: TemplateId;
  readonly pattern: string;
}

export interface TemplateSummary {
  readonly id: TemplateId;
  /** What a person called it; left out where nobody did. */
  readonly name?: string;
  /** Constant text with `<type>` where values differ. */
  readonly pattern: string;
  /** The pattern token by token, as corrections remember it. */
  readonly pieces: TemplatePattern;
  readonly parameters: readonly Parameter[];
  readonly count: number;
  /** The level most of its records carry. */
  readonly level: LevelName;
  readonly source: SourceIndex;
  readonly firstLine: LineNumber;
  readonly lastSource: SourceIndex;
  readonly lastLine: LineNumber;
  readonly firstTime: string | null;
  readonly lastTime: string | null;
  /** 0 for the commonest to 1: how much of the log is at most as frequent, on a log scale. */
  readonly rarity: number;
}

/** `younger` is no template of its own any more: what it held belongs to `older`. */
export interface TemplateAlias {
  readonly younger: TemplateId;
  readonly older: TemplateId;
}

export interface SourceSummary {
  readonly path: string;
  readonly role: 'log' | 'baseline';
  readonly lines: number;
  readonly records: number;
  readonly bytes: number;
  /** Name of the format recognised, `text` where none was. */
  readonly format: string;
  /** VS Code's id of the encoding the bytes were read as. */
  readonly encoding: string;
  /** Records with a time. */
  readonly timed: number;
  /** Lines that neither begin a record as the format does nor look like a part of one. */
  readonly unfit: number;
  /** `UTC`, an offset such as `+08:00`, `local` where stamps name none (they are read as UTC), null without times. */
  readonly zone: string | null;
  /** What people must know of how the bytes were come by: a damaged archive, lines that are not the file's own. */
  readonly notes: readonly Sentence[];
  /** 16 hex digits from the first non-blank line: names the log wherever it is moved, rotated or packed. */
  readonly contentKey: string;
}

/**
 * `unusual`: so much would be marked, by so many records, that the marks would say nothing; or nothing would be, and the log no
 * longer fits its baseline.
 */
export type Verdict = 'findings' | 'quiet' | 'unusual';

/** The records of the log that may become findings: all, or those within the time range asked for. */
export interface JudgedRecords {
  readonly records: number;
  /** Of level error and worse. */
  readonly errors: number;
  readonly warnings: number;
}

export interface Overview {
  readonly lines: number;
  readonly records: number;
  readonly bytes: number;
  readonly templates: number;
  /** Records with a time stamp. */
  readonly timed: number;
  readonly firstTime: string | null;
  readonly lastTime: string | null;
  /** Records of level error and worse. */
  readonly errors: number;
  readonly judged: JudgedRecords;
  /** Lines that the first records of all findings cover, whether they are painted or not. */
  readonly markedLines: number;
  /** Detectors that judged this log. */
  readonly detectors: readonly DetectorId[];
  /** What could not be judged, and why. */
  readonly notJudged: readonly Sentence[];
}

export interface Analysis {
  readonly verdict: Verdict;
  /** The fused score findings begin at, by the sensitivity asked for. */
  readonly threshold: number;
  readonly overview: Overview;
  readonly sources: readonly SourceSummary[];
  /** In order of first appearance. */
  readonly templates: readonly TemplateSummary[];
  /** Templates that the session's analysis before this one named and that are a part of an older one now. */
  readonly aliases: readonly TemplateAlias[];
  /** What became of each correction of templates the session was given. */
  readonly corrections: readonly CorrectionOutcome[];
  /** What is wrong with rules people wrote; those rules are left out. */
  readonly ruleProblems: readonly Sentence[];
  /** What the labels that the session was given speak of here. */
  readonly labels: LabelCoverage;
  /** How far the log is from its baselines; null where none was given, and where there is too little of either. */
  readonly drift: Drift | null;
  /** Worst first. */
  readonly incidents: readonly Incident[];
  /** The highest scores, as many as the session was asked for; in order of source and line. */
  readonly findings: readonly Finding[];
  /** How many there are of each severity, listed or not. */
  readonly findingCounts: Readonly<Record<Severity, number>>;
  /** At most 20 with the highest scores, highest first: findings, then records below the threshold. */
  readonly strangest: readonly Finding[];
}
