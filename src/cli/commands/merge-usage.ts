import type { UsageRow } from './command';
import { encodingRow, fileMeaning, formatRow, noStoreRow, timeMeaning, workersRow } from './usage-rows';

export const mergeUsage: readonly UsageRow[] = [
  {
    term: 'FILE',
    meaning: [fileMeaning, { pattern: 'Equal times stand in the order the files are named.', values: [] }],
  },
  {
    term: '--offset NAME=±D',
    meaning: [
      {
        pattern: 'what to add to the times of a file, by its name or path: {0} (may be repeated)',
        values: ['api.log=-2.5s, db.log=+1h30m'],
      },
    ],
  },
  {
    term: '--since T, --until T',
    meaning: [{ pattern: 'write only records within;', values: [] }, ...timeMeaning],
  },
  {
    term: '--output FILE',
    meaning: [{ pattern: 'write to a file instead of standard output', values: [] }],
  },
  formatRow,
  encodingRow,
  noStoreRow,
  workersRow,
];
