import type { GivenRule } from '../engine/detectors/rules/given-rule';
import type { TaughtLabel } from '../engine/labels/label';
import type { DetectorWeights } from '../engine/labels/label-report';
import type {
  Analysis,
  MergeCandidate,
  RecordParameters,
  TemplateParameters,
  TemplateWord,
} from '../engine/model/analysis';
import type {
  ComparedFinding,
  ComparedKind,
  ComparedTemplate,
  ReorderedTemplate,
  TemplateSides,
  UnremarkableTemplate,
  VanishedTemplate,
} from '../engine/model/comparison';
import type { Finding, Sentence } from '../engine/model/finding';
import type { LevelName } from '../engine/model/level';
import type { LineNumber, SourceIndex, TemplateId } from '../engine/model/units';
import type { TemplateCorrection } from '../engine/templates/corrections/correction';
import type { Sensitivity } from '../engine/triage/sensitivity';
import type { AssistantLogApi } from './assistant-log';
import type { LearnBaselineRequest, LearnedBaseline } from './baseline';
import type { DatasetLogApi, DraftRequest } from './dataset';
import type { FileState } from './file-state';
import type { LabelLogApi, ReportedLabels } from './labels';
import type { LineFactsApi, MergeOrderRequest } from './line-facts';
import type { LogShapeApi } from './log-shape';
import type { FormatCorrection, FormatGesture, FormatRule, NotLearned, Understanding } from './understanding';

/**
 * The conversation between a face (extension host) and the worker thread that analyses one log.
 * One worker a log: its crash, its memory and its end concern no other.
 */

export type SingleLogInput =
  /** A clean file on disk: the worker streams it. `encoding` is VS Code's name of it (`utf8`, `utf16le`, `gbk` …). */
  | { readonly kind: 'file'; readonly path: string; readonly encoding: string }
  /** A dirty, untitled or virtual document: its text comes by `pushText` before `analyse`. */
  | { readonly kind: 'text'; readonly name: string };

/** Several files, judged together as one log in this order: a rotated set, the sources of a merge. */
export interface FilesInput {
  readonly kind: 'files';
  /** Of each the encoding by VS Code's name; undefined lets the first bytes decide. */
  readonly files: readonly { readonly path: string; readonly encoding: string | undefined }[];
}

export type LogInput = SingleLogInput | FilesInput;

export interface AnalyseRequest {
  readonly input: LogInput;
  /** Paths of good logs, or of baselines learned from some: they count as normal, and nothing in them becomes a finding. */
  readonly baselines: readonly string[];
  /** Only records within may become findings; nanoseconds since the epoch in decimal, or null. */
  readonly from: string | null;
  readonly until: string | null;
  /** What a person said about templates, in order; none where left out. */
  readonly templateCorrections?: readonly TemplateCorrection[];
  /** What a person showed of formats, in order; each is for the files it names. None where left out. */
  readonly formatRules?: readonly FormatRule[];
  /** Rules of the detector that people wrote, in order; the default set alone where left out. */
  readonly rules?: readonly GivenRule[];
  /** How much is a finding; `normal` where left out. */
  readonly sensitivity?: Sensitivity;
  /** What people said of the log, in order. None where left out. */
  readonly labels?: readonly TaughtLabel[];
  /** They come by `pushLabels` instead. */
  readonly hasPushedLabels?: true;
  /** What detectors count by, learned from labels; null or left out: as they are built to. */
  readonly weights?: DetectorWeights | null;
}

/** What is left out stays. */
export type RejudgeRequest = Pick<AnalyseRequest, 'sensitivity' | 'labels' | 'hasPushedLabels' | 'weights'>;

export interface CorrectTemplatesRequest {
  /** All that hold from now on, in order; they take the place of those before. */
  readonly corrections: readonly TemplateCorrection[];
}

/** A complete snapshot each time, so that a lost one does not matter. */
export interface AnalysisProgress {
  readonly phase: 'reading' | 'scoring';
  /** 0 to 100 over the whole run. */
  readonly percent: number;
  readonly lines: number;
}

/** A finding with the beginning of its first line (at most 300 characters, control characters and ANSI removed). */
export interface ReportedFinding extends Finding {
  readonly excerpt: string;
}

export interface AnalysisReport extends Omit<Analysis, 'findings' | 'strangest' | 'labels'> {
  /** At most 20,000, the highest scores; in order of source and line. */
  readonly findings: readonly ReportedFinding[];
  readonly strangest: readonly ReportedFinding[];
  readonly labels: ReportedLabels;
  readonly seconds: number;
  /** The file as it was when reading began; null for text. */
  readonly file: FileState | null;
}

export interface ReadOnReport {
  readonly report: AnalysisReport;
  /** Why all of it was read, or null where only what was appended was. */
  readonly startedAnew: Sentence | null;
}

/** What a log is held against: good logs, or its own records between two times, which what comes after them is held against. */
export type GoodLogs =
  | { readonly kind: 'files'; readonly paths: readonly string[] }
  /** Nanoseconds since the epoch in decimal, both included; null is open. */
  | { readonly kind: 'window'; readonly from: string | null; readonly until: string | null };

export interface CompareRequest extends Pick<AnalyseRequest, 'templateCorrections' | 'formatRules'> {
  /** Of several files: a rotated set, in the order of its time; lines are counted through all of them. */
  readonly input: LogInput;
  readonly good: GoodLogs;
}

/** The beginning of a line, as of `ReportedFinding`, and of what it says behind its header. */
interface Excerpted {
  readonly excerpt: string;
  readonly message: string;
}

