import { setImmediate } from 'node:timers/promises';
import { clustersOf } from '../../engine/semantic/clusters';
import { nearestRows } from '../../engine/semantic/nearest';
import { noveltyOf } from '../../engine/semantic/novelty';
import { InputError } from '../../protocol/input-error';
import { handingOver, type Port, Rpc } from '../../protocol/rpc';
import type { SemanticWorkerApi, TextsRequest, Vectors } from '../../protocol/semantic';
import { openClassification } from './classification-model';
import { type EmbeddingModel, openEmbedding } from './embedding-model';
import { knownTexts } from './known-texts';
import { type ModelFolder, modelFolder } from './model-folder';

/** A folder and what was opened of it. */
interface Opened<Model> {
  readonly folder: ModelFolder;
  readonly model: Model;
}

/** Answers whoever started the thread; keeps the models it opened until the thread ends. */
export function answerSemantic(port: Port): void {
  const embeddings = new Models(openEmbedding);
  const classifications = new Models(openClassification);
  new Rpc<SemanticWorkerApi, object>(port, {
    async open({ folder, kind }) {
      if (kind === 'embedding') return { model: (await embeddings.of(folder)).folder.model, labels: [] };
      const opened = await classifications.of(folder);
      return { model: opened.folder.model, labels: opened.model.labels };
    },
    embed: async (request, signal) => embedded((await embeddings.of(request.folder)).model, request, signal),
    classify: async (request, signal) => {
      const { model } = await classifications.of(request.folder);
      return eachText(request, signal, (text) => model.classify(text));
    },
    nearest: ({ vectors, query, most }) => nearestRows(vectors, query, most),
    clusters: ({ vectors, least }) => clustersOf(vectors, least),
    novelty: ({ vectors, known }) => noveltyOf(vectors, known),
    knownTexts,
  });
}

class Models<Model> {
  private readonly opened = new Map<string, Promise<Opened<Model>>>();

  constructor(private readonly open: (folder: ModelFolder) => Promise<Model>) {}

  /** One that failed is tried again: its folder may be whole by then. */
  of(path: string): Promise<Opened<Model>> {
    const known = this.opened.get(path);
    if (known) return known;
    const opening = this.openAt(path);
    this.opened.set(path, opening);
    opening.catch(() => this.opened.delete(path));
    return opening;
  }

  private async openAt(path: string): Promise<Opened<Model>> {
    const folder = await modelFolder(path);
    try {
      return { folder, model: await this.open(folder) };
    } catch (error) {
      throw error instanceof InputError ? error : cannotRun(path, error);
    }
  }
}

async function embedded(model: EmbeddingModel, request: TextsRequest, signal: AbortSignal): Promise<Vectors> {
  const vectors = await eachText(request, signal, (text) => model.embed(text));
  const rows = new Float32Array(vectors.length * model.dimensions);
  for (const [index, vector] of vectors.entries()) rows.set(vector, index * model.dimensions);
  return handingOver({ dimensions: model.dimensions, rows }, [rows.buffer]);
}

/** Between two texts it hears whether anybody still waits. */
async function eachText<Answer>(
  { texts }: TextsRequest,
  signal: AbortSignal,
  answer: (text: string) => Promise<Answer>,
): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  for (const text of texts) {
    answers.push(await answer(text));
    await setImmediate();
    signal.throwIfAborted();
  }
  return answers;
}

function cannotRun(path: string, error: unknown): InputError {
  const cause = error instanceof Error ? error.message : String(error);
  return new InputError({
    code: 'damaged-model',
    sentence: {
      pattern:
        'The model in {0} cannot be run ({1}). Copy it again from where it came from, or choose one exported as ONNX.',
      values: [path, cause.slice(0, 200)],
    },
  });
}
