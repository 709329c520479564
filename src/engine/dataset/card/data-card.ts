import type { SequenceLabel } from '../sequence';
import type { SplitName } from '../split/split';

/** A log or a file of labels that went into a data set. */
export interface CardSource {
  /** Without its folder, which would tell whose machine it was; masked as the sequences are. */
  readonly name: string;
  readonly bytes: number;
  /** Of the file as it lies on the disk, in hex. */
  readonly sha256: string;
  /** When a log was last changed, ISO 8601, where its times name no year: that decides which it is. */
  readonly modified?: string;
}

/** A file of the data set. */
export interface CardFile extends CardSource {
  /** Null for a file that is not split. */
  readonly split: SplitName | null;
  readonly sequences: number;
  readonly records: number;
}

export type SplitCounts = Readonly<Record<SplitName, number>>;

/** Of a file that is not split. */
export interface WholeCount {
  readonly all: number;
}

/** Sequences of one label and category; `labelledBy` null where nobody said anything of them. */
export interface CardLabels<Counts = SplitCounts> {
  readonly label: SequenceLabel;
  readonly category: string | null;
  readonly labelledBy: 'person' | 'oddline' | 'generator' | null;
  readonly counts: Counts;
}

/** Sequences that were made and not written, by what was the matter with them. */
export interface CardLeftOut {
  /** `cut-off`: sessions that may go on where the log was not looked at. */
  readonly reason: 'unlabelled' | 'near-duplicate' | 'balance' | 'split' | 'too-long' | 'cut-off';
  readonly sequences: number;
}

/** In how many of a log's records sessions were looked for, where there was no room for the values of all. */
export interface CardSessions {
  readonly lookedAt: number;
  readonly records: number;
}

/** Outputs that a model was asked for. */
export interface CardDrafts {
  /** As its server calls it. */
  readonly model: string;
  /** Who serves it. */
  readonly host: string;
  readonly temperature: number;
  /** Outputs the model wrote. */
  readonly drafted: number;
  /** Outputs that were written from labels as ever, by what was the matter with the draft. */
  readonly written: Readonly<Record<DraftFault, number>>;
}

/** `no-answer`: none, or not a whole one; `other-verdict`: it says otherwise than the label, or nothing of it; `too-long`: nobody was asked, or the example would be longer than it may. */
export type DraftFault = 'no-answer' | 'other-verdict' | 'too-long';

/**
 * What a data set was made of and how: with the sources of these hashes, this version and these settings the same bytes come out
 * again. So it names neither the time it was made nor the machine.
 */
export interface DataCard {
  readonly kind: 'oddline-data-card';
  readonly version: 1;
  /** Oddline's. */
  readonly oddline: string;
  /** The command that makes it again, without the names of files and folders. */
  readonly command: readonly string[];
  readonly format: string;
  readonly seed: number;
  readonly settings: Readonly<Record<string, string | number | boolean | null>>;
  readonly sources: readonly CardSource[];
  readonly labelSources: readonly CardSource[];
  readonly files: readonly CardFile[];
  readonly labels: readonly CardLabels<SplitCounts | WholeCount>[];
  readonly leftOut: readonly CardLeftOut[];
  /** Left out where all records were looked at. */
  readonly sessions?: CardSessions;
  /** Keys (session, template sequence) that stand in more than one split; null where nothing is split. */
  readonly leaks: number | null;
  readonly masking: {
    readonly redacted: boolean;
    /** By kind; a secret counts once in each sequence. */
    readonly masked: Readonly<Record<string, number>>;
    /** Where a name in the command is not the file's own. */
    readonly inCommand?: true;
  };
  /** Where a model was asked for outputs: then the same settings do not give the same bytes again. */
  readonly drafts?: CardDrafts;
}

export function dataCardJson(card: DataCard): string {
  return `${JSON.stringify(card, null, 2)}\n`;
}