/** Each list holds at most 20,000: of findings those with the highest scores, of others the first. */
export interface ComparisonReport {
  /** In order of line. The excerpt is of the telling line. */
  readonly findings: readonly (ComparedFinding & Excerpted)[];
  readonly vanished: readonly (VanishedTemplate & Excerpted)[];
  /** The excerpt is of the line in the bad log. */
  readonly reordered: readonly (ReorderedTemplate & Excerpted)[];
  readonly alsoNew: readonly (UnremarkableTemplate & Excerpted)[];
  /** Templates that one side has more of, the most telling first; at most 1,000. */
  readonly sides: readonly TemplateSides[];
  /** Those that the other lists name, by id. */
  readonly templates: readonly ComparedTemplate[];
  readonly notJudged: readonly Sentence[];
  /** How many there are, listed or not. */
  readonly totals: Readonly<Record<ComparedKind | 'vanished' | 'reordered' | 'alsoNew', number>>;
  /** By source index: the log, then the good ones. Lines are those of the files, also where only a part was compared. */
  readonly sources: readonly ComparedPart[];
  /** The log's file as it was when reading began; null for text. */
  readonly file: FileState | null;
}

export interface ComparedPart {
  readonly path: string;
  readonly firstLine: LineNumber;
  readonly lastLine: LineNumber;
}

export interface TemplateLine {
  readonly source: SourceIndex;
  readonly line: LineNumber;
  readonly time: string | null;
  readonly level: LevelName;
  readonly excerpt: string;
}

export interface TemplateLinesRequest {
  readonly template: TemplateId;
  readonly offset: number;
  readonly limit: number;
}

export interface TemplateWordsRequest {
  readonly template: TemplateId;
  readonly position: number;
}

export interface ParameterSummariesRequest {
  readonly template: TemplateId;
}

export interface LineRequest {
  readonly source: SourceIndex;
  readonly line: LineNumber;
}

export interface MergeCandidatesRequest {
  readonly template: TemplateId;
}

export interface TemplateLines {
  readonly total: number;
  readonly lines: readonly TemplateLine[];
}

/** Files read without being judged, for what is known of their lines. */
export interface ReadLinesRequest extends Pick<AnalyseRequest, 'formatRules'> {
  readonly files: readonly (FilesInput['files'][number] & {
    /** Of a file that has grown since these many were read elsewhere, so many count. */
    readonly mostBytes?: number | undefined;
  })[];
}

export interface ReadLinesReport {
  /** By source index: the file as it was, and its lines. */
  readonly sources: readonly { readonly file: FileState | null; readonly lines: number }[];
}

/** The logs read last, as one text in order of time. */
export interface ExportMergedRequest extends MergeOrderRequest {
  readonly path: string;
  /** By source index: what marks its lines. */
  readonly names: readonly string[];
}

/** What the worker answers. */
export interface AnalysisWorkerApi
  extends LineFactsApi,
    LogShapeApi,
    AssistantLogApi,
    DatasetLogApi,
    LabelLogApi {
  pushText(text: string): void;
  analyse(request: AnalyseRequest): AnalysisReport;
  /**
   * Reads what was appended to the file analysed last, by the request of then, and judges all of it anew. Where only
   * reading from the start gives the right result, does that and says why.
   */
  readOn(): ReadOnReport;
  linesOfTemplate(request: TemplateLinesRequest): TemplateLines;
  /** The words kept of a position, the commonest first, at most 1,000. */
  wordsOfTemplate(request: TemplateWordsRequest): readonly TemplateWord[];
  /** What the values of a template's parameters look like; up to half a second. */
  parameterSummaries(request: ParameterSummariesRequest): TemplateParameters;
  /** The same for the template of a line's record, and where the record's own values stand; null where the line is of none. */
  parametersOfLine(request: LineRequest): RecordParameters | null;
  /** Null where the line is of no record. */
  templateOfLine(request: LineRequest): TemplateId | null;
  /** What a template can be merged with, the most alike first; those only baselines have are among them. */
  mergeCandidates(request: MergeCandidatesRequest): readonly MergeCandidate[];
  /** What was understood of the logs analysed last, and lines to judge that by. */
  inspect(): Understanding;
  /** What a gesture in the log analysed last teaches of its format, or why it teaches nothing; nothing changes by it. */
  learnFormat(gesture: FormatGesture): FormatCorrection | NotLearned;
  /** Judges the log analysed last by corrected templates, without reading it again. */
  correctTemplates(request: CorrectTemplatesRequest): AnalysisReport;
  /** Picks the findings of the log analysed last anew, without reading or learning it again; holds for what follows. */
  rejudge(request: RejudgeRequest): AnalysisReport;
  /** Writes what the log analysed last looks like to a baseline file. */
  learnBaseline(request: LearnBaselineRequest): LearnedBaseline;
  /** Holds a log against good ones. It has nothing to do with the log analysed last, which stays. */
  compare(request: CompareRequest): ComparisonReport;
  /** Until a log is analysed, what is asked of lines is about these. Rejects with InputError. */
  readLines(request: ReadLinesRequest): ReadLinesReport;
  /** Rejects with InputError; the file is there whole or not at all. */
  exportMerged(request: ExportMergedRequest): void;
  /** The files of the rotated log that a file belongs to, oldest first, it among them. */
  rotatedFiles(path: string): readonly string[];
}

/** What the worker tells, without waiting for an answer. */
export interface AnalysisHostApi {
  progress(snapshot: AnalysisProgress): void;
  /** Of `shownLines`: 0 to 1. */
  filtering(share: number): void;
  /** Of `exportDataset`: 0 to 1. */
  exporting(share: number): void;
  /** Of `exportDataset`: asks the person's model; '' where it has no whole answer. Rejects with InputError where none can be had. */
  draft(prompt: DraftRequest): string;
}

/** Bad input: a sentence for people that ends in its cure. */
export interface InputProblem {
  readonly code: string;
  readonly sentence: Sentence;
}
