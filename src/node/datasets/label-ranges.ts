import type { LabelledLines } from '../../engine/dataset/export/record-marks';
import type { Sentence } from '../../engine/model/finding';
import type { LineNumber } from '../../engine/model/units';
import type { FileState } from '../../protocol/file-state';
import { InputError } from '../../protocol/input-error';
import { datasetError } from './dataset-problems';
import { stateOfFile } from './hashed-file';
import { linesOf, parsedLine } from './jsonl-lines';

export interface ReadLabel extends LabelledLines {
  /** Line of the label file. */
  readonly at: number;
}

export interface ReadLabels {
  readonly labels: readonly ReadLabel[];
  /** The file's when it was read. */
  readonly state?: FileState | null;
  /** What is wrong with lines that are no labels; they are passed over. */
  readonly damaged: readonly Sentence[];
}

/**
 * `{"line", "endLine"?, "label", "category"?, "note"?}` a line; a label other than 0 is abnormal, other members are left alone. The good
 * lines of a damaged file count. Throws InputError where there is no good one.
 */
export async function labelRanges(path: string): Promise<ReadLabels> {
  const state = await stateOfFile(path).catch(() => null);
  const labels: ReadLabel[] = [];
  const damaged: Sentence[] = [];
  let at = 0;
  for await (const text of linesOf(path)) {
    at++;
    if (text.trim() === '') continue;
    try {
      labels.push(labelOf(parsedLine(text, path, at), path, at));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      damaged.push(error.sentence);
    }
  }
  if (labels.length === 0) throw datasetError('no-labels', path, '{"line", "label"}');
  return { labels, state, damaged };
}

function labelOf(value: unknown, path: string, at: number): ReadLabel {
  const {
    line,
    endLine = line,
    label,
    category = null,
    note = null,
  } = Object(value) as Record<string, unknown>;
  const problem = (member: string, wanted: string) => datasetError('no-label', path, at, member, wanted);
  if (!isLineNumber(line)) throw problem('line', 'integer >= 1');
  if (!isLineNumber(endLine) || endLine < line) throw problem('endLine', 'integer >= line');
  if (typeof label !== 'number') throw problem('label', 'number');
  if (category !== null && typeof category !== 'string') throw problem('category', 'string | null');
  if (note !== null && typeof note !== 'string') throw problem('note', 'string | null');
  return { at, line, endLine, isAbnormal: label !== 0, category, note };
}

function isLineNumber(value: unknown): value is LineNumber {
  return Number.isSafeInteger(value) && (value as number) >= 1;
}
