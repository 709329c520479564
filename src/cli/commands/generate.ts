import { generateShopLog } from '../../engine/dataset/generator/shop-log';
import { generateDataset, writeGenerated } from '../../node/datasets/generate-dataset';
import { writeMerged } from '../../node/merging/write-merged';
import { generatedText } from '../output/generate-text';
import { parseArguments } from '../parse-arguments';
import { pushSample } from '../remote/push-sample';
import { tellerFor } from '../terminal/language';
import { untilSignalled } from '../until-signalled';
import { countOf, UsageError } from '../usage-error';
import type { Command, Surroundings } from './command';
import { type DatasetArguments, datasetWishes } from './dataset-wishes';
import { fewestLines, generateUsage, usualSeed } from './generate-usage';
import { versionOf } from './help';

const sampleOptions = {
  lines: { type: 'string' },
  output: { type: 'string' },
  push: { type: 'string' },
  tenant: { type: 'string' },
  'ca-file': { type: 'string' },
} as const;

const datasetOptions = {
  sequences: { type: 'string' },
  preset: { type: 'string' },
  format: { type: 'string' },
  language: { type: 'string' },
  services: { type: 'string' },
  anomalies: { type: 'string' },
  out: { type: 'string' },
  force: { type: 'boolean' },
} as const;

const options = { seed: { type: 'string' }, ...sampleOptions, ...datasetOptions } as const;

/** `--lines` and `--tenant` …, as they were written. */
interface SampleArguments {
  readonly seed?: string | undefined;
  readonly lines?: string | undefined;
  readonly output?: string | undefined;
  readonly push?: string | undefined;
  readonly tenant?: string | undefined;
  readonly 'ca-file'?: string | undefined;
}

interface FolderArguments extends DatasetArguments {
  readonly out?: string | undefined;
  readonly force?: boolean | undefined;
}

export const generate: Command = {
  name: 'generate',
  summary: {
    pattern:
      'Write a sample log of a small web shop with three incidents in it, or training data with known faults',
    values: [],
  },
  synopsis:
    'oddline generate [--seed N] [--lines N] [--output FILE | --push URL] | --sequences N --out FOLDER | --preset study --out FOLDER',
  usage: generateUsage,
  async run(args, surroundings) {
    const { values, positionals } = parseArguments('generate', args, options);
    if (positionals.length > 0) {
      throw new UsageError({
        pattern: '{0} takes no file. To write one, run "{1}".',
        values: ['generate', 'oddline generate --output FILE'],
      });
    }
    const isDataset = values.sequences !== undefined || values.preset !== undefined;
    refuseOthers(values, isDataset);
    if (isDataset) await writeDataset(values, surroundings);
    else await writeSample(values, surroundings);
    return 0;
  },
};

/** An option that would have no effect is a mistake. */
function refuseOthers(written: Readonly<Record<string, unknown>>, isDataset: boolean): void {
  const others = Object.keys(isDataset ? sampleOptions : datasetOptions);
  const one = others.find((name) => written[name] !== undefined);
  if (one === undefined) return;
  const values = [`--${one}`, '--sequences N | --preset study'];
  if (!isDataset) throw new UsageError({ pattern: '{0} is of data sets. Add {1}.', values });
  throw new UsageError({
    pattern: '{0} is of the sample log, and a data set was asked for by {1}. Leave one of them out.',
    values,
  });
}

async function writeSample(values: SampleArguments, surroundings: Surroundings): Promise<void> {
  const records = Math.max(fewestLines, countOf('--lines', values.lines ?? '7000'));
  const { text } = generateShopLog({ seed: countOf('--seed', values.seed ?? usualSeed), records });
  if (values.push === undefined) await write(text, values.output, surroundings);
  else {
    const tenant = values.tenant ?? null;
    await pushSample(text, { url: values.push, tenant, caFile: values['ca-file'] ?? null }, surroundings);
  }
}

async function write(text: string, output: string | undefined, { out }: Surroundings): Promise<void> {
  if (output === undefined) return out.write(text);
  await writeMerged(output, bytesOf(text), []);
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}

async function writeDataset(
  values: FolderArguments,
  { out, installation, tell }: Surroundings,
): Promise<void> {
  const folder = values.out;
  if (folder === undefined) {
    throw new UsageError({
      pattern: 'A data set is several files. Say where they go: {0}',
      values: ['--out FOLDER'],
    });
  }
  const { options, parts, preset, command } = datasetWishes(values);
  const whole = ['oddline', 'generate', ...command];
  // The card is a file of the data set, so it is in its language whoever runs this.
  const say = tellerFor({ LANG: options.language }, installation);
  const card = { version: versionOf(installation), command: whole, preset, say };
  const wishes = { options, parts, card, replaces: values.force ?? false };
  const dataset = await generateDataset(folder, wishes);
  await untilSignalled((signal) => writeGenerated(folder, dataset, wishes, signal));
  await out.write(generatedText(dataset, folder, `${whole.join(' ')} --out FOLDER`, tell));
}
