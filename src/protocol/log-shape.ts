import type { Contrast as FoundContrast, Contrasted as FoundContrasted } from '../engine/contrast/contrast';
import type { FilterTest } from '../engine/filter/filter';
import type { Headline as FoundHeadline } from '../engine/headlines/headline';
import type { ParameterType } from '../engine/model/analysis';
import type { DetectorId, Severity } from '../engine/model/finding';
import type { TemplateId } from '../engine/model/units';
import type { ScoreShape } from '../engine/shape/score-shape';
import type { ViewLine } from './log-lines';

/**
 * What the thread that analysed a log answers about its shape (part of `AnalysisWorkerApi`): counts and quantiles in arrays, never
 * lines, so that ten million records cost a view no more than a thousand. View lines count through all logs analysed, from 0.
 * Each question can be cancelled; none changes anything.
 */
export interface LogShapeApi {
  /** Null where no record has a time. */
  timeline(request: TimelineRequest): Timeline | null;
  /** Records of each template within a window. */
  templateCounts(request: WindowRequest): TemplateCounts;
  /** Records of some templates over time. */
  templateSeries(request: TemplateSeriesRequest): TemplateSeries;
  /** Which component (service, logger, process) the records of lines are of. */
  componentsOfLines(lines: readonly ViewLine[]): ComponentsOfLines;
  /** What the detectors scored. */
  scores(request: WindowRequest): ScoreShape;
  /** One lane a session, or a component where `by` says so; the odd ones first. */
  lanes(request: LanesRequest): Lanes;
  /** The values of one parameter over time. */
  parameterSeries(request: ParameterSeriesRequest): ParameterSeries;
  /** What is different in a window: over- and under-represented against the rest, or a second window. */
  contrast(request: ContrastRequest): Contrast;
  /** Since when, what is new, what is loudest: at most one each, in this order. */
  headlines(): readonly Headline[];
  /** The last analysis held to labels of its lines, with the curves. Rejects with InputError. */
  evaluate(request: EvaluateRequest): ModelEvaluation;
}

/** Nanoseconds since the epoch in decimal, both included; null is open. Records without a time go with the last one before them in their source. */
export interface TimeWindow {
  readonly from: string | null;
  readonly until: string | null;
}

export interface WindowRequest extends TimeWindow {
  /** Milliseconds added to the times of each source of a merge, by its index; none where left out. */
  readonly clockOffsets?: readonly number[];
}

/** Equal stretches of time, from `from` on; their width is one a clock has (1 ms, 2, 5 … 1 s, 5, 15 … 1 h, 1 day …). */
export interface TimeBins {
  /** Nanoseconds since the epoch in decimal: where the first begins. */
  readonly from: string;
  /** Nanoseconds in decimal: the width of each. */
  readonly width: string;
  readonly count: number;
}

/** Bins are whole: what the first and the last hold beyond the window is counted, so that a bin is as high in any window. */
export interface TimelineRequest extends WindowRequest {
  /** At most 2,000; as many or fewer are given. */
  readonly bins: number;
}

export interface Timeline {
  /** The whole log's first and last time. */
  readonly first: string;
  readonly last: string;
  readonly bins: TimeBins;
  /** By level, in the order of `Level` (none, trace … fatal), then by bin: 7 × count. */
  readonly counts: Uint32Array;
  /** Records in the bins. */
  readonly records: number;
  /** Records of the whole log that have no time; they are in no bin. */
  readonly untimed: number;
  /** Where nothing was written for much longer than is usual in the whole log, as far as bins reach into it; the longest first, at most 20. */
  readonly silences: readonly { readonly from: string; readonly until: string }[];
}

/** Templates without a record in the window are left out. */
export interface TemplateCounts {
  readonly ids: Uint32Array;
  readonly counts: Uint32Array;
  readonly records: number;
}

/** Bins are whole, as those of a timeline. */
export interface TemplateSeriesRequest extends WindowRequest {
  /** The first 200 count. */
  readonly templates: readonly TemplateId[];
  /** At most 200. */
  readonly bins: number;
}

export interface TemplateSeries {
  readonly bins: TimeBins | null;
  /** By template as asked, then by bin. */
  readonly counts: Uint32Array;
}

export interface ComponentsOfLines {
  readonly names: readonly string[];
  /** By line as asked: index of its name; 65,535 where the record names none. */
  readonly ofLine: Uint16Array;
}

export type { ScoreShape } from '../engine/shape/score-shape';

/** First lines of findings; columns, because there may be 20,000. Severities in the order of `severities`. */
export interface FindingColumns {
  readonly lines: Uint32Array;
  readonly severities: Uint8Array;
}

export interface LanesRequest extends WindowRequest {
  readonly by: 'session' | 'component';
  readonly findings: FindingColumns;
  /** At most 400. */
  readonly bins: number;
  /** At most 200 lanes. */
  readonly limit: number;
}

