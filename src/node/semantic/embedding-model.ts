import { InputError } from '../../protocol/input-error';
import type { ModelFolder } from './model-folder';
import { mostLetters } from './most-letters';
import { type Output, type Outputs, openNetwork } from './transformers';

/** What says where a text is among others. */
export interface EmbeddingModel {
  readonly dimensions: number;
  /** Of length 1; zeros where the text says nothing. The same text gives the same numbers, whatever was asked before. */
  embed(text: string): Promise<Float32Array>;
}

/** Models that embed sentences are made for this many words and fewer; lines of logs are shorter. */
const mostTokens = 256;
/** What exporters call the vectors of words. */
const wordOutputs = ['last_hidden_state', 'token_embeddings'];
/** What they call one of the whole text, where the network makes that itself. */
const textOutput = 'sentence_embedding';

/** Throws InputError where the folder's network embeds nothing, and what the library throws of files that are none. */
export async function openEmbedding(folder: ModelFolder): Promise<EmbeddingModel> {
  const network = await openNetwork(folder, mostTokens);
  const of = async (text: string) => {
    const outputs = await network.run(text);
    return outputs && vectorOf(outputs, folder);
  };
  // One run tells what it gives, before anybody waits for more.
  const probe = await of('a');
  if (probe === undefined) throw embedsNothing(folder);
  const { length: dimensions } = probe;
  return {
    dimensions,
    // One text after the other: what stands beside a text in a batch would change its last digits.
    embed: async (text) => (await of(text.slice(0, mostLetters))) ?? new Float32Array(dimensions),
  };
}

function vectorOf(outputs: Outputs, folder: ModelFolder): Float32Array {
  const whole = outputs.get(textOutput);
  if (whole?.shape.length === 2) return ofLengthOne(whole.numbers.slice());
  const words = wordOutputs.flatMap((name) => outputs.get(name) ?? [])[0];
  if (words?.shape.length !== 3) throw embedsNothing(folder);
  return ofLengthOne(folder.pooling === 'cls' ? firstOf(words) : meanOf(words));
}

function firstOf({ shape, numbers }: Output): Float32Array {
  return numbers.slice(0, shape[2]);
}

function meanOf({ shape: [, words, dimensions], numbers }: Output): Float32Array {
  const mean = new Float32Array(dimensions);
  for (let word = 0; word < words; word++) {
    for (let at = 0; at < dimensions; at++) mean[at] += numbers[word * dimensions + at] / words;
  }
  return mean;
}

function ofLengthOne(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return length > 0 && Number.isFinite(length) ? vector.map((number) => number / length) : vector.fill(0);
}

function embedsNothing({ folder }: ModelFolder): InputError {
  return new InputError({
    code: 'no-embeddings',
    sentence: {
      pattern:
        'The model in {0} gives no vectors of words (last_hidden_state). Choose one that was made for embeddings.',
      values: [folder],
    },
  });
}
