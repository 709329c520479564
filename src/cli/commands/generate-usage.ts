import { datasetFormats } from '../../engine/dataset/formats/formats';
import { fewestServices, mostServices } from '../../engine/dataset/generator/sequences/request-kinds';
import { grouped } from '../../protocol/sentence';
import type { UsageRow } from './command';

/** The shop's start and its incidents alone are half as many. */
export const fewestLines = 2_000;
/** All of them are in memory until they are split. */
export const mostSequences = 100_000;
/** What is not told. */
export const usualSeed = '1';
export const usualServices = '8';
export const usualAnomalies = '0.3';
/** Beside the formats of data sets: the whole log, and which of its lines tell of faults. */
export const logFormat = 'log';

const otherFormats = datasetFormats.map(({ name }) => name).filter((name) => name !== 'sequence');

const sampleUsage: readonly UsageRow[] = [
  {
    term: '--seed N',
    meaning: [{ pattern: 'the same number gives the same log or data set (1 unless told)', values: [] }],
  },
  {
    term: '--lines N',
    meaning: [{ pattern: 'about so many, {0} at least (7,000 unless told)', values: [grouped(fewestLines)] }],
  },
  {
    term: '--output FILE',
    meaning: [{ pattern: 'write there instead of to standard output, whole or not at all', values: [] }],
  },
  {
    term: '--push URL',
    meaning: [
      {
        pattern: 'fill a Loki with it instead, as of the last 40 minutes; {0} as of fetch',
        values: ['--tenant, --ca-file'],
      },
    ],
  },
];

const datasetUsage: readonly UsageRow[] = [
  {
    term: '--sequences N',
    meaning: [
      { pattern: 'instead of the log a data set: so many requests of a shop with known faults,', values: [] },
      {
        pattern: 'split 80/10/10 so that no template sequence stands on both sides (up to {0})',
        values: [grouped(mostSequences)],
      },
    ],
  },
  {
    term: '--preset study',
    meaning: [
      {
        pattern: 'instead of that 8,000 sequences, 4,500 of them for classifiers, 2,000 as instructions',
        values: [],
      },
    ],
  },
  {
    term: '--out FOLDER',
    meaning: [{ pattern: 'where the files of the data set and its card go', values: [] }],
  },
  {
    term: '--format NAME',
    meaning: [
      { pattern: '{0} (default), {1}', values: ['sequence', otherFormats.slice(0, 4).join(', ')] },
      {
        pattern: '{0}; {1} writes the whole log with labels of its lines',
        values: [otherFormats.slice(4).join(', '), logFormat],
      },
    ],
  },
  {
    term: '--language en|zh',
    meaning: [{ pattern: 'of what the services write and of the reasons', values: [] }],
  },
  {
    term: '--services N',
    meaning: [
      {
        pattern: '{0} to {1} of them ({2} unless told)',
        values: [fewestServices, mostServices, usualServices],
      },
    ],
  },
  {
    term: '--anomalies SHARE',
    meaning: [
      {
        pattern: 'how many of the sequences are anomalous, 0 to 1 ({0} unless told)',
        values: [usualAnomalies],
      },
    ],
  },
  { term: '--force', meaning: [{ pattern: 'overwrite the files of an earlier data set there', values: [] }] },
];

export const generateUsage: readonly UsageRow[] = [...sampleUsage, ...datasetUsage];
