import type { Sentence } from '../../engine/model/finding';
import { mostThreads } from '../../node/parallel/reading-threads';
import type { UsageRow } from './command';

/** Rows that several commands share. */
export const formatRow: UsageRow = {
  term: '--format text|json',
  meaning: [{ pattern: 'text for people (default), json for programs (docs/cli.md)', values: [] }],
};

/** Of commands that also write reports. */
export const reportFormatRow: UsageRow = {
  term: '--format FORMAT',
  meaning: [
    {
      pattern: 'text for people (default), json for programs (docs/cli.md), markdown, sarif, or',
      values: [],
    },
    { pattern: 'github: a step summary and annotations (docs/ci.md)', values: [] },
  ],
};

export const rotatedRow: UsageRow = {
  term: '--rotated',
  meaning: [{ pattern: 'all files of the rotated log (app.log, app.log.1 …), oldest first', values: [] }],
};

export const encodingRow: UsageRow = {
  term: '--encoding NAME',
  meaning: [
    { pattern: 'the encoding of the logs, as VS Code names it: gbk, shiftjis, windows1252 …', values: [] },
    { pattern: 'UTF-8, UTF-16 and GB18030 are told apart without it.', values: [] },
  ],
};

export const workersRow: UsageRow = {
  term: '--workers N',
  meaning: [
    { pattern: 'threads that read a large log (unless told one a core, at most {0})', values: [mostThreads] },
  ],
};

/** Of `--since T` and `--until T`, behind what is within them. */
export const timeMeaning: readonly Sentence[] = [
  { pattern: 'T: a time or a date (its midnight), UTC unless it names a zone,', values: [] },
  { pattern: 'or how long before the end of the log: {0}', values: ['90m, 2h30m, 1d'] },
];

export const noStoreRow: UsageRow = {
  term: '--no-store',
  meaning: [{ pattern: 'do not heed what {0} says about formats and templates', values: ['.oddline/'] }],
};

export const fileMeaning = {
  pattern: 'a log, packed with gzip or zstd or not; - is standard input',
  values: [],
} as const;
