import type { CardLabels, CardLeftOut, CardSessions, DataCard } from '../engine/dataset/card/data-card';
import type { DatasetReport } from '../engine/dataset/check/dataset-report';
import type { SequenceUnit, SplitOrder } from '../engine/dataset/export/export-settings';
import type { SequenceLabel } from '../engine/dataset/sequence';
import type { SplitName, SplitShares } from '../engine/dataset/split/split';
import type { Sentence } from '../engine/model/finding';
import type { OwnPattern } from '../engine/redact/own-patterns';
import type { DetectorVerdicts, JudgeRequest } from './model-evaluation';

export type DatasetFormatName =
  | 'alpaca'
  | 'sharegpt'
  | 'openai'
  | 'sequence'
  | 'classification'
  | 'chinese-labels'
  | 'records'
  | 'templates'
  | 'features';

export type DatasetLanguage = 'en' | 'zh';

/** What a person chooses of a data set made of a log; plain JSON. */
export interface DatasetChoices {
  readonly format: DatasetFormatName;
  readonly unit: SequenceUnit;
  /** What Oddline found is anomalous where no person says otherwise. */
  readonly takesFindings: boolean;
  /** As many normal sequences as anomalous ones. */
  readonly balances: boolean;
  /** Sequences of which nobody said anything are left out; else they are normal. */
  readonly labelledOnly: boolean;
  readonly shares: SplitShares;
  readonly splitBy: SplitOrder;
  /** Of what a model is asked and answers, and of the data card. */
  readonly language: DatasetLanguage;
  /** A policy of the machine goes before it. */
  readonly redacts: boolean;
  /** Examples that take more, prompt and answer included, are left out; null lets all in. */
  readonly maxTokens: number | null;
  readonly seed: number;
  /** The person's model writes the outputs, in formats that have some. */
  readonly drafts: boolean;
}

/** The choices, and what of the machine belongs to them. */
export interface DatasetRequest extends DatasetChoices {
  /** Path of a file of labels: it goes before what else is said. */
  readonly labels: string | null;
  /** Path of a person's own instruction set; null takes that of the language. */
  readonly instructions: string | null;
  /** What a person wants hidden, too. */
  readonly patterns: readonly OwnPattern[];
  /** Folder of the installation, whose texts the data set's language is taken from. */
  readonly installation: string;
}

export interface ExportDatasetRequest extends DatasetRequest {
  /** The folder: there whole or not at all. */
  readonly out: string;
  /** Whether a data set in it may be replaced. */
  readonly replaces: boolean;
  /** Oddline's. */
  readonly version: string;
  /** Folders of the store whose files were heeded. */
  readonly stores: readonly string[];
  /** Who is asked for outputs by `AnalysisHostApi.draft`; null: nobody. */
  readonly drafting: DatasetDrafting | null;
}

/** For the data card, and how many are asked for at a time. */
export interface DatasetDrafting {
  readonly model: string;
  readonly host: string;
  /** Null for a model of VS Code. */
  readonly endpoint: string | null;
  readonly temperature: number;
  readonly width: number;
}

/** What is said to the model; what is to be masked has been masked. */
export interface DraftRequest {
  readonly system: string;
  readonly user: string;
}

/** A sequence as its file would hold it. */
export interface PreviewedSequence {
  readonly id: string;
  readonly split: SplitName;
  readonly label: SequenceLabel;
  readonly category: string | null;
  readonly labelledBy: CardLabels['labelledBy'];
  /** JSON with line breaks, or rows of a table under its names; at most 6,000 UTF-16 units. */
  readonly text: string;
  readonly isCut: boolean;
  /** Of all a model reads and answers. */
  readonly tokens: number;
  /** Secrets behind placeholders, each counted once. */
  readonly masked: number;
}

export interface DatasetPreview {
  /** By label, category, who said so and split; the token limit takes some of them. */
  readonly labels: readonly CardLabels[];
  /** Of these, sequences that are normal only since nobody said anything of them. */
  readonly unlabelled: number;
  /** All but what the token limit leaves out. */
  readonly leftOut: readonly CardLeftOut[];
  /** Left out where all records were looked at. */
  readonly sessions?: CardSessions;
  /** Of so many sequences that were measured, evenly from all; null without a limit. */
  readonly tooLong: { readonly sequences: number; readonly measured: number } | null;
  /** Sessions and template sequences in more than one split: 0, unless something is wrong. */
  readonly leaks: number;
  /** Records called normal and anomalous. */
  readonly conflicts: number;
  /** What may spoil what is trained or measured, but for those and leaks; lines of the file of labels that do not count. */
  readonly warnings: readonly Sentence[];
  /** Three at most, of different labels where there are any. */
  readonly examples: readonly PreviewedSequence[];
  /** Why nothing would be written; what was counted before that is there all the same. */
  readonly problem: { readonly code: string; readonly sentence: Sentence } | null;
}

