import { remoteRows } from '../remote/remote-usage';
import type { UsageRow } from './command';
import { encodingRow, fileMeaning, noStoreRow, reportFormatRow, timeMeaning, workersRow } from './usage-rows';

/** More than this scrolls the first off a screen. */
export const usualTop = 20;

export const compareUsage: readonly UsageRow[] = [
  {
    term: 'GOOD',
    meaning: [
      {
        pattern: 'a log of a run that went well; of several, what differs among them is not told.',
        values: [],
      },
    ],
  },
  { term: 'BAD', meaning: [fileMeaning] },
  ...remoteRows,
  reportFormatRow,
  {
    term: '--top N',
    meaning: [{ pattern: 'only the N highest scores (text: {0} unless told)', values: [usualTop] }],
  },
  {
    term: '--fail-on SEVERITY',
    meaning: [
      {
        pattern: 'exit 1 when something of {0}, or worse, was found',
        values: ['critical|high|medium|low'],
      },
    ],
  },
  {
    term: '--since T, --until T',
    meaning: [{ pattern: 'only lines of BAD within;', values: [] }, ...timeMeaning],
  },
  encodingRow,
  noStoreRow,
  workersRow,
];
