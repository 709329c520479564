import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onnxFile } from './onnx-file';

/** What the tiny model knows: words of a line mean the same, each line is a direction of its own. */
const meanings = [
  ['timeout', 'timed', 'deadline', 'exceeded', 'slow', '超时'],
  ['disk', 'space', 'full', 'volume', '磁盘'],
  ['login', 'signed', 'user', 'session', '登录'],
  ['payment', 'charge', 'card', 'invoice'],
  ['connection', 'refused', 'reset', 'peer'],
];
const special = ['[PAD]', '[UNK]', '[CLS]', '[SEP]'];
const words = [...special, ...meanings.flat()];
/** A direction for what it does not know. */
const dimensions = meanings.length + 1;

/** A model that embeds texts, as exporters lay one out: words that mean the same are near each other. */
export function writeTinyEmbedder(folder: string): void {
  const network = onnxFile({
    nodes: [{ operator: 'Gather', inputs: ['words', 'input_ids'], outputs: ['last_hidden_state'] }],
    constants: [{ name: 'words', dimensions: [words.length, dimensions], values: wordVectors() }],
    inputs: ['input_ids', 'attention_mask'],
    outputs: [{ name: 'last_hidden_state', dimensions: [1, 'tokens', dimensions] }],
  });
  writeModel(folder, network, { hidden_size: dimensions });
}

/** A model that calls texts about time-outs, full disks and refused connections `anomalous`, all others `normal`. */
export function writeTinyClassifier(folder: string): void {
  const bad = meanings.map((_, meaning) => [0, 1, 4].includes(meaning));
  const weights = [...bad, false].flatMap((isBad) => (isBad ? [-9, 9] : [2, -2]));
  const network = onnxFile({
    nodes: [
      { operator: 'Gather', inputs: ['words', 'input_ids'], outputs: ['each'] },
      {
        operator: 'ReduceMean',
        inputs: ['each'],
        outputs: ['mean'],
        attributes: { axes: [1], keepdims: 0 },
      },
      { operator: 'MatMul', inputs: ['mean', 'weights'], outputs: ['logits'] },
    ],
    constants: [
      { name: 'words', dimensions: [words.length, dimensions], values: wordVectors() },
      { name: 'weights', dimensions: [dimensions, 2], values: Float32Array.from(weights) },
    ],
    inputs: ['input_ids', 'attention_mask'],
    outputs: [{ name: 'logits', dimensions: [1, 2] }],
  });
  writeModel(folder, network, { id2label: { 0: 'normal', 1: 'anomalous' } });
}

/** A direction a meaning; two words of one differ a little, so that nearer and further can be told. */
function wordVectors(): Float32Array {
  const vectors = new Float32Array(words.length * dimensions);
  for (const [index, word] of words.entries()) {
    const meaning = meanings.findIndex((line) => line.includes(word));
    const place = meaning < 0 ? 0 : meanings[meaning].indexOf(word);
    vectors[index * dimensions + (meaning < 0 ? dimensions - 1 : meaning)] = meaning < 0 ? 0.05 : 1;
    vectors[index * dimensions + dimensions - 1] += place * 0.02;
  }
  return vectors;
}

function writeModel(folder: string, network: Uint8Array, config: object): void {
  mkdirSync(join(folder, 'onnx'), { recursive: true });
  writeFileSync(join(folder, 'onnx', 'model.onnx'), network);
  writeFileSync(join(folder, 'config.json'), JSON.stringify({ model_type: 'tiny', ...config }));
  writeFileSync(join(folder, 'tokenizer.json'), JSON.stringify(tokenizer()));
  writeFileSync(
    join(folder, 'tokenizer_config.json'),
    JSON.stringify({ tokenizer_class: 'PreTrainedTokenizer', unk_token: '[UNK]', model_max_length: 64 }),
  );
}

function tokenizer() {
  return {
    version: '1.0',
    added_tokens: special.map((content, id) => ({ id, content, special: true })),
    normalizer: {
      type: 'BertNormalizer',
      ...{ clean_text: true, handle_chinese_chars: false, strip_accents: null, lowercase: true },
    },
    pre_tokenizer: { type: 'BertPreTokenizer' },
    post_processor: null,
    decoder: null,
    model: {
      type: 'WordPiece',
      unk_token: '[UNK]',
      continuing_subword_prefix: '##',
      max_input_chars_per_word: 100,
      vocab: Object.fromEntries(words.map((word, id) => [word, id])),
    },
  };
}
