import type { LineLabel } from '../../engine/evaluate/known-lines';
import type { LineNumber } from '../../engine/model/units';
import { datasetError } from './dataset-problems';
import { jsonLines } from './jsonl-lines';
import { type LabelFault, noLabel } from './wrong-member';

export interface FoundLabel extends LineLabel {
  /** Line of the label file. */
  readonly at: number;
}

/** `{"line", "label", "category"?}` a line; a label other than 0 is abnormal, other members are left alone. Throws InputError. */
export async function lineLabels(path: string): Promise<FoundLabel[]> {
  const labels: FoundLabel[] = [];
  for await (const { line: at, value } of jsonLines(path)) {
    const { line, label, category = null } = Object(value) as Record<string, unknown>;
    const problem = (member: string, fault: LabelFault) => noLabel(fault, path, at, member);
    if (!isLineNumber(line)) throw problem('line', 'line');
    if (typeof label !== 'number') throw problem('label', 'number');
    if (category !== null && typeof category !== 'string') throw problem('category', 'text');
    labels.push({ at, line: line as LineNumber, isAbnormal: label !== 0, category });
  }
  if (labels.length === 0) throw datasetError('no-labels', path, '{"line", "label"}');
  return labels;
}

function isLineNumber(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 1;
}
