import { datasetFormats } from '../../engine/dataset/formats/formats';
import type { SequenceOptions } from '../../engine/dataset/generator/sequences/generate-sequences';
import { logLanguages } from '../../engine/dataset/generator/sequences/phrase';
import { fewestServices, mostServices } from '../../engine/dataset/generator/sequences/request-kinds';
import { type GeneratePlan, sequencesPlan, studyPlan } from '../../node/datasets/generate-wishes';
import { grouped } from '../../protocol/sentence';
import { countOf, oneOf, UsageError } from '../usage-error';
import { logFormat, mostSequences, usualAnomalies, usualSeed, usualServices } from './generate-usage';

/** Options as they were written; what is missing is undefined. */
export interface DatasetArguments {
  readonly sequences?: string | undefined;
  readonly preset?: string | undefined;
  readonly format?: string | undefined;
  readonly language?: string | undefined;
  readonly services?: string | undefined;
  readonly anomalies?: string | undefined;
  readonly seed?: string | undefined;
}

/** @throws UsageError */
export function datasetWishes(args: DatasetArguments): GeneratePlan {
  return args.preset === undefined ? ownWishes(args) : presetWishes(args.preset, args);
}

function ownWishes(args: DatasetArguments): GeneratePlan {
  const { format = 'sequence', anomalies = usualAnomalies } = args;
  const output = oneOf('--format', format, [...datasetFormats.map(({ name }) => name), logFormat]);
  const own = { count: sequencesOf(args.sequences ?? ''), anomalies: shareOf('--anomalies', anomalies) };
  return sequencesPlan({ ...commonOptions(args), ...own }, output);
}

const instructionFormats = ['alpaca', 'sharegpt', 'openai'] as const;

function presetWishes(name: string, args: DatasetArguments): GeneratePlan {
  const preset = oneOf('--preset', name, ['study']);
  for (const option of ['sequences', 'anomalies'] as const) {
    if (args[option] === undefined) continue;
    const values = [`--${option}`, `--preset ${preset}`];
    throw new UsageError({ pattern: '{0} is set by {1}. Leave one of them out.', values });
  }
  return studyPlan(commonOptions(args), oneOf('--format', args.format ?? 'alpaca', instructionFormats));
}

type CommonOptions = Pick<SequenceOptions, 'seed' | 'language' | 'services'>;

function commonOptions(args: DatasetArguments): CommonOptions {
  const { seed = usualSeed, language = 'en', services = usualServices } = args;
  return {
    seed: countOf('--seed', seed),
    language: oneOf('--language', language, logLanguages),
    services: servicesOf(services),
  };
}

function sequencesOf(value: string): number {
  const count = countOf('--sequences', value);
  if (count <= mostSequences) return count;
  const values = ['--sequences', grouped(mostSequences), value];
  throw new UsageError({ pattern: '{0} takes at most {1}, not {2}.', values });
}

function servicesOf(value: string): number {
  const count = Number(value);
  if (Number.isInteger(count) && count >= fewestServices && count <= mostServices) return count;
  const values = ['--services', fewestServices, mostServices, value];
  throw new UsageError({ pattern: '{0} takes a whole number from {1} to {2}, not "{3}".', values });
}

function shareOf(option: string, value: string): number {
  const share = Number(value);
  if (value.trim() !== '' && share >= 0 && share <= 1) return share;
  throw new UsageError({ pattern: '{0} takes a share from 0 to 1, not "{1}".', values: [option, value] });
}
