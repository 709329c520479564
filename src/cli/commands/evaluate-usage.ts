import type { UsageRow } from './command';
import { encodingRow, fileMeaning, formatRow, noStoreRow, workersRow } from './usage-rows';

export const evaluateUsage: readonly UsageRow[] = [
  {
    term: '--train FILE',
    meaning: [
      { pattern: 'sequences to learn from, one JSON object a line:', values: [] },
      { pattern: '{0}; only label 0 counts', values: ['{"sequence_id", "label", "log_entries"}'] },
    ],
  },
  {
    term: '--test FILE',
    meaning: [{ pattern: 'sequences to judge, written the same way', values: [] }],
  },
  { term: 'FILE', meaning: [fileMeaning] },
  {
    term: '--labels FILE',
    meaning: [
      { pattern: 'what is known of the lines of the log: JSON lines, or CSV, such as', values: [] },
      { pattern: '{0}; lines not named are normal', values: ['{"line", "label"}'] },
    ],
  },
  {
    term: '--baseline FILE',
    meaning: [
      {
        pattern: 'a good log, or a baseline file that learn wrote: what it holds is normal (may be repeated)',
        values: [],
      },
    ],
  },
  formatRow,
  encodingRow,
  noStoreRow,
  workersRow,
];
