import { jsonFormatOf } from '../../../engine/dataset/formats/formats';
import { objectOf } from '../../../engine/dataset/formats/json-members';
import type { InputError } from '../../../protocol/input-error';
import { datasetError } from '../../datasets/dataset-problems';
import { jsonLines } from '../../datasets/jsonl-lines';
import { importError } from './import-problems';

const example = '{"line", "label"}';

/** Why a file in which nothing could be read that is a label holds none. */
export async function noLabelsIn(
  path: string,
  { damaged, unlabelled }: { readonly damaged: readonly unknown[]; readonly unlabelled: number },
): Promise<InputError> {
  if (unlabelled > 0) return importError('no-label-in-rows', path);
  if (damaged.length === 0) return importError('no-rows', path);
  return (await isDataset(path)) ? importError('is-dataset', path) : datasetError('no-labels', path, example);
}

/** By its first line, which may be longer than any label. */
async function isDataset(path: string): Promise<boolean> {
  try {
    for await (const { value } of jsonLines(path))
      return jsonFormatOf(Object.keys(objectOf(value) ?? {})) !== undefined;
  } catch {
    // What is no JSON, or cannot be read any more, is none.
  }
  return false;
}
