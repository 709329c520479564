import { type MinedLogs, mineLogs } from '../../node/analyse-logs';
import { encodingOf } from '../encoding-option';
import { templatesJson } from '../output/templates-json';
import { writeTemplatesText } from '../output/templates-text';
import { parseArguments } from '../parse-arguments';
import { oneOf, UsageError } from '../usage-error';
import type { Command, Surroundings } from './command';
import { noteSources, openLogs } from './open-logs';
import { noteOverruled, storedCorrections } from './template-corrections';
import { encodingRow, fileMeaning, formatRow, noStoreRow } from './usage-rows';

const options = {
  format: { type: 'string', default: 'text' },
  encoding: { type: 'string' },
  'no-store': { type: 'boolean', default: false },
} as const;

export const templates: Command = {
  name: 'templates',
  summary: { pattern: 'List the kinds of lines a log is made of', values: [] },
  synopsis: 'oddline templates FILE [options]',
  usage: [{ term: 'FILE', meaning: [fileMeaning] }, formatRow, encodingRow, noStoreRow],
  async run(args, surroundings) {
    const { values, positionals } = parseArguments('templates', args, options);
    if (positionals.length !== 1) {
      throw new UsageError({
        pattern: '{0} takes one log. Name a file, or {1} for standard input.',
        values: ['templates', '-'],
      });
    }
    const format = oneOf('--format', values.format, ['text', 'json']);
    const encoding = values.encoding === undefined ? undefined : encodingOf('--encoding', values.encoding);
    const mined = await mine(positionals[0], encoding, !values['no-store'], surroundings);
    noteSources(mined.sources, surroundings);
    noteOverruled(mined.session.correctionOutcomes, surroundings);
    if (format === 'json') await surroundings.out.writeAll(templatesJson(mined));
    else await writeTemplatesText(mined, surroundings);
    return 0;
  },
};

async function mine(
  path: string,
  encoding: string | undefined,
  heedsStore: boolean,
  surroundings: Surroundings,
): Promise<MinedLogs> {
  const logs = await openLogs([path], encoding, surroundings);
  const templateCorrections = heedsStore ? await storedCorrections([path], surroundings) : [];
  try {
    return await mineLogs({
      logs,
      templateCorrections,
      onProgress: (snapshot) => surroundings.progress.show(snapshot),
    });
  } finally {
    surroundings.progress.clear();
  }
}
