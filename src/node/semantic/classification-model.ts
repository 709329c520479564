import { InputError } from '../../protocol/input-error';
import type { Classified } from '../../protocol/semantic';
import type { ModelFolder } from './model-folder';
import { mostLetters } from './most-letters';
import { type Outputs, openNetwork } from './transformers';

export interface ClassificationModel {
  readonly labels: readonly string[];
  classify(text: string): Promise<Classified>;
}

/** Sequences of lines are longer than sentences; no classifier in use takes more. */
const mostTokens = 512;

/** Throws InputError where the folder's network classifies nothing, and what the library throws of files that are none. */
export async function openClassification(folder: ModelFolder): Promise<ClassificationModel> {
  const network = await openNetwork(folder, mostTokens);
  const logitsOf = async (text: string) => {
    const outputs = await network.run(text);
    return outputs && logitsIn(outputs, folder);
  };
  // One run tells what it gives, before anybody waits for more.
  const probe = await logitsOf('a');
  if (probe === undefined) throw classifiesNothing(folder);
  const labels = labelsOf(folder.config, probe.length);
  return {
    labels,
    async classify(text) {
      // A text that says nothing is as much the one as the other.
      const shares = sharesOf((await logitsOf(text.slice(0, mostLetters))) ?? new Float32Array(probe.length));
      const best = shares.indexOf(Math.max(...shares));
      return { label: labels[best] ?? '', score: shares[best] ?? 0 };
    },
  };
}

function logitsIn(outputs: Outputs, folder: ModelFolder): Float32Array {
  const logits = outputs.get('logits');
  if (logits?.shape.length === 2 && logits.numbers.length >= 2) return logits.numbers;
  throw classifiesNothing(folder);
}

function classifiesNothing({ folder }: ModelFolder): InputError {
  return new InputError({
    code: 'no-classifier',
    sentence: {
      pattern:
        'The model in {0} tells no two classes apart (logits). Choose one that was exported for text classification.',
      values: [folder],
    },
  });
}

/** As config.json has them: `{ "id2label": { "0": "normal", … } }`. */
function labelsOf({ id2label }: ModelFolder['config'], count: number): readonly string[] {
  const names = new Map(Object.entries(id2label ?? {}));
  return Array.from({ length: count }, (_, index) => String(names.get(String(index)) ?? `LABEL_${index}`));
}

/** Softmax. */
function sharesOf(logits: Float32Array): readonly number[] {
  const highest = Math.max(...logits);
  const weights = Array.from(logits, (logit) => Math.exp(logit - highest));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}
