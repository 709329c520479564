import type { SequenceLabel } from '../../engine/dataset/sequence';
import { categoryIn } from '../../engine/evaluate/classification/answer-category';
import { verdictIn } from '../../engine/evaluate/classification/answer-verdict';
import type { Classified } from '../../protocol/semantic';
import type { Answerer, ModelAnswer } from './answerer';

/** A model that says to which of its labels a text belongs. */
export interface TextClassifier {
  readonly labels: readonly string[];
  classify(texts: readonly string[], signal?: AbortSignal): Promise<readonly Classified[]>;
}

/** Told between two askings. */
const atOnce = 8;

/** A classifier that runs on this machine: nothing leaves, so nothing is hidden. `name`: of its folder. */
export function classifierAnswerer(
  name: string,
  classifier: TextClassifier,
  categories: readonly string[],
): Answerer {
  return {
    ...{ name, destination: null, redacted: false },
    async answersTo(examples, signal, onAnswered) {
      const answers: ModelAnswer[] = [];
      while (answers.length < examples.length) {
        signal.throwIfAborted();
        const some = examples.slice(answers.length, answers.length + atOnce);
        const found = await classifier.classify(
          some.map(({ text }) => text),
          signal,
        );
        for (const { label } of found) {
          answers.push(answerOfClass(label, classifier.labels, categories));
          onAnswered();
        }
      }
      return answers;
    },
  };
}

/**
 * A label that names a verdict is one; `LABEL_0` is normal and others are not, as libraries number labels that have no names. Where one
 * label is normal the others say what is wrong.
 */
function answerOfClass(label: string, labels: readonly string[], categories: readonly string[]): ModelAnswer {
  const verdict = verdictOfClass(label, labels);
  const category = verdict === 'anomalous' ? categoryIn(`category: ${label}`, categories) : null;
  return { verdict, category, hasFailed: false, tokens: null };
}

function verdictOfClass(label: string, labels: readonly string[]): SequenceLabel | null {
  const numbered = /^LABEL_(\d+)$/.exec(label);
  if (numbered) return Number(numbered[1]) === 0 ? 'normal' : 'anomalous';
  const named = verdictIn(label);
  if (named !== null) return named;
  return labels.some((one) => verdictIn(one) === 'normal') ? 'anomalous' : null;
}
