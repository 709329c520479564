import type { Sentence } from '../../engine/model/finding';
import { openRemoteSpool } from '../../node/sources/remote-spool';
import { InputError } from '../../protocol/input-error';
import { grouped } from '../../protocol/sentence';
import type { FetchEstimate, FetchSummary } from '../../protocol/sources';
import type { Surroundings } from '../commands/command';
import { untilSignalled } from '../until-signalled';
import type { RemoteLog } from './remote-options';
import type { Environment } from './secrets';

/** What is fetched without asking: a minute from most servers. */
const mostEntries = 1_000_000;
const mostBytes = 1 << 30;

type Fetching = Pick<Surroundings, 'opened' | 'progress'>;

/**
 * Fetches the log into a private file, once it is clear that it is not too much; `openLogs` finds it there by its name, and it goes when
 * the command has ended. Throws InputError.
 */
export async function fetchRemote(
  remote: RemoteLog,
  { opened, progress }: Fetching,
  env: Environment,
): Promise<FetchSummary> {
  // Nobody who reads files waits for what speaks HTTP to be loaded.
  const { remoteService } = await import('./remote-service');
  const service = remoteService(env, (snapshot) => progress.showFetch(snapshot));
  const spool = await openRemoteSpool();
  opened.stands(remote.name, spool, []);
  const { source, query } = remote;
  const summary = await untilSignalled(async (signal) => {
    if (!isBounded(remote)) refuseTooMuch(await service.estimate({ source, query }, signal));
    return service.fetch({ id: 1, source, query, spool: spool.path }, signal);
  }).finally(() => progress.clear());
  opened.stands(remote.name, spool, summary.notes);
  if (summary.bytes === 0) throw nothingThere(remote);
  return summary;
}

/** Someone who said how much, or that it may be any amount, is not asked again; of a command nobody knows. */
function isBounded({ query, isUnlimited }: RemoteLog): boolean {
  return isUnlimited || query.kind === 'command' || query.limit !== null;
}

function refuseTooMuch({ entries, bytes, notes }: FetchEstimate): void {
  if ((entries ?? 0) <= mostEntries && (bytes ?? 0) <= mostBytes) return;
  const [sentence] = [
    ...(entries === null ? [] : [tooManyEntries(entries, bytes)]),
    ...(bytes === null ? [] : [tooManyBytes(bytes)]),
    ...notes,
  ];
  throw new InputError({ code: 'remote-too-much', sentence });
}

function tooManyEntries(entries: number, bytes: number | null): Sentence {
  if (bytes === null) {
    return {
      pattern:
        'The query asks for about {0} entries. Name {1} for the newest N, a later {2}, or {3} to fetch them all.',
      values: [grouped(entries), ...cures],
    };
  }
  return {
    pattern:
      'The query asks for about {0} entries, {1} MB. Name {2} for the newest N, a later {3}, or {4} to fetch them all.',
    values: [grouped(entries), megabytes(bytes), ...cures],
  };
}

function tooManyBytes(bytes: number): Sentence {
  return {
    pattern:
      'The query asks for about {0} MB. Name {1} for the newest N entries, a later {2}, or {3} to fetch them all.',
    values: [megabytes(bytes), ...cures],
  };
}

const cures = ['--limit N', '--since', '--yes'];

function megabytes(bytes: number): string {
  return grouped(Math.ceil(bytes / 2 ** 20));
}

function nothingThere({ name, query }: RemoteLog): InputError {
  const sentence: Sentence =
    query.kind === 'command'
      ? { pattern: '{0}: nothing was written. Check its arguments.', values: [name] }
      : {
          pattern: '{0}: nothing was found in that time. Check the query, or ask for a longer time.',
          values: [name],
        };
  return new InputError({ code: 'remote-empty', sentence });
}