/** What is asked of the log analysed last; both reject where nothing was analysed. */
export interface DatasetLogApi {
  /** Nothing is written. A second one in the same terms answers from what the first had planned. */
  previewDataset(request: DatasetRequest): DatasetPreview;
  /** Rejects with InputError, and where it is cancelled: nothing is left behind then. */
  exportDataset(request: ExportDatasetRequest): DataCard;
}

export type GeneratedFormat = DatasetFormatName | 'log';

/** What a generated data set is; see `oddline generate`. */
export interface GenerateDatasetRequest {
  /** Null: so many sequences in one format. */
  readonly preset: 'study' | null;
  /** Set by a preset. */
  readonly sequences: number;
  readonly anomalies: number;
  readonly format: GeneratedFormat;
  readonly language: DatasetLanguage;
  readonly services: number;
  readonly seed: number;
  readonly out: string;
  readonly replaces: boolean;
  readonly installation: string;
  readonly version: string;
}

export interface GeneratedReport {
  readonly sequences: number;
  readonly anomalous: number;
  /** In more than one split; null where nothing is split. */
  readonly leaks: number | null;
}

export interface CheckDatasetRequest {
  /** Files, in the order of the splits. */
  readonly paths: readonly string[];
  readonly maxTokens: number | null;
}

/** What the thread answers that makes and checks data sets without a log. Each rejects with InputError. */
export interface DatasetWorkerApi {
  /** Nothing is left behind where it is cancelled. */
  generateDataset(request: GenerateDatasetRequest): GeneratedReport;
  checkDataset(request: CheckDatasetRequest): DatasetReport;
  /** Null where the training split has nothing normal. */
  judgeByDetectors(request: JudgeRequest): DetectorVerdicts | null;
}

export interface DatasetWorkerHostApi {
  /** 0 to 1. */
  progress(share: number): void;
}

/** What the page of an export shows; a complete snapshot. */
export interface DatasetPageState {
  /** Name of the log, and its uri, by which its tab is opened again. */
  readonly name: string;
  readonly uri: string;
  /** English → the reader's language. */
  readonly texts: Readonly<Record<string, string>>;
  /** `none`: not analysed; `running`: it is being; `stale`: the text is no longer what was analysed. */
  readonly status: 'none' | 'running' | 'stale' | 'done';
  /** Another number for every result: what was previewed of the one before holds no more. */
  readonly version: number;
  /** Labels given to this log in VS Code. */
  readonly labels: number;
  /** Names of the files chosen. */
  readonly labelsFile: string | null;
  readonly instructionsFile: string | null;
  readonly folder: string;
  /** Why secrets are hidden whatever is chosen; null leaves the choice. */
  readonly redactionForced: string | null;
  /** The model that is chosen: null where none is. */
  readonly model: {
    readonly name: string;
    /** `local`, or to whom it is sent. */
    readonly badge: string;
    /** Whether what it is sent is masked whatever is chosen. */
    readonly redacts: boolean;
  } | null;
  readonly isExporting: boolean;
  /** What a page begins with that has kept no choices. */
  readonly usual: DatasetChoices;
}

/** What was previewed, or why nothing could be, in the reader's language. */
export type PreviewAnswer =
  | { readonly kind: 'preview'; readonly preview: DatasetPreview; readonly problem: string | null }
  | { readonly kind: 'problem'; readonly problem: string };

export type DatasetPageCommand =
  | 'analyse'
  | 'chooseFolder'
  | 'chooseLabels'
  | 'forgetLabels'
  | 'chooseInstructions'
  | 'editInstructions'
  | 'forgetInstructions'
  | 'labelMore'
  | 'chooseModel'
  | 'privacySettings';

/** What the page asks of the extension host. */
export interface DatasetPageHostApi {
  ready(): DatasetPageState;
  preview(choices: DatasetChoices): PreviewAnswer;
  exportDataset(choices: DatasetChoices): void;
  command(name: DatasetPageCommand): void;
}

export interface DatasetPageViewApi {
  state(state: DatasetPageState): void;
}
