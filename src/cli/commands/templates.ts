import type { ParametersOf } from '../../engine/records/parameter-summaries';
import { type MinedLogs, mineLogs } from '../../node/analyse-logs';
import { openTexts } from '../../node/files/source-texts';
import type { SegmentPoolOptions } from '../../node/parallel/segment-pool';
import { encodingOf } from '../encoding-option';
import { templatesJson } from '../output/templates-json';
import { writeTemplatesText } from '../output/templates-text';
import { fetchRemote } from '../remote/fetch-remote';
import { parseLogArguments, refuseTimesOfFiles } from '../remote/parse-log-arguments';
import { remoteRows } from '../remote/remote-usage';
import { oneOf, UsageError } from '../usage-error';
import { segmentsOf, workersOf } from '../workers-option';
import type { Command, Surroundings, UsageRow } from './command';
import { storedFormats } from './format-rules';
import { filesOf, noteSources, openLogs } from './open-logs';
import { noteOverruled, storedCorrections } from './template-corrections';
import { encodingRow, fileMeaning, formatRow, noStoreRow, rotatedRow, workersRow } from './usage-rows';

const options = {
  format: { type: 'string', default: 'text' },
  encoding: { type: 'string' },
  parameters: { type: 'boolean', default: false },
  rotated: { type: 'boolean', default: false },
  'no-store': { type: 'boolean', default: false },
  since: { type: 'string' },
  until: { type: 'string' },
  workers: { type: 'string' },
} as const;

const parametersRow: UsageRow = {
  term: '--parameters',
  meaning: [{ pattern: 'say what the values in each template look like (takes longer)', values: [] }],
};

export const templates: Command = {
  name: 'templates',
  summary: { pattern: 'List the kinds of lines a log is made of', values: [] },
  synopsis: 'oddline templates FILE [options]',
  usage: [
    { term: 'FILE', meaning: [fileMeaning] },
    ...remoteRows,
    formatRow,
    parametersRow,
    rotatedRow,
    encodingRow,
    noStoreRow,
    workersRow,
  ],
  async run(args, surroundings) {
    const { values, positionals, named, remote } = parseLogArguments('templates', args, options);
    if (named.length !== 1) {
      throw new UsageError({
        pattern: '{0} takes one log. Name a file, or {1} for standard input.',
        values: ['templates', '-'],
      });
    }
    refuseTimesOfFiles(values, remote);
    const format = oneOf('--format', values.format, ['text', 'json']);
    const encoding = values.encoding === undefined ? undefined : encodingOf('--encoding', values.encoding);
    const files = remote ? named : await filesOf(positionals, values.rotated);
    if (remote) await fetchRemote(remote, surroundings, process.env);
    const segments = segmentsOf(workersOf(values.workers), surroundings);
    const mined = await mine({ files, encoding, segments, heedsStore: !values['no-store'] }, surroundings);
    noteSources(mined.sources, surroundings);
    noteOverruled(mined.session.correctionOutcomes, surroundings);
    const parametersOf = values.parameters ? await parametersIn(mined) : undefined;
    if (format === 'json') await surroundings.out.writeAll(templatesJson(mined, files, parametersOf));
    else await writeTemplatesText(mined, parametersOf, surroundings);
    return 0;
  },
};

/** A tenth of what the editor looks at for one template: here it is done for all of them. */
const mostRecords = 2000;

async function parametersIn({ session, sources }: MinedLogs): Promise<ParametersOf> {
  return session.templates.allParameterSummaries(await openTexts(sources), mostRecords);
}

interface Wishes {
  readonly files: readonly string[];
  readonly encoding: string | undefined;
  readonly segments: SegmentPoolOptions;
  readonly heedsStore: boolean;
}

async function mine(
  { files, encoding, segments, heedsStore }: Wishes,
  surroundings: Surroundings,
): Promise<MinedLogs> {
  const logs = await openLogs(files, encoding, surroundings);
  const templateCorrections = heedsStore ? await storedCorrections(files, surroundings) : [];
  const formatCorrections = await storedFormats(heedsStore ? files : [], surroundings);
  try {
    return await mineLogs({
      logs,
      segments,
      templateCorrections,
      formatCorrections,
      onProgress: (snapshot) => surroundings.progress.show(snapshot),
    });
  } finally {
    surroundings.progress.clear();
  }
}
