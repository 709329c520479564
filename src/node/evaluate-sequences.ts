import { EntrySequences } from '../engine/evaluate/entry-sequences';
import { evaluateSequences, type SequenceEvaluation } from '../engine/evaluate/sequence-evaluation';
import { datasetError } from './datasets/dataset-problems';
import { type LabelledSequence, labelledSequences } from './datasets/sequence-file';
import { pause } from './pause';

export interface EvaluatedSequences extends SequenceEvaluation {
  /** Of the test, in its order. */
  readonly sequences: readonly NamedSequence[];
  /** Normal sequences learned. */
  readonly learned: number;
  /** Sequences of the test without entries. */
  readonly empty: number;
}

type NamedSequence = Pick<LabelledSequence, 'id' | 'label'>;

const sequencesBetweenPauses = 1 << 10;

/**
 * Mines the templates of two files of labelled sequences, learns from those of `train` with label 0 alone, and measures what
 * that finds in `test`. Throws InputError.
 */
export async function evaluateSequenceFiles(train: string, test: string): Promise<EvaluatedSequences> {
  const entries = new EntrySequences();
  const learned = (await added(entries, train, ({ label }) => label === 0)).length;
  if (learned === 0) throw datasetError('no-normal-training', train);
  const sequences = await added(entries, test, () => true);
  const events = entries.events();
  const abnormal = Uint8Array.from(sequences, ({ label }) => Number(label !== 0));
  const judged = events.slice(learned);
  const empty = judged.filter(({ length }) => length === 0).length;
  const steps = evaluateSequences(events.slice(0, learned), judged, abnormal);
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return { ...step.value, sequences, learned, empty };
    await pause(undefined);
  }
}

async function added(
  entries: EntrySequences,
  path: string,
  isWanted: (sequence: LabelledSequence) => boolean,
): Promise<NamedSequence[]> {
  const kept: NamedSequence[] = [];
  for await (const sequence of labelledSequences(path)) {
    if (!isWanted(sequence)) continue;
    entries.add(sequence.entries);
    kept.push({ id: sequence.id, label: sequence.label });
    if (kept.length % sequencesBetweenPauses === 0) await pause(undefined);
  }
  return kept;
}
