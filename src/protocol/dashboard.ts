import type { FilterTest } from '../engine/filter/filter';
import type { LabelVerdict } from '../engine/labels/label';
import type { ParameterSummary, Verdict } from '../engine/model/analysis';
import type { Category, DetectorId, Severity } from '../engine/model/finding';
import type { TemplateId } from '../engine/model/units';
import type { AnalysisProgress } from './analysis';
import type { ViewLine } from './log-lines';
import type { Headline, Lanes, LanesRequest, LogShapeApi, ModelEvaluation, TimeWindow } from './log-shape';
import type { MetricsAnswer, MetricsWindow } from './metrics';

/**
 * The conversation between the dashboard's page and the extension host. A hidden page loses messages and state: it asks `ready` when
 * it comes back, and all it needs is in the answer. It never gets lines, but for the beginnings of those an incident names. Times are
 * nanoseconds since the epoch in decimal where they must be exact, seconds with a fraction in columns, NaN without one.
 */
export interface DashboardState {
  /** The whole page, or the small view beside the editor. */
  readonly size: 'page' | 'panel';
  /** Null in the small view while no log was analysed. */
  readonly name: string | null;
  /** What the page keeps, so that VS Code can open it again after a restart. */
  readonly uri: string | null;
  /** English → the reader's language, for all the page says; empty in English. */
  readonly texts: Readonly<Record<string, string>>;
  readonly status: 'none' | 'running' | 'done' | 'stale';
  readonly progress: AnalysisProgress | null;
  /** What the status bar says of the log, and how far labels reach, in the reader's language. */
  readonly summary: string;
  /** What is in the way of showing it, with its cure; null where nothing is. */
  readonly problem: string | null;
  /** Null until it was analysed. */
  readonly log: DashboardLog | null;
  /** What of its time every view and the editor show; null is all of it. */
  readonly range: TimeWindow | null;
  /** `written`, `UTC` or an IANA name. */
  readonly zone: string;
  /** Its end moves: it is followed. */
  readonly isFollowed: boolean;
  /** How many places metrics beside it come from. */
  readonly metricsOrigins: number;
  /** Counts comparisons of the log with good ones; 0 where there is none. */
  readonly comparison: number;
  /** Counts the choices of labels in this window. */
  readonly labels: number;
}

export interface DashboardLog {
  /** Another number with every result: what was answered before holds no more. */
  readonly version: number;
  readonly verdict: Verdict;
  readonly lines: number;
  readonly records: number;
  readonly bytes: number;
  readonly timed: number;
  readonly firstTime: string | null;
  readonly lastTime: string | null;
  readonly errors: number;
  readonly templates: number;
  /** The fused score findings begin at, and what decided it: `setting`, or this log's own after the line was dragged. */
  readonly threshold: number;
  readonly sensitivityIsOwn: boolean;
  readonly detectors: readonly DetectorId[];
  /** In the reader's language: what could not be judged. */
  readonly notJudged: readonly string[];
  readonly incidents: readonly IncidentCard[];
  readonly findings: FindingMarks;
}

/** Of those shown, in line order. */
export interface FindingMarks {
  readonly lines: Uint32Array;
  /** In the order of `severities`. */
  readonly severities: Uint8Array;
  readonly seconds: Float64Array;
  readonly scores: Float32Array;
  readonly templates: Uint32Array;
  /** Records each stands for. */
  readonly counts: Uint32Array;
}

/** In the reader's language; worst first. */
export interface IncidentCard {
  readonly id: string;
  readonly severity: Severity;
  readonly category: Category;
  readonly title: string;
  readonly start: string | null;
  readonly end: string | null;
  /** `09:26:53 – 09:31:10` */
  readonly when: string;
  readonly services: readonly string[];
  readonly findings: number;
  readonly first: IncidentLine;
  readonly worst: IncidentLine;
  readonly hint: string | null;
  /** Null where nobody labelled it, and where labels on it disagree. */
  readonly label: RowLabel | null;
}

/** What people said of what a row shows. */
export interface RowLabel {
  readonly verdict: LabelVerdict;
  /** Verdict and category, in the reader's language. */
  readonly words: string;
}

export interface IncidentLine {
  readonly line: ViewLine;
  readonly text: string;
}

/** All templates of the log, in order of first appearance. */
export interface TemplateColumns {
  readonly ids: Uint32Array;
  /** At most 300 characters each, control characters removed; the name where a person gave one. */
  readonly titles: readonly string[];
  readonly counts: Uint32Array;
  /** In the order of `Level`. */
  readonly levels: Uint8Array;
  readonly rarity: Float32Array;
  readonly firstLines: Uint32Array;
  readonly lastLines: Uint32Array;
  readonly firstSeconds: Float64Array;
  readonly lastSeconds: Float64Array;
  /** Which of `said` holds, counted from 1; 0 where nobody labelled the template, and where labels on it disagree. */
  readonly labels: Uint32Array;
  readonly said: readonly RowLabel[];
  /** Variables in its pattern. */
  readonly parameters: Uint8Array;
}

/** One parameter of a template, as the list of charts offers it. */
export interface NamedParameter extends ParameterSummary {
  /** The word before it, or its place. */
  readonly name: string;
}

