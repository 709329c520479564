import { remoteRows } from '../remote/remote-usage';
import type { UsageRow } from './command';
import {
  encodingRow,
  fileMeaning,
  noStoreRow,
  reportFormatRow,
  rotatedRow,
  timeMeaning,
  workersRow,
} from './usage-rows';

/** More than this scrolls the worst off a screen. */
export const usualTop = 20;

export const analyzeUsage: readonly UsageRow[] = [
  {
    term: 'FILE',
    meaning: [fileMeaning, { pattern: 'Several files are judged together.', values: [] }],
  },
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
    term: '--baseline FILE',
    meaning: [
      {
        pattern: 'a good log, or a baseline file that learn wrote: what it holds is normal (may be repeated)',
        values: [],
      },
    ],
  },
  {
    term: '--since T, --until T',
    meaning: [{ pattern: 'judge only records within;', values: [] }, ...timeMeaning],
  },
  {
    term: '--focus FROM..TO, --against FROM..TO',
    meaning: [
      { pattern: 'say what is different between the two times, against the rest of the log', values: [] },
      {
        pattern: "or against two other times; each a T, or left out for the log's beginning or end",
        values: [],
      },
    ],
  },
  {
    term: '--session NAME',
    meaning: [
      {
        pattern: 'the field or word whose values name requests or jobs; found by itself unless told',
        values: [],
      },
    ],
  },
  rotatedRow,
  encodingRow,
  {
    term: '--sensitivity S',
    meaning: [
      {
        pattern: 'how much is a finding: {0} (normal unless told), or a number from 0 to 1',
        values: ['low|normal|high'],
      },
    ],
  },
  {
    term: '--strangest',
    meaning: [{ pattern: 'show the 20 strangest lines, whatever the threshold', values: [] }],
  },
  noStoreRow,
  workersRow,
];
