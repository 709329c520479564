import type { UsageRow } from '../commands/command';

const kindRows: readonly UsageRow[] = [
  {
    term: '--loki URL --query Q',
    meaning: [
      { pattern: 'the entries of a Loki that Q selects, as in {0}', values: ['\'{app="shop"} |= "x"\''] },
    ],
  },
  {
    term: '--elastic URL',
    meaning: [
      {
        pattern: 'Elasticsearch or OpenSearch: {0} names the indices, {1} is Lucene text or a query in JSON',
        values: ['--index P', '--query Q'],
      },
    ],
  },
  {
    term: '--journal [PATH]',
    meaning: [
      {
        pattern: "this machine's journal, or a journal file; {0}, {1} and {2} choose from it",
        values: ['--unit U', '--priority P', '--boot'],
      },
    ],
  },
  {
    term: '--command -- PROGRAM…',
    meaning: [{ pattern: 'what a program writes, started without a shell', values: [] }],
  },
];

/** For commands that read a log: what stands where a file could. */
export const remoteRows: readonly UsageRow[] = [
  ...kindRows,
  {
    term: '',
    meaning: [
      {
        pattern: 'a log that is no file takes the place of one; "{0}" says more',
        values: ['oddline fetch --help'],
      },
    ],
  },
];

export const fetchUsage: readonly UsageRow[] = [
  ...kindRows,
  {
    term: '--since T, --until T',
    meaning: [
      {
        pattern: 'the time range: a time, a date, or how long before now, like {0}.',
        values: ['90m, 2h30m, 1d'],
      },
      { pattern: 'Of Loki and Elasticsearch the last hour unless told.', values: [] },
    ],
  },
  {
    term: '--limit N|all',
    meaning: [{ pattern: 'only the newest N entries', values: [] }],
  },
  {
    term: '--yes',
    meaning: [
      { pattern: 'fetch more than a million entries or 1 GB, too, without being told how many', values: [] },
    ],
  },
  {
    term: '--tenant T',
    meaning: [{ pattern: "Loki's tenant (X-Scope-OrgID)", values: [] }],
  },
  {
    term: '--message-field F',
    meaning: [
      {
        pattern: 'the field of Elasticsearch that holds the text; {0} that with the time',
        values: ['--time-field F'],
      },
    ],
  },
  {
    term: '--ca-file FILE',
    meaning: [{ pattern: 'a PEM file of certificates to trust besides those of the machine', values: [] }],
  },
  {
    term: '--output FILE',
    meaning: [{ pattern: 'write there instead of to standard output, whole or not at all', values: [] }],
  },
  {
    term: 'ODDLINE_LOKI_TOKEN',
    meaning: [
      {
        pattern: 'secrets come from the environment: {0} or {1},',
        values: ['ODDLINE_LOKI_TOKEN', 'ODDLINE_LOKI_USER + ODDLINE_LOKI_PASSWORD'],
      },
      {
        pattern: '{0}, or its {1} and {2} likewise',
        values: ['ODDLINE_ELASTIC_API_KEY', '_TOKEN', '_USER + _PASSWORD'],
      },
    ],
  },
];
