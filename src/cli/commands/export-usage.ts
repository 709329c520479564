import { datasetFormats } from '../../engine/dataset/formats/formats';
import type { UsageRow } from './command';
import { encodingRow, noStoreRow, rotatedRow, timeMeaning, workersRow } from './usage-rows';

const formatRows: readonly UsageRow[] = datasetFormats.map(({ name, summary }) => ({
  term: `  ${name}`,
  meaning: [summary],
}));

export const exportUsage: readonly UsageRow[] = [
  { term: 'FILE', meaning: [{ pattern: 'a log, packed with gzip or zstd or not', values: [] }] },
  {
    term: '--labels FILE',
    meaning: [
      { pattern: 'what is known of the lines of the logs, one JSON object a line:', values: [] },
      {
        pattern: '{0}; or CSV of the same, as "labels --import" takes it',
        values: ['{"line", "endLine"?, "label", "category"?, "note"?}'],
      },
    ],
  },
  {
    term: '--labelled-only',
    meaning: [
      {
        pattern: 'leave out sequences of which nobody said anything; without it they are normal',
        values: [],
      },
    ],
  },
  {
    term: '--from-findings',
    meaning: [{ pattern: 'what Oddline finds is anomalous where no person says otherwise', values: [] }],
  },
  { term: '--format NAME', meaning: [{ pattern: 'what to write:', values: [] }] },
  ...formatRows,
  {
    term: '--out FOLDER',
    meaning: [{ pattern: 'where to write it, whole or not at all, with a data card', values: [] }],
  },
  { term: '--force', meaning: [{ pattern: 'replace the data set that is there', values: [] }] },
  {
    term: '--windows N|N-M',
    meaning: [
      { pattern: 'so many records a sequence, drawn by the seed ({0} unless told)', values: ['6-15'] },
    ],
  },
  {
    term: '--sessions',
    meaning: [{ pattern: 'whole sessions instead: the records that share an id', values: [] }],
  },
  {
    term: '--session NAME',
    meaning: [{ pattern: 'the field that names sessions, where it is not found by itself', values: [] }],
  },
  {
    term: '--split A/B/C',
    meaning: [{ pattern: 'shares of train, validation and test ({0} unless told)', values: ['80/10/10'] }],
  },
  {
    term: '--split-by HOW',
    meaning: [
      {
        pattern: 'who stands in which: drawn so that labels are alike in all (random, unless told),',
        values: [],
      },
      { pattern: 'or the earliest in train and the latest in test (time)', values: [] },
    ],
  },
  {
    term: '--balance',
    meaning: [{ pattern: 'as many normal sequences as anomalous ones', values: [] }],
  },
  {
    term: '--language en|zh',
    meaning: [{ pattern: 'the language of instructions and answers (en unless told)', values: [] }],
  },
  {
    term: '--instructions FILE',
    meaning: [{ pattern: 'your own instructions and answers, as JSON (docs/datasets.md)', values: [] }],
  },
  {
    term: '--max-tokens N',
    meaning: [
      { pattern: 'leave out examples that take more, prompt and answer included,', values: [] },
      { pattern: 'at four characters a token, as "validate" counts them', values: [] },
    ],
  },
  {
    term: '--seed N',
    meaning: [{ pattern: 'the same number draws the same windows and splits (1 unless told)', values: [] }],
  },
  {
    term: '--no-redact',
    meaning: [
      {
        pattern: 'leave secrets and personal data as they are, if the policy of the machine allows',
        values: [],
      },
    ],
  },
  {
    term: '--draft-endpoint URL',
    meaning: [
      {
        pattern: 'a model server that writes the answers, as {0}: it is sent the',
        values: ['http://127.0.0.1:11434/v1'],
      },
      { pattern: 'sequences, masked unless "--no-redact"; nobody is asked without it', values: [] },
    ],
  },
  {
    term: '--draft-model NAME',
    meaning: [{ pattern: 'the model; may be left out where the server offers one alone', values: [] }],
  },
  {
    term: '--draft-key-from VAR',
    meaning: [{ pattern: 'the variable of the environment that holds the key', values: [] }],
  },
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
    term: '--since T, --until T',
    meaning: [
      { pattern: 'only records within are findings; sequences are of the whole log;', values: [] },
      ...timeMeaning,
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
    term: '--rules FILE',
    meaning: [
      {
        pattern: 'rules beside those of the store, as the setting {0} lists them',
        values: ['oddline.rules'],
      },
    ],
  },
  {
    term: '--patterns FILE',
    meaning: [
      {
        pattern: 'what is masked, too, as the setting {0} lists it',
        values: ['oddline.privacy.patterns'],
      },
    ],
  },
  rotatedRow,
  {
    ...encodingRow,
    meaning: [
      ...encodingRow.meaning,
      {
        pattern: 'Or one for each file, by commas: {0}; of "auto" the first bytes decide.',
        values: ['gbk,auto'],
      },
    ],
  },
  {
    term: '--store FOLDER',
    meaning: [
      {
        pattern: 'heed what this folder says instead of the nearest {0} (may be repeated)',
        values: ['.oddline/'],
      },
    ],
  },
  noStoreRow,
  workersRow,
];
