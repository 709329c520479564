import type { TimeWindow } from '../../node/files/time-window';
import type { NsText } from '../../protocol/log-source';
import { type OptionTable, type Parsed, parseArguments } from '../parse-arguments';
import { timeBoundOf } from '../time-option';
import { UsageError } from '../usage-error';
import { type RemoteLog, type RemoteValues, remoteLogOf, remoteOptions, thisMachine } from './remote-options';

export interface LogArguments<Options extends OptionTable> {
  readonly values: Parsed<Options & typeof remoteOptions>['values'];
  readonly positionals: readonly string[];
  readonly named: readonly string[];
  readonly remote: RemoteLog | undefined;
}

/**
 * The arguments of a command that reads logs. `named`: the files, and behind them the remote log under its own name. What follows `--`
 * is the command where `--command` stands before it. Throws UsageError, InputError.
 */
export function parseLogArguments<const Options extends OptionTable>(
  command: string,
  args: string[],
  options: Options,
): LogArguments<Options> {
  const { own, words } = split(args);
  const { values, positionals } = parseArguments(command, own, { ...options, ...remoteOptions });
  const now = BigInt(Date.now()) * 1_000_000n;
  const remote = remoteLogOf({ values: values as RemoteValues, words, now, env: process.env });
  const named = remote ? [...positionals, remote.name] : positionals;
  return { values: values as LogArguments<Options>['values'], positionals, named, remote };
}

/**
 * What of the logs is judged. Of a remote log all that was fetched: the clocks its texts were written by may differ from the server's.
 * `isAlone`: no file stands beside it.
 */
export function judgedWindow(
  { since, until }: Pick<RemoteValues, 'since' | 'until'>,
  remote: RemoteLog | undefined,
  isAlone: boolean,
): TimeWindow {
  if (remote === undefined || remote.query.kind === 'command')
    return { from: timeBoundOf('--since', since), until: timeBoundOf('--until', until) };
  if (isAlone) return { from: null, until: null };
  const asked = 'span' in remote.query ? remote.query.span : remote.query;
  return { from: since ? ns(asked.from) : null, until: until ? ns(asked.until) : null };
}

/** For commands that read all of a file, or all that a program writes: what is asked of a server has a time range all the same. Throws UsageError. */
export function refuseTimesOfFiles(
  { since, until }: Pick<RemoteValues, 'since' | 'until'>,
  remote: RemoteLog | undefined,
): void {
  const isAsked = remote !== undefined && remote.query.kind !== 'command';
  if (isAsked || (since ?? until) === undefined) return;
  throw new UsageError({
    pattern: '{0} goes with {1}. Name one of these, or leave {0} out.',
    values: ['--since, --until', '--loki, --elastic, --journal'],
  });
}

function ns(time: NsText | null): bigint | null {
  return time === null ? null : BigInt(time);
}

function split(args: readonly string[]): { own: string[]; words: readonly string[] } {
  const end = args.includes('--') ? args.indexOf('--') : args.length;
  const options = args.slice(0, end).flatMap(withJournalPath);
  if (options.includes('--command')) return { own: options, words: args.slice(end + 1) };
  return { own: [...options, ...args.slice(end)], words: [] };
}

/** `--journal` may stand alone, for this machine's own. */
function withJournalPath(argument: string, index: number, args: readonly string[]): string[] {
  const next = args[index + 1];
  const standsAlone = argument === '--journal' && (next === undefined || next.startsWith('-'));
  return [standsAlone ? `--journal=${thisMachine}` : argument];
}
