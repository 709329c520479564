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
  const { statements, labels: ofStore, damaged } = await readLabelFile(path, undefined, anyVerdict);
  if (statements.length === 0) throw datasetError('labels-of-store', path, '.oddline/');
  const labels = statements.flatMap(rangeOf);
  const others = [
    ...statements.flatMap(({ at, place: { kind } }) => (kind === 'lines' ? [] : [{ at, kind }])),
    ...ofStore.map(({ at, label }) => ({ at, kind: label.scope ?? 'record' })),
  ].map(({ at, kind }) => datasetError('label-of-no-line', path, at, kind));
  if (labels.length === 0) throw others[0];
  return { labels, state, damaged: [...damaged, ...others.map(({ sentence }) => sentence)] };
}

/** As `evaluate` takes it, any number but 0 is anomalous. */
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
