import type { UsageRow } from './command';
import { encodingRow, formatRow, noStoreRow, rotatedRow, workersRow } from './usage-rows';

export const similarUsage: readonly UsageRow[] = [
  { term: 'FILE', meaning: [{ pattern: 'the log', values: [] }] },
  {
    term: '--text TEXT',
    meaning: [{ pattern: 'list the templates whose meaning is most like this text', values: [] }],
  },
  { term: '--clusters', meaning: [{ pattern: 'group the templates by meaning', values: [] }] },
  {
    term: '--baseline KNOWN',
    meaning: [
      {
        pattern: 'list the templates furthest in meaning from all that this log or baseline file has',
        values: [],
      },
    ],
  },
  {
    term: '--model FOLDER',
    meaning: [
      {
        pattern: 'the folder of a model exported as ONNX (docs/semantic-search.md); with {0} its name',
        values: ['--endpoint'],
      },
    ],
  },
  {
    term: '--endpoint URL',
    meaning: [{ pattern: 'ask a server that speaks OpenAI’s interface for embeddings', values: [] }],
  },
  {
    term: '--key-from VARIABLE',
    meaning: [{ pattern: 'the variable of the environment that holds the key', values: [] }],
  },
  {
    term: '--no-redact',
    meaning: [{ pattern: 'send the server secrets and personal data as they are', values: [] }],
  },
  {
    term: '--top N',
    meaning: [{ pattern: 'list at most so many (unless told {0})', values: [20] }],
  },
  formatRow,
  rotatedRow,
  encodingRow,
  noStoreRow,
  workersRow,
];
