import { expect, test } from 'vitest';
import {
  containerLogs,
  podLogs,
  remoteCommand,
  remoteWords,
} from '../../../../src/node/sources/command/known-commands';

const container = {
  tool: 'docker',
  container: 'web',
  follow: false,
  timestamps: false,
  since: null,
  until: null,
} as const;
const pod = {
  pod: 'web-1',
  namespace: null,
  context: null,
  container: null,
  follow: false,
  previous: false,
  timestamps: false,
  since: null,
} as const;
const machine = { host: 'box', port: null, identityFile: null, remote: ['uptime'] } as const;
const all = ['--all-containers', '--prefix', '--ignore-errors', '--max-log-requests=50'];
const ssh = ['ssh', '-T', '-o', 'BatchMode=yes', '-o', 'ServerAliveInterval=20'];
const since = '1772323200123456789';

const cases: readonly { what: string; command: readonly string[]; expected: readonly string[] }[] = [
  { what: 'a container', command: containerLogs(container), expected: ['docker', 'logs', '--', 'web'] },
  {
    what: 'a container of podman, followed from a nanosecond on',
    command: containerLogs({ ...container, tool: 'podman', follow: true, timestamps: true, since }),
    expected: [
      'podman',
      'logs',
      '--follow',
      '--timestamps',
      '--since=2026-03-01T00:00:00.123456789Z',
      '--',
      'web',
    ],
  },
  {
    what: 'a container until the epoch',
    command: containerLogs({ ...container, until: '5' }),
    expected: ['docker', 'logs', '--until=1970-01-01T00:00:00.000000005Z', '--', 'web'],
  },
  { what: 'a pod', command: podLogs(pod), expected: ['kubectl', 'logs', ...all, '--', 'web-1'] },
  {
    what: 'one container of a pod elsewhere',
    command: podLogs({ ...pod, namespace: 'shop', context: '-odd', container: 'app', follow: true, since }),
    expected: [
      ...['kubectl', 'logs', '--follow', '--container=app', '--namespace=shop', '--context=-odd'],
      ...['--since-time=2026-03-01T00:00:00.123456789Z', '--', 'web-1'],
    ],
  },
  {
    what: 'the pod that crashed, which nobody can follow',
    command: podLogs({ ...pod, follow: true, previous: true }),
    expected: ['kubectl', 'logs', '--previous', ...all, '--', 'web-1'],
  },
  { what: 'another machine', command: remoteCommand(machine), expected: [...ssh, '--', 'box', 'uptime'] },
  {
    what: 'a file on another machine, with all that a name can hold',
    command: remoteCommand({
      host: 'me@box',
      port: 2222,
      identityFile: '/home/me/my key',
      remote: remoteWords.follow("it's; rm -rf ~", 100),
    }),
    expected: [
      ...[...ssh, '-p', '2222', '-i', '/home/me/my key', '--', 'me@box'],
      "tail -n 100 -F -- 'it'\\''s; rm -rf ~'",
    ],
  },
];

test.each(cases)('$what', ({ command, expected }) => {
  expect(command).toEqual(expected);
});

test.each([
  ['a host that is an option', () => remoteCommand({ ...machine, host: '-oProxyCommand=id' })],
  ['no host', () => remoteCommand({ ...machine, host: '' })],
  ['nothing to run', () => remoteCommand({ ...machine, remote: [] })],
  ['a NUL in a remote word', () => remoteCommand({ ...machine, remote: ['cat', 'a\0b'] })],
  ['a pod that is an option', () => podLogs({ ...pod, pod: '--kubeconfig=/tmp/x' })],
  ['a container that is an option', () => containerLogs({ ...container, container: '-f' })],
  ['a name with a NUL', () => containerLogs({ ...container, container: 'a\0' })],
])('%s is refused', (_, make) => {
  expect(make).toThrow(expect.objectContaining({ code: 'bad-name' }));
});
