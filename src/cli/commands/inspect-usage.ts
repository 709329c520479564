import { remoteRows } from '../remote/remote-usage';
import type { UsageRow } from './command';
import { encodingRow, fileMeaning, formatRow, noStoreRow } from './usage-rows';

export const inspectUsage: readonly UsageRow[] = [
  { term: 'FILE', meaning: [fileMeaning] },
  ...remoteRows,
  formatRow,
  {
    term: '--no-content',
    meaning: [
      { pattern: 'counts, formats and the shapes of lines only, to attach to a bug report', values: [] },
    ],
  },
  {
    term: '--time-at L:C-C',
    meaning: [
      { pattern: 'line L, columns C to C is the time stamp: it is learned from that, and kept', values: [] },
      { pattern: 'for files like this one in {0}.', values: ['.oddline/formats.jsonl'] },
    ],
  },
  {
    term: '--level-at L:C-C',
    meaning: [{ pattern: 'that is the level; {0} behind it says which', values: ['=error'] }],
  },
  { term: '--id-at L:C-C', meaning: [{ pattern: 'that is the id of a request or session', values: [] }] },
  {
    term: '--record-start-at L:C-C',
    meaning: [{ pattern: 'that is how the first line of a record begins', values: [] }],
  },
  encodingRow,
  noStoreRow,
];
