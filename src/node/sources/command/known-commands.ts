import { InputError } from '../../../protocol/input-error';
import type { NsText } from '../../../protocol/log-source';
import { posixWords } from './posix-word';

/** Commands as arrays of arguments for people who pick a container, a pod or a machine. All throw InputError `bad-name`. */

export interface ContainerLogs {
  readonly tool: 'docker' | 'podman';
  /** Its name or id. */
  readonly container: string;
  readonly follow: boolean;
  /** A time in front of every line, as the engine took it. */
  readonly timestamps: boolean;
  readonly since: NsText | null;
  readonly until: NsText | null;
}

export function containerLogs(logs: ContainerLogs): readonly string[] {
  return [
    logs.tool,
    'logs',
    ...flag('--follow', logs.follow),
    ...flag('--timestamps', logs.timestamps),
    ...option('--since', logs.since && rfc3339(logs.since)),
    ...option('--until', logs.until && rfc3339(logs.until)),
    '--',
    nameOf(logs.container),
  ];
}

export interface PodLogs {
  readonly pod: string;
  /** Null is what kubectl is set to. */
  readonly namespace: string | null;
  readonly context: string | null;
  /** Null is all of them. */
  readonly container: string | null;
  readonly follow: boolean;
  /** Of the container before the one that runs: what a crashed one wrote. Never follows. */
  readonly previous: boolean;
  readonly timestamps: boolean;
  readonly since: NsText | null;
}

/**
 * Each line says whose it is. A container that has no log (it waits to start, or never ran before) would end the command with those behind
 * it unread, and more than five at a time are followed only when asked for.
 */
const allContainers = ['--all-containers', '--prefix', '--ignore-errors', '--max-log-requests=50'];

export function podLogs(logs: PodLogs): readonly string[] {
  return [
    'kubectl',
    'logs',
    ...flag('--follow', logs.follow && !logs.previous),
    ...flag('--previous', logs.previous),
    ...flag('--timestamps', logs.timestamps),
    ...(logs.container === null ? allContainers : option('--container', logs.container)),
    ...option('--namespace', logs.namespace),
    ...option('--context', logs.context),
    ...option('--since-time', logs.since && rfc3339(logs.since)),
    '--',
    nameOf(logs.pod),
  ];
}

export interface RemoteCommand {
  /** `machine` or `user@machine`, or a name of ~/.ssh/config. */
  readonly host: string;
  readonly port: number | null;
  /** Path of a private key; null leaves it to ~/.ssh/config and the agent. */
  readonly identityFile: string | null;
  /** The program on the other machine, then its arguments: the shell there gives them back as they are. */
  readonly remote: readonly string[];
}

/** Nobody is there to type a password, and a connection that is gone is noticed within a minute. */
const unattended = ['-T', '-o', 'BatchMode=yes', '-o', 'ServerAliveInterval=20'];

export function remoteCommand({ host, port, identityFile, remote }: RemoteCommand): readonly string[] {
  if (remote.length === 0 || remote.some((word) => word.includes('\0'))) throw badName(remote[0] ?? '');
  return [
    'ssh',
    ...unattended,
    ...(port === null ? [] : ['-p', String(port)]),
    ...(identityFile === null ? [] : ['-i', identityFile]),
    '--',
    nameOf(host),
    posixWords(remote),
  ];
}

/** What `remoteCommand` is mostly given. A path that begins with `-` stays a path. */
export const remoteWords = {
  /** Goes on when the file is rotated; begins with its last `lines`. */
  follow: (path: string, lines: number) => ['tail', '-n', String(lines), '-F', '--', path],
  whole: (path: string) => ['cat', '--', path],
} as const;

function flag(name: string, isSet: boolean): readonly string[] {
  return isSet ? [name] : [];
}

/** In one argument with its value, which therefore is never taken for an option. */
function option(name: string, value: string | null): readonly string[] {
  return value === null ? [] : [`${name}=${value}`];
}

/** Behind `--` a name is no option; it is refused all the same, for wrappers that pass it on without. */
function nameOf(name: string): string {
  if (name === '' || name.startsWith('-') || name.includes('\0')) throw badName(name);
  return name;
}

function badName(name: string): InputError {
  return new InputError({
    code: 'bad-name',
    sentence: {
      pattern:
        '"{0}" is no name that can be asked for: it is empty, begins with "-" or holds a NUL. Write another one.',
      values: [name.slice(0, 200)],
    },
  });
}

/** With all nine digits. */
function rfc3339(time: NsText): string {
  const digits = time.padStart(10, '0');
  const seconds = new Date(Number(digits.slice(0, -9)) * 1000).toISOString().slice(0, -'.000Z'.length);
  return `${seconds}.${digits.slice(-9)}Z`;
}
