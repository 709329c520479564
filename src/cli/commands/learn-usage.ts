import { remoteRows } from '../remote/remote-usage';
import type { UsageRow } from './command';
import { encodingRow, formatRow, noStoreRow, workersRow } from './usage-rows';

export const learnUsage: readonly UsageRow[] = [
  {
    term: 'GOOD...',
    meaning: [
      { pattern: 'logs of good runs, or baseline files: what all of them know becomes one', values: [] },
    ],
  },
  ...remoteRows,
  {
    term: '--output FILE',
    meaning: [
      { pattern: 'the baseline file to write, to be named with {0}', values: ['analyze --baseline'] },
      { pattern: 'It holds masked messages and counts, no lines (docs/detection.md).', values: [] },
    ],
  },
  {
    term: '--session NAME',
    meaning: [
      { pattern: 'the field, or the word before a value, that names what lines belong to', values: [] },
    ],
  },
  formatRow,
  encodingRow,
  noStoreRow,
  workersRow,
];
