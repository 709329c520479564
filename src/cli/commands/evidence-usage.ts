import { remoteRows } from '../remote/remote-usage';
import type { UsageRow } from './command';
import { encodingRow, fileMeaning, noStoreRow, reportFormatRow, timeMeaning, workersRow } from './usage-rows';

/** Tokens unless told: what any model reads at once, and a person too. */
export const usualBudget = 4000;

export const evidenceUsage: readonly UsageRow[] = [
  { term: 'FILE', meaning: [fileMeaning] },
  ...remoteRows,
  {
    term: '--budget N',
    meaning: [
      {
        pattern: 'tokens the text may take ({0} unless told): 4 characters each, or one Chinese character',
        values: [usualBudget],
      },
    ],
  },
  {
    term: '--baseline FILE',
    meaning: [{ pattern: 'a good log: what it holds is normal (may be repeated)', values: [] }],
  },
  {
    term: '--since T, --until T',
    meaning: [{ pattern: 'look for the cause within;', values: [] }, ...timeMeaning],
  },
  reportFormatRow,
  encodingRow,
  noStoreRow,
  workersRow,
];
