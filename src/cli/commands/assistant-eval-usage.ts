import type { UsageRow } from './command';
import { formatRow } from './usage-rows';

export const assistantEvalUsage: readonly UsageRow[] = [
  {
    term: '--endpoint URL',
    meaning: [
      {
        pattern: 'the server to ask, as {0}; it is sent generated logs only',
        values: ['http://127.0.0.1:11434/v1'],
      },
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
    term: '--rules',
    meaning: [{ pattern: 'evaluate the summary by rules instead, which asks nobody', values: [] }],
  },
  {
    term: '--language en|zh|both',
    meaning: [{ pattern: 'ten logs of a language, or twenty of both (default)', values: [] }],
  },
  {
    term: '--runs N',
    meaning: [{ pattern: 'ask of each log so often (1 unless told)', values: [] }],
  },
  {
    term: '--prices JSON',
    meaning: [
      {
        pattern: 'what a million tokens cost: {0}',
        values: ['{"gpt-*": {"input": 0.15, "output": 0.6}}'],
      },
    ],
  },
  {
    term: '--no-redact',
    meaning: [{ pattern: 'send addresses and names as they are; they are made up', values: [] }],
  },
  formatRow,
];
