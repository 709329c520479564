import type { DataCard } from '../../engine/dataset/card/data-card';
import type { ExportSettings } from '../../engine/dataset/export/export-settings';
import type { DatasetFormat } from '../../engine/dataset/formats/format';
import type { InstructionSet } from '../../engine/dataset/instructions/instruction-set';
import type { Sentence } from '../../engine/model/finding';
import type { SecretForm } from '../../engine/redact/secret';
import type { FinishedAnalysis } from '../analyse-logs';
import type { Label } from '../store/labels';
import type { Drafting } from './drafts/drafting';
import type { ReadLabels } from './label-ranges';

/** What is exported from an analysed log, and how. */
export interface ExportTask {
  readonly finished: FinishedAnalysis;
  /** As they were named: the logs, in order. */
  readonly paths: readonly string[];
  /** What of stores was heeded, and what else it was made by; hashed for the data card. */
  readonly storeFiles: readonly string[];
  readonly labels: (ReadLabels & { readonly path: string }) | undefined;
  /** Of the store. */
  readonly stored: readonly Label[];
  readonly takesFindings: boolean;
  readonly format: DatasetFormat;
  readonly settings: ExportSettings;
  readonly instructions: InstructionSet;
  readonly language: 'en' | 'zh';
  /** In that language. */
  readonly say: (sentence: Sentence) => string;
  /** Examples that take more tokens, as they are written, are left out; null lets all in. */
  readonly maxTokens: number | null;
  readonly redacts: boolean;
  /** What a person wants hidden, too. */
  readonly ownForms?: readonly SecretForm[];
  /** Writes the outputs of formats that have some; left out, they are written from labels, categories and reasons. */
  readonly drafting?: Drafting;
  readonly out: string;
  /** Whether a data set in `out` may be replaced. */
  readonly replaces: boolean;
  /** Oddline's. */
  readonly version: string;
  /** For the data card: what makes it again, without folders. */
  readonly command: readonly string[];
  /** For the data card: by what the analysis was made. */
  readonly circumstances?: DataCard['settings'];
  readonly signal: AbortSignal;
  /** Sequences written, of so many. */
  readonly onProgress?: (written: number, of: number) => void;
  /** Outputs a model was asked for, of so many. */
  readonly onDrafted?: (done: number, of: number) => void;
}
