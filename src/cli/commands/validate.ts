import { checkDatasets } from '../../node/datasets/check-datasets';
import { datasetPaths } from '../../node/datasets/dataset-paths';
import { verdictWordsBeside } from '../../node/datasets/verdict-words';
import { openLogFile } from '../../node/files/log-file';
import { validationJson } from '../output/validate-json';
import { validationText } from '../output/validate-text';
import { parseArguments } from '../parse-arguments';
import { countOf, oneOf, UsageError } from '../usage-error';
import type { Command, UsageRow } from './command';
import { openStdin, refuseTwice } from './open-logs';
import { formatRow } from './usage-rows';

const options = {
  'max-tokens': { type: 'string' },
  format: { type: 'string', default: 'text' },
} as const;

const usage: readonly UsageRow[] = [
  {
    term: 'FILE|FOLDER...',
    meaning: [
      {
        pattern: 'the files of one data set, or its folder, in any of the formats of docs/datasets.md;',
        values: [],
      },
      { pattern: 'files of one format are compared: name the splits together', values: [] },
      { pattern: '{0} is standard input', values: ['-'] },
      { pattern: 'Exit code 1: an error was found. Warnings alone leave it 0.', values: [] },
    ],
  },
  {
    term: '--max-tokens N',
    meaning: [
      { pattern: 'name examples that are longer: a token is 4 characters, or one ideograph', values: [] },
    ],
  },
  formatRow,
];

/** In the order they were named, those of a folder in the order of the splits. @throws UsageError */
async function pathsOf(named: readonly string[]): Promise<readonly string[]> {
  const found = await Promise.all(
    named.map(async (path) => {
      if (path === '-') return [path];
      const paths = await datasetPaths([path]);
      if (paths.length === 0) throw new UsageError({ ...noDataset, values: [path] });
      return paths;
    }),
  );
  return [...new Set(found.flat())];
}

const noDataset = {
  pattern: '{0} holds no file of a data set. Name files that end in .jsonl or .csv, or a folder of some.',
} as const;

export const validate: Command = {
  name: 'validate',
  summary: { pattern: 'Check files of training data: form, duplicates, leaks between splits', values: [] },
  synopsis: 'oddline validate FILE|FOLDER... [--max-tokens N] [--format text|json]',
  usage,
  async run(args, surroundings) {
    const { values, positionals } = parseArguments('validate', args, options);
    if (positionals.length === 0) {
      throw new UsageError({
        pattern: '{0} takes the files of a data set. See "{1}".',
        values: ['validate', 'oddline validate --help'],
      });
    }
    refuseTwice(positionals);
    const format = oneOf('--format', values.format, ['text', 'json']);
    const limit = values['max-tokens'];
    const maxTokens = limit === undefined ? undefined : countOf('--max-tokens', limit);
    const { out, progress } = surroundings;
    const onProgress = (share: number) => progress.showChecked(share);
    const open = (path: string) => (path === '-' ? openStdin({}, surroundings) : openLogFile(path));
    const verdictsOf = async (path: string) => (path === '-' ? undefined : verdictWordsBeside(path));
    const paths = await pathsOf(positionals);
    const task = { paths, maxTokens, onProgress, open, verdictsOf };
    const report = await checkDatasets(task).finally(() => progress.clear());
    await out.write(format === 'json' ? validationJson(report) : validationText(report, surroundings));
    return report.issues.some(({ severity }) => severity === 'error') ? 1 : 0;
  },
};
