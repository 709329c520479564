import { generateShopLog } from '../../engine/dataset/generator/shop-log';
import { writeMerged } from '../../node/merging/write-merged';
import { grouped } from '../../protocol/sentence';
import { parseArguments } from '../parse-arguments';
import { pushSample } from '../remote/push-sample';
import { countOf, UsageError } from '../usage-error';
import type { Command, Surroundings, UsageRow } from './command';

const options = {
  seed: { type: 'string', default: '1' },
  lines: { type: 'string', default: '7000' },
  output: { type: 'string' },
  push: { type: 'string' },
  tenant: { type: 'string' },
  'ca-file': { type: 'string' },
} as const;

/** The shop's start and its incidents alone are half as many. */
const fewestLines = 2_000;

const usage: readonly UsageRow[] = [
  {
    term: '--seed N',
    meaning: [{ pattern: 'the same number gives the same log (1 unless told)', values: [] }],
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

export const generate: Command = {
  name: 'generate',
  summary: { pattern: 'Write a sample log of a small web shop with three incidents in it', values: [] },
  synopsis: 'oddline generate [--seed N] [--lines N] [--output FILE | --push URL]',
  usage,
  async run(args, surroundings) {
    const { values, positionals } = parseArguments('generate', args, options);
    if (positionals.length > 0) {
      throw new UsageError({
        pattern: '{0} takes no file. To write one, run "{1}".',
        values: ['generate', 'oddline generate --output FILE'],
      });
    }
    const records = Math.max(fewestLines, countOf('--lines', values.lines));
    const { text } = generateShopLog({ seed: countOf('--seed', values.seed), records });
    if (values.push !== undefined) {
      const tenant = values.tenant ?? null;
      await pushSample(text, { url: values.push, tenant, caFile: values['ca-file'] ?? null }, surroundings);
    } else await write(text, values.output, surroundings);
    return 0;
  },
};

async function write(text: string, output: string | undefined, { out }: Surroundings): Promise<void> {
  if (output === undefined) return out.write(text);
  await writeMerged(output, bytesOf(text), []);
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}
