import type { TimeBound } from '../../engine/model/time-bound';
import type { SourceIndex } from '../../engine/model/units';
import { readThrough } from '../../node/analyse-logs';
import { mergedRecordTexts, mergedText, type ReadLogs } from '../../node/merging/merged-text';
import { sourceNames } from '../../node/merging/source-names';
import { writeMerged } from '../../node/merging/write-merged';
import { encodingOf } from '../encoding-option';
import { mergedJson } from '../output/merged-json';
import { shownSafely } from '../output/shown-safely';
import { parseArguments } from '../parse-arguments';
import { timeBoundOf } from '../time-option';
import { oneOf, UsageError } from '../usage-error';
import { segmentsOf, workersOf } from '../workers-option';
import type { Command, Surroundings } from './command';
import { storedFormats } from './format-rules';
import { offsetsOf } from './merge-offsets';
import { mergeUsage } from './merge-usage';
import { noteSources, openLogs } from './open-logs';

const options = {
  offset: { type: 'string', multiple: true, default: [] as string[] },
  since: { type: 'string' },
  until: { type: 'string' },
  output: { type: 'string' },
  format: { type: 'string', default: 'text' },
  encoding: { type: 'string' },
  'no-store': { type: 'boolean', default: false },
  workers: { type: 'string' },
} as const;

interface Wishes {
  readonly paths: readonly string[];
  readonly names: readonly string[];
  readonly clockOffsets: readonly number[];
  readonly range: { readonly from: TimeBound; readonly until: TimeBound };
  readonly output: string | undefined;
  readonly format: 'text' | 'json';
  readonly encoding: string | undefined;
  readonly heedsStore: boolean;
  readonly workers: number;
}

export const merge: Command = {
  name: 'merge',
  summary: { pattern: 'Write several logs as one, in order of time', values: [] },
  synopsis: 'oddline merge FILE... [options]',
  usage: mergeUsage,
  async run(args, surroundings) {
    const wishes = wishesOf(args);
    const logs = await read(wishes, surroundings);
    noteUntimed(logs, wishes, surroundings);
    if (wishes.output === undefined) await print(logs, wishes, surroundings);
    else await writeMerged(wishes.output, written(logs, wishes), logs.sources);
    return 0;
  },
};

function wishesOf(args: string[]): Wishes {
  const { values, positionals: paths } = parseArguments('merge', args, options);
  if (paths.length === 0) {
    throw new UsageError({
      pattern: '{0} takes the logs to merge. See "{1}".',
      values: ['merge', 'oddline merge --help'],
    });
  }
  const names = sourceNames(paths);
  return {
    paths,
    names,
    clockOffsets: offsetsOf(values.offset, paths, names),
    range: { from: timeBoundOf('--since', values.since), until: timeBoundOf('--until', values.until) },
    output: values.output,
    format: oneOf('--format', values.format, ['text', 'json']),
    encoding: values.encoding === undefined ? undefined : encodingOf('--encoding', values.encoding),
    heedsStore: !values['no-store'],
    workers: workersOf(values.workers),
  };
}

async function read(wishes: Wishes, surroundings: Surroundings): Promise<ReadLogs> {
  const logs = await openLogs(wishes.paths, wishes.encoding, surroundings);
  try {
    return await readThrough({
      logs,
      formatCorrections: await storedFormats(wishes.heedsStore ? wishes.paths : [], surroundings),
      segments: segmentsOf(wishes.workers, surroundings),
      onProgress: (snapshot) => surroundings.progress.show(snapshot),
    });
  } finally {
    surroundings.progress.clear();
    noteSources(logs, surroundings);
  }
}

/** A log without times would be sought in vain among the others. */
function noteUntimed({ session }: ReadLogs, { paths }: Wishes, { note }: Surroundings): void {
  for (const [source, path] of paths.entries()) {
    if (session.linesOf(source as SourceIndex) === 0 || session.lines.hasTimes(source as SourceIndex))
      continue;
    note({ pattern: 'No record of {0} has a time: its lines stand at the end.', values: [path] });
  }
}

async function print(logs: ReadLogs, wishes: Wishes, { out }: Surroundings): Promise<void> {
  if (wishes.format === 'json') {
    for await (const piece of jsonOf(logs, wishes)) await out.write(piece);
    return;
  }
  const text = textOf(logs, wishes);
  if (!out.isTerminal) for await (const chunk of text) await out.writeBytes(chunk);
  else for await (const line of shownSafely(text)) await out.write(line);
}

async function* written(logs: ReadLogs, wishes: Wishes): AsyncGenerator<Uint8Array> {
  if (wishes.format === 'text') yield* textOf(logs, wishes);
  else for await (const piece of jsonOf(logs, wishes)) yield Buffer.from(piece);
}

function textOf(logs: ReadLogs, { names, ...options }: Wishes): AsyncGenerator<Uint8Array> {
  return mergedText(logs, names, options);
}

function jsonOf(logs: ReadLogs, wishes: Wishes): AsyncGenerator<string> {
  const { paths, names, clockOffsets } = wishes;
  const sources = paths.map((path, i) => ({
    path,
    name: names[i],
    lines: logs.session.linesOf(i as SourceIndex),
    offset: clockOffsets[i],
  }));
  return mergedJson(sources, mergedRecordTexts(logs, wishes));
}
