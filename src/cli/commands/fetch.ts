import { createReadStream } from 'node:fs';
import { writeMerged } from '../../node/merging/write-merged';
import { grouped } from '../../protocol/sentence';
import { fetchRemote } from '../remote/fetch-remote';
import { parseLogArguments, refuseTimesOfFiles } from '../remote/parse-log-arguments';
import { fetchUsage } from '../remote/remote-usage';
import { UsageError } from '../usage-error';
import type { Command, Surroundings } from './command';

const options = {
  since: { type: 'string' },
  until: { type: 'string' },
  output: { type: 'string' },
} as const;

export const fetch: Command = {
  name: 'fetch',
  summary: { pattern: 'Save a log from a server, the journal or a command as a file', values: [] },
  synopsis:
    'oddline fetch --loki URL --query Q | --elastic URL | --journal | --command -- PROGRAM… [options]',
  usage: fetchUsage,
  async run(args, surroundings) {
    const { values, positionals, remote } = parseLogArguments('fetch', args, options);
    if (remote === undefined || positionals.length > 0) {
      throw new UsageError({
        pattern: '{0} takes a log that is no file. Name one with {1}.',
        values: ['fetch', '--loki, --elastic, --journal, --command'],
      });
    }
    refuseTimesOfFiles(values, remote);
    const { entries, notes } = await fetchRemote(remote, surroundings, process.env);
    for (const sentence of notes) surroundings.note(sentence);
    await save(remote.name, values.output, surroundings);
    if (values.output !== undefined) {
      surroundings.note({ pattern: '{0} entries are in {1}.', values: [grouped(entries), values.output] });
    }
    return 0;
  },
};

/** Byte for byte, whatever it is. */
async function save(name: string, output: string | undefined, { opened, out }: Surroundings): Promise<void> {
  const chunks = createReadStream(opened.fetched(name)?.path ?? name) as AsyncIterable<Uint8Array>;
  if (output !== undefined) return writeMerged(output, chunks, []);
  for await (const chunk of chunks) await out.writeBytes(chunk);
}