export interface Lanes {
  /** What ties sessions together (`request_id` …), the strongest first; none where nothing does: `lanes` is empty then. */
  readonly links: readonly { readonly name: string; readonly sessions: number; readonly records: number }[];
  /** Sessions or components in the window, shown or not. */
  readonly total: number;
  /** Records of the window that were looked at for sessions (of components: all; of a large log some, those around its worst findings among them), of so many. */
  readonly lookedAt: number;
  readonly records: number;
  /** Null where no record has a time: then there are as many bins as `counts` holds for each lane, equal stretches of the log's records. */
  readonly bins: TimeBins | null;
  /** Those with the worst findings first, then those with most errors, then the largest. */
  readonly lanes: readonly Lane[];
  /** By lane, then by bin: records. */
  readonly counts: Uint32Array;
  /** By lane, then by bin: 0 nothing, 1 a record of level error, else 2 + the severity of the worst finding. */
  readonly marks: Uint8Array;
}

export interface Lane {
  /** The id its records share, or the component's name. */
  readonly name: string;
  /** Index in `links`; -1 of components. */
  readonly link: number;
  readonly records: number;
  readonly errors: number;
  readonly findings: number;
  readonly worst: Severity | null;
  /** Where its earliest and its latest record begin, and their times, as clocks were set right. */
  readonly firstLine: ViewLine;
  readonly lastLine: ViewLine;
  readonly firstTime: string | null;
  readonly lastTime: string | null;
  /** Shows its records alone; null where no clause can. */
  readonly filter: FilterTest | null;
}

export interface ParameterSeriesRequest extends WindowRequest {
  readonly template: TemplateId;
  /** Index in the template's `parameters`. */
  readonly parameter: number;
  /** At most 400. */
  readonly bins: number;
}

export interface ParameterSeries {
  readonly type: ParameterType;
  /** Records of the template in the window. */
  readonly records: number;
  /** Of these, evenly spread. */
  readonly lookedAt: number;
  /** Where the values are numbers of one kind; quantiles are NaN in bins without a value. */
  readonly numbers: {
    readonly unit: 's' | 'B' | null;
    /** Null where the records have no times: then bins are equal stretches of the records. */
    readonly bins: TimeBins | null;
    readonly count: Uint32Array;
    readonly min: Float64Array;
    readonly p50: Float64Array;
    readonly p90: Float64Array;
    readonly max: Float64Array;
    /** The line of each bin's highest value; 0 in bins without a value. */
    readonly lineOfMax: Uint32Array;
  } | null;
  /** The commonest values, at most 20. */
  readonly top: readonly { readonly value: string; readonly count: number; readonly line: ViewLine }[];
  /** Different values, at least. */
  readonly distinct: number;
}

export interface ContrastRequest {
  readonly focus: TimeWindow;
  /** Null: all of the log that is not in focus. */
  readonly against: TimeWindow | null;
  /**
   * `none`: levels, templates and components alone, without a look at the text: 300 ms at 10 million lines. `sampled`: values and hosts, too, from
   * at most 200,000 records, drawn by a seed; `exact`: from all. What has no values is exact in all three.
   */
  readonly values: 'none' | 'sampled' | 'exact';
  /** At most 100. */
  readonly limit: number;
  readonly clockOffsets?: readonly number[];
}

/** What is surely different; see the engine's type. Lines are the view's. */
export interface Contrast extends Omit<FoundContrast, 'contrasts'> {
  readonly contrasts: readonly Contrasted[];
}

export interface Contrasted extends Omit<FoundContrasted, 'line'> {
  readonly line: ViewLine;
}

export interface Headline extends Omit<FoundHeadline, 'line'> {
  /** Where to look; null where there is no such line. */
  readonly line: ViewLine | null;
}

export interface EvaluateRequest {
  /** A file of labels, as `oddline evaluate` reads it. */
  readonly labels: string;
}

export interface ModelEvaluation {
  readonly threshold: number;
  readonly records: number;
  readonly abnormal: number;
  /** All together first (`fused`), then one by one. */
  readonly detectors: readonly DetectorEvaluation[];
  /** Of the labelled records of each category, those found; empty where the labels name none. */
  readonly categories: readonly {
    readonly category: string;
    readonly abnormal: number;
    readonly found: number;
  }[];
}

/** Shares from 0 to 1; null where what they are shares of is not there. */
export interface DetectorEvaluation {
  readonly detector: DetectorId | 'fused';
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
  readonly rocAuc: number | null;
  readonly averagePrecision: number | null;
  readonly confusion: {
    readonly truePositives: number;
    readonly falsePositives: number;
    readonly trueNegatives: number;
    readonly falseNegatives: number;
  };
  /** Points of the curves, at most 200 each, from the highest threshold to the lowest; none where a class they need is missing. */
  readonly roc: { readonly falsePositiveRate: Float64Array; readonly truePositiveRate: Float64Array };
  readonly precisionRecall: { readonly recall: Float64Array; readonly precision: Float64Array };
}
