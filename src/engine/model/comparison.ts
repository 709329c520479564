import type { Evidence, Sentence, Severity } from './finding';
import type { LineNumber, SourceIndex, TemplateId } from './units';

/** `new`: no good log has such lines. `shifted`: good logs have them, but far fewer. */
export type ComparedKind = 'new' | 'shifted';

/** Why a line is told; `evidence` stands in a good log unless it names the bad one. */
export interface ComparedReason {
  readonly message: Sentence;
  readonly evidence: readonly Evidence[];
}

/** Lines of the bad log that tell what is different about it, in one stretch. */
export interface ComparedFinding {
  readonly source: SourceIndex;
  readonly line: LineNumber;
  readonly endLine: LineNumber;
  /** The line within that says most; titles and annotations show it. */
  readonly tellingLine: LineNumber;
  readonly kind: ComparedKind;
  /** 0 to 1. */
  readonly score: number;
  /** By the score, as a finding's. */
  readonly severity: Severity;
  /** Strongest first. */
  readonly reasons: readonly ComparedReason[];
}

/** A template that every good log has and the bad one has not. */
export interface VanishedTemplate {
  /** Where it first stands in the first good log. */
  readonly source: SourceIndex;
  readonly line: LineNumber;
  readonly endLine: LineNumber;
  readonly templateId: TemplateId;
  /** Records in that log. */
  readonly count: number;
  readonly reasons: readonly ComparedReason[];
}

/** A template that first comes in another order among the others; told, never a finding. */
export interface ReorderedTemplate {
  readonly templateId: TemplateId;
  /** First line of its first record in the first good log. */
  readonly goodSource: SourceIndex;
  readonly goodLine: LineNumber;
  readonly badSource: SourceIndex;
  readonly badLine: LineNumber;
}

/** A template no good log has, of which nothing tells of trouble; told, never a finding. */
export interface UnremarkableTemplate {
  readonly source: SourceIndex;
  readonly line: LineNumber;
  readonly endLine: LineNumber;
  readonly templateId: TemplateId;
  /** Records in the bad log. */
  readonly count: number;
}

export interface ComparedTemplate {
  readonly id: TemplateId;
  /** What a person called it; left out where nobody did. */
  readonly name?: string;
  readonly pattern: string;
}

/** How often a template comes in the bad log and in the good ones. */
export interface TemplateSides {
  readonly templateId: TemplateId;
  /** What a person called it; left out where nobody did. */
  readonly name?: string;
  readonly pattern: string;
  /** Records in the whole bad log, whatever part of it is judged. */
  readonly bad: number;
  /** Records in a good log; the mean of several. */
  readonly good: number;
  /** Where it first stands in the bad log; null where it does not. */
  readonly line: LineNumber | null;
}

/** One log against good ones; lists are in order of source and line unless they say otherwise. */
export interface Comparison {
  readonly findings: readonly ComparedFinding[];
  readonly vanished: readonly VanishedTemplate[];
  readonly reordered: readonly ReorderedTemplate[];
  readonly alsoNew: readonly UnremarkableTemplate[];
  /** Templates of which one side has none, or a share that differs by half or more; the most telling first, at most 1,000. */
  readonly sides: readonly TemplateSides[];
  /** Those that `vanished`, `reordered` and `alsoNew` name, by id. */
  readonly templates: readonly ComparedTemplate[];
  /** What could not be compared, and why. */
  readonly notJudged: readonly Sentence[];
}
