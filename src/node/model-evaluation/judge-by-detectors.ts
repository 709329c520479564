import { EntrySequences } from '../../engine/evaluate/entry-sequences';
import { evaluateSequences } from '../../engine/evaluate/sequence-evaluation';
import type { DetectorVerdicts, JudgeRequest } from '../../protocol/model-evaluation';
import { pause } from '../pause';
import type { EvaluationExample } from './evaluation-example';
import { evenly } from './evenly';
import { readExamples } from './read-examples';

const sequencesBetweenPauses = 64;

/**
 * What the detectors find in the examples a model is asked about, having learned from the normal ones of the training split alone; null
 * where it has none. Up to some seconds of one core: the editor asks a thread. Rejects with InputError, or with the signal's reason.
 */
export async function judgeByDetectors(
  { train, test, limit }: JudgeRequest,
  signal: AbortSignal,
): Promise<DetectorVerdicts | null> {
  // The language is of the question, which detectors are not asked.
  const training = await readExamples(train, 'en', signal);
  const normal = training.examples.filter(({ label }) => label === 'normal');
  if (normal.length === 0) return null;
  const { examples } = await readExamples(test, 'en', signal);
  const since = performance.now();
  const verdicts = await judged(normal, evenly(examples, limit), signal);
  return { verdicts, learned: normal.length, seconds: (performance.now() - since) / 1_000 };
}

async function judged(
  normal: readonly EvaluationExample[],
  examples: readonly EvaluationExample[],
  signal: AbortSignal,
): Promise<DetectorVerdicts['verdicts']> {
  const entries = new EntrySequences();
  for (const [index, example] of [...normal, ...examples].entries()) {
    entries.add(example.entries);
    if (index % sequencesBetweenPauses === 0) await pause(signal);
  }
  const events = entries.events();
  const abnormal = Uint8Array.from(examples, ({ label }) => Number(label === 'anomalous'));
  const steps = evaluateSequences(events.slice(0, normal.length), events.slice(normal.length), abnormal);
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value.judged.map(({ anomaly }) => (anomaly ? 'anomalous' : 'normal'));
    await pause(signal);
  }
}
