import type { Classified } from '../../protocol/semantic';
import { SemanticThread } from './semantic-thread';

/** A model that says to which of its labels a text belongs. */
export interface Classifier {
  /** Names the model's content. */
  readonly model: string;
  /** In the model's own order, as its config.json calls them. */
  readonly labels: readonly string[];
  /** One answer a text, in their order; the same text gives the same answer. Rejects with the signal's reason, or WorkerCrashedError. */
  classify(texts: readonly string[], signal?: AbortSignal): Promise<readonly Classified[]>;
  dispose(): void;
}

/** Asked at once: between two askings it can be cancelled, and others can ask. */
const atOnce = 32;

/**
 * A text classifier in ONNX, in a folder with config.json, tokenizer.json and model.onnx (or onnx/model.onnx). It runs in a thread of its
 * own: `workerPath` is the built `semantic-worker.js`. Rejects with InputError where the folder holds none, with the
 * signal's reason at once: a thread that reads a model hears nothing, so it is ended.
 */
export async function loadClassifier(
  folder: string,
  workerPath: string,
  signal?: AbortSignal,
): Promise<Classifier> {
  signal?.throwIfAborted();
  const thread = new SemanticThread(workerPath);
  const end = () => thread.dispose();
  signal?.addEventListener('abort', end);
  try {
    const { model, labels } = await thread.ask('open', { folder, kind: 'classification' });
    return {
      model,
      labels,
      classify: (texts, signal) => classified(thread, folder, texts, signal),
      dispose: () => thread.dispose(),
    };
  } catch (error) {
    thread.dispose();
    signal?.throwIfAborted();
    throw error;
  } finally {
    signal?.removeEventListener('abort', end);
  }
}

async function classified(
  thread: SemanticThread,
  folder: string,
  texts: readonly string[],
  signal: AbortSignal | undefined,
): Promise<readonly Classified[]> {
  const answers: Classified[] = [];
  for (let from = 0; from < texts.length; from += atOnce) {
    answers.push(
      ...(await thread.ask('classify', { folder, texts: texts.slice(from, from + atOnce) }, signal)),
    );
  }
  return answers;
}
