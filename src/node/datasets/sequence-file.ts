import { datasetError } from './dataset-problems';
import { jsonLines } from './jsonl-lines';
import { noSequence, type SequenceFault } from './wrong-member';

/** One line of a file of labelled sequences. */
export interface LabelledSequence {
  readonly id: string | number;
  /** 0 is normal. */
  readonly label: number;
  readonly entries: readonly string[];
}

/** `{"sequence_id", "label", "log_entries"}` a line; other members are left alone. Throws InputError. */
export async function* labelledSequences(path: string): AsyncGenerator<LabelledSequence> {
  let found = false;
  for await (const { line, value } of jsonLines(path)) {
    found = true;
    yield sequenceOf(value, (member, fault) => noSequence(fault, path, line, member));
  }
  if (!found) throw datasetError('no-sequences', path, '{"sequence_id", "label", "log_entries"}');
}

function sequenceOf(
  value: unknown,
  problem: (member: string, fault: SequenceFault) => Error,
): LabelledSequence {
  const { sequence_id: id, label, log_entries: entries } = Object(value) as Record<string, unknown>;
  if (typeof id !== 'string' && typeof id !== 'number') throw problem('sequence_id', 'id');
  if (typeof label !== 'number') throw problem('label', 'number');
  if (!Array.isArray(entries) || !entries.every((entry) => typeof entry === 'string'))
    throw problem('log_entries', 'texts');
  return { id, label, entries };
}
