import type { BaselineModel } from '../../engine/baseline/baseline-model';
import { goodPaths } from '../../node/baselines/good-paths';
import { learnLogs, saveBaseline } from '../../node/baselines/learn-baseline';
import type { LearnedBaseline } from '../../protocol/baseline';
import { counted } from '../../protocol/sentence';
import { encodingOf } from '../encoding-option';
import { schema } from '../output/json';
import { fetchRemote } from '../remote/fetch-remote';
import { parseLogArguments, refuseTimesOfFiles } from '../remote/parse-log-arguments';
import type { RemoteLog } from '../remote/remote-options';
import { oneOf, UsageError } from '../usage-error';
import { segmentsOf, workersOf } from '../workers-option';
import type { Command, Surroundings } from './command';
import { storedFormats } from './format-rules';
import { learnUsage } from './learn-usage';
import { noteSources, openLogs } from './open-logs';
import { storedCorrections } from './template-corrections';

const options = {
  output: { type: 'string' },
  session: { type: 'string' },
  format: { type: 'string', default: 'text' },
  encoding: { type: 'string' },
  'no-store': { type: 'boolean', default: false },
  workers: { type: 'string' },
  since: { type: 'string' },
  until: { type: 'string' },
} as const;

interface Wishes {
  /** Files: logs and baselines. */
  readonly good: readonly string[];
  readonly remote: RemoteLog | undefined;
  readonly output: string;
  readonly session: string | undefined;
  readonly format: 'text' | 'json';
  readonly encoding: string | undefined;
  readonly heedsStore: boolean;
  readonly workers: number;
}

export const learn: Command = {
  name: 'learn',
  summary: { pattern: 'Learn from good logs what is normal, for analyze --baseline', values: [] },
  synopsis: 'oddline learn GOOD... --output FILE [options]',
  usage: learnUsage,
  async run(args, surroundings) {
    const wishes = wishesOf(args);
    const { logs, baseline } = await goodPaths(wishes.good);
    const { remote } = wishes;
    if (remote) await fetchRemote(remote, surroundings, process.env);
    const models = baseline === undefined ? [] : [baseline];
    for (const path of remote ? [...logs, remote.name] : logs)
      models.push(await learned(path, wishes, surroundings));
    await show(await saveBaseline(wishes.output, models), wishes, surroundings);
    return 0;
  },
};

function wishesOf(args: string[]): Wishes {
  const { values, positionals, named, remote } = parseLogArguments('learn', args, options);
  refuseTimesOfFiles(values, remote);
  if (named.length === 0 || values.output === undefined) {
    throw new UsageError({
      pattern: '{0} takes good logs, and {1} for the file to write. See "{2}".',
      values: ['learn', '--output FILE', 'oddline learn --help'],
    });
  }
  return {
    good: positionals,
    remote,
    output: values.output,
    session: values.session,
    format: oneOf('--format', values.format, ['text', 'json']),
    encoding: values.encoding === undefined ? undefined : encodingOf('--encoding', values.encoding),
    heedsStore: !values['no-store'],
    workers: workersOf(values.workers),
  };
}

/** Each log by itself: so it does not matter in which order they are named, or whether files of them are merged later. */
async function learned(path: string, wishes: Wishes, surroundings: Surroundings): Promise<BaselineModel> {
  const logs = await openLogs([path], wishes.encoding, surroundings);
  const paths = wishes.heedsStore ? [path] : [];
  try {
    return await learnLogs({
      logs,
      templateCorrections: wishes.heedsStore ? await storedCorrections(paths, surroundings) : [],
      formatCorrections: await storedFormats(paths, surroundings),
      sessionField: wishes.session,
      segments: segmentsOf(wishes.workers, surroundings),
      onProgress: (snapshot) => surroundings.progress.show(snapshot),
    });
  } finally {
    surroundings.progress.clear();
    noteSources(logs, surroundings);
  }
}

async function show(
  { path, logs, records, messages, bytes }: LearnedBaseline,
  { format }: Wishes,
  { out, tell }: Surroundings,
): Promise<void> {
  if (format === 'json')
    return out.write(`${JSON.stringify({ schema, path, logs, records, messages, bytes })}\n`);
  const parts = [
    counted(logs, '1 log', '{0} logs'),
    counted(records, '1 record', '{0} records'),
    counted(messages, '1 kind of message', '{0} kinds of message'),
  ].map(tell);
  await out.write(`${tell({ pattern: 'Learned {0}, {1}, {2}: {3}', values: [...parts, path] })}\n`);
}
