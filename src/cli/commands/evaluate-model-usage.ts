import type { UsageRow } from './command';
import { formatRow } from './usage-rows';

export const evaluateModelUsage: readonly UsageRow[] = [
  {
    term: '--data FOLDER|FILE',
    meaning: [
      { pattern: 'a data set: its test.jsonl is asked about, and the detectors learn', values: [] },
      { pattern: 'from its train.jsonl; or a file of examples', values: [] },
    ],
  },
  {
    term: '--endpoint URL',
    meaning: [
      {
        pattern: 'the server to ask, as {0}; it is sent the examples,',
        values: ['http://127.0.0.1:11434/v1'],
      },
      { pattern: 'masked unless "--no-redact", and none of their answers', values: [] },
    ],
  },
  {
    term: '--model NAME',
    meaning: [{ pattern: 'the model; may be left out where the server offers one alone', values: [] }],
  },
  {
    term: '--key-from VARIABLE',
    meaning: [{ pattern: 'the variable of the environment that holds the key', values: [] }],
  },
  {
    term: '--onnx FOLDER',
    meaning: [
      { pattern: 'a text classifier instead, which runs here: config.json, tokenizer.json', values: [] },
      { pattern: 'and model.onnx; nothing is sent', values: [] },
    ],
  },
  {
    term: '--limit N',
    meaning: [{ pattern: 'ask about so many examples, evenly from all', values: [] }],
  },
  {
    term: '--language en|zh',
    meaning: [
      { pattern: 'of the question, where a data set has none of its own (en unless told)', values: [] },
    ],
  },
  {
    term: '--no-redact',
    meaning: [
      {
        pattern: 'leave secrets and personal data as they are, if the policy of the machine allows',
        values: [],
      },
    ],
  },
  formatRow,
];