/** Two runs' templates side by side: what differs. */
export interface ComparisonColumns {
  readonly bad: string;
  readonly good: readonly string[];
  readonly stale: boolean;
  /** In the reader's language: what it comes to. */
  readonly summary: string;
  /** Templates that one side has more of; the most telling first, at most 1,000. */
  readonly rows: readonly ComparedRow[];
}

export interface ComparedRow {
  /** `new`: the log alone has it; `vanished`: the good ones alone. */
  readonly kind: 'new' | 'shifted' | 'vanished';
  /** At most 300 characters, control characters removed. */
  readonly title: string;
  /** Records in the log, and in a good one: of several the mean. */
  readonly badCount: number;
  readonly goodCount: number;
  /** Where it first stands in the log; null of what is gone from it. */
  readonly line: ViewLine | null;
  /** Why a finding there is told; empty where none is. */
  readonly reason: string;
}

/** What was learned of the log, all in the reader's language. */
export interface ModelPage {
  readonly facts: readonly { readonly title: string; readonly value: string }[];
  readonly sources: readonly {
    readonly name: string;
    readonly role: 'log' | 'baseline';
    readonly format: string;
    readonly records: number;
    readonly timed: number;
  }[];
  /** Null where it was judged without a baseline. */
  readonly drift: {
    readonly hasDrifted: boolean;
    readonly message: string;
    readonly unknownShare: number;
    readonly usualUnknownShare: number;
    readonly excessShare: number;
    readonly usualExcessShare: number;
    readonly unknownTemplates: number;
    readonly goneTemplates: number;
  } | null;
  /** Of a file of labels that was chosen, else of the labels given in the editor (`isOwn`); null where there are none. */
  readonly evaluation: (ModelEvaluation & { readonly labels: string; readonly isOwn: boolean }) | null;
}

/** What the page saves: the name without its ending, what it is, and the file's text or bytes. */
export interface SaveRequest {
  readonly name: string;
  readonly kind: 'svg' | 'png' | 'csv' | 'html';
  readonly content: string | Uint8Array;
}

/** What the page asks; the shape's questions without what the host knows by itself. */
export interface DashboardHostApi
  extends Pick<
    LogShapeApi,
    | 'timeline'
    | 'templateCounts'
    | 'templateSeries'
    | 'componentsOfLines'
    | 'scores'
    | 'parameterSeries'
    | 'contrast'
  > {
  ready(): DashboardState;
  /** Their messages are in the reader's language. */
  headlines(): readonly (Omit<Headline, 'message'> & { readonly text: string })[];
  lanes(request: Omit<LanesRequest, 'findings'>): Lanes;
  templates(): TemplateColumns;
  parameters(template: TemplateId): readonly NamedParameter[];
  /** What shows the template's lines alone: asked for one, not sent with 50,000 rows. Null where it is no longer there. */
  templateFilter(template: TemplateId): FilterTest | null;
  comparison(): ComparisonColumns | null;
  model(): ModelPage;
  metrics(window: MetricsWindow): MetricsAnswer;
  /** The line a moment begins at; null where nothing was written from then on. */
  lineOfTime(nanoseconds: string): ViewLine | null;
  /** Why the records that begin on these lines are marked, in the reader's language; '' where none is. At most 50. */
  findingTitles(lines: readonly ViewLine[]): readonly string[];
  /** Filters every view of the log and its editor; null shows all. */
  setRange(range: TimeWindow | null): void;
  /** A line as it stands now: those of findings and incidents. */
  reveal(line: ViewLine): void;
  /** A line of the analysed text, as all other answers name them: where it is since edits. */
  revealAnalysed(line: ViewLine): void;
  /** Shows these lines alone in the editor. */
  showOnly(filter: FilterTest): void;
  /** The fused score findings begin at, for this log; null goes back to the setting. Answers once it is marked so. */
  setThreshold(threshold: number | null): void;
  setNormal(request: { readonly template: TemplateId; readonly isNormal: boolean }): void;
  incident(request: { readonly id: string; readonly does: 'open' | 'ask' | 'export' }): void;
  run(command: DashboardCommand): void;
  /** Where the reader wants it; false where they gave up. */
  save(request: SaveRequest): boolean;
  /** The same texts with secrets and personal data behind placeholders; at most 100,000. */
  redacted(texts: readonly string[]): readonly string[];
  /** Milliseconds from `ready` to what was painted first. */
  painted(milliseconds: number): void;
}

export type DashboardCommand =
  | 'detect'
  | 'cancel'
  | 'runAgain'
  | 'compare'
  | 'useBaseline'
  | 'learnBaseline'
  | 'chooseLabels'
  | 'ownLabels'
  | 'addMetrics'
  | 'removeMetrics'
  | 'openDashboard'
  | 'openLog';

/** What the host tells without waiting for an answer. */
export interface DashboardViewApi {
  /** A complete snapshot without what stays (`texts` is empty); at most one a second. */
  state(state: DashboardState): void;
  /** At once, also while one is dragged elsewhere. */
  range(range: TimeWindow | null): void;
}
