import type { DatasetSequence } from '../sequence';
import { shapeOf, templateSequenceHash } from '../sequence-shape';

/**
 * What may not stand on both sides of a split: the session, the template sequence, and the sequence of texts without their numbers,
 * which is all that can be read back from a file without templates.
 */
export function leakKeys(sequence: DatasetSequence): string[] {
  const { session, source, records } = sequence;
  const shapes = [`t${templateSequenceHash(sequence)}`, `n${shapeOf(records.map(({ text }) => text))}`];
  return session === null ? shapes : [`s${source} ${session}`, ...shapes];
}
