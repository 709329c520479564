import { learnSequences } from '../../../../src/engine/detectors/sequence/learn-sequences';
import type { EventSequence } from '../../../../src/engine/detectors/sequence/oddity';
import type { SequenceModel } from '../../../../src/engine/detectors/sequence/sequence-model';
import type { Purity } from '../../../../src/engine/detectors/sequence/threshold';

export function learned(sequences: readonly EventSequence[], purity: Purity = 'normal'): SequenceModel {
  const steps = learnSequences(sequences, purity);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}
