import type { LabelledLines } from '../../engine/dataset/export/record-marks';
import type { LabelVerdict } from '../../engine/labels/label';
import type { Sentence } from '../../engine/model/finding';
import type { FileState } from '../../protocol/file-state';
import { verdictOf } from '../labels/import/members';
import { readLabelFile } from '../labels/import/read-label-file';
import type { Statement } from '../labels/import/statements';
import { datasetError } from './dataset-problems';
import { stateOfFile } from './hashed-file';

export interface ReadLabel extends LabelledLines {
  /** Line of the label file. */
  readonly at: number;
}

/** A row that is a label, but of something else than lines. */
export interface OtherLabel {
  /** Line of the label file. */
  readonly at: number;
  readonly kind: string;
}

/** What a file says of lines of a log, as whoever labels, exports and measures by one reads it. */
export interface LineLabels {
  readonly labels: readonly ReadLabel[];
  readonly others: readonly OtherLabel[];
  /** Lines that are no labels. */
  readonly damaged: readonly Sentence[];
  /** Rows whose label is empty. */
  readonly unlabelled: number;
  /** Nothing in it but what a store wrote. */
  readonly isOfStore: boolean;
}

export interface ReadLabels {
  readonly labels: readonly ReadLabel[];
  /** The file's when it was read. */
  readonly state?: FileState | null;
  /** What is wrong with lines that are no labels of lines; they are passed over. */
  readonly damaged: readonly Sentence[];
}

/**
 * JSON lines or a table, as labels are imported, of what is said of lines: `line`, `endLine`, `label`, `category`, `note`. The good lines
 * of a damaged file count. Throws InputError where there is no good one.
 */
export async function labelRanges(path: string): Promise<ReadLabels> {
  const state = await stateOfFile(path).catch(() => null);
  const { labels, others, damaged, isOfStore } = await lineLabels(path);
  if (isOfStore) throw datasetError('labels-of-store', path, '.oddline/');
  const told = others.map(({ at, kind }) => datasetError('label-of-no-line', path, at, kind));
  if (labels.length === 0) throw told[0];
  return { labels, state, damaged: [...damaged, ...told.map(({ sentence }) => sentence)] };
}

/** Throws InputError where the file holds no label at all, or the signal's reason. */
export async function lineLabels(path: string, signal?: AbortSignal): Promise<LineLabels> {
  const read = await readLabelFile(path, { signal, verdict: anyVerdict, most: Number.POSITIVE_INFINITY });
  const { statements, labels: ofStore, damaged, unlabelled } = read;
  const others = [
    ...statements.flatMap(({ at, place: { kind } }) => (kind === 'lines' ? [] : [{ at, kind }])),
    ...ofStore.map(({ at, label }) => ({ at, kind: label.scope ?? 'record' })),
  ];
  const labels = statements.flatMap(rangeOf);
  return { labels, others, damaged, unlabelled, isOfStore: statements.length === 0 };
}

/** Other programs number their classes: any number but 0 is anomalous. */
function anyVerdict(word: string): LabelVerdict | undefined {
  if (!/^[+-]?\d+(?:\.\d+)?$/.test(word)) return verdictOf(word);
  return Number(word) === 0 ? 'normal' : 'anomalous';
}

function rangeOf({ at, place, label, category, note }: Statement): ReadLabel[] {
  if (place.kind !== 'lines') return [];
  const { line, endLine } = place;
  const isAbnormal = label === 'anomalous';
  return [{ ...{ at, line, endLine, isAbnormal }, category: category ?? null, note: note ?? null }];
}
