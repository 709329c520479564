import { expect, it } from 'vitest';
import { incidentsIn } from './incidents-in';

const clock = (second: number) => new Date(Date.UTC(2026, 2, 14, 9, 0, second)).toISOString().slice(11, 19);
const usual = ['cron[12]: ran the hourly parts', 'tills[40]: settled batch 7', 'dhcp[8]: lease is good'];

/** An hour of a machine, and what is said besides at some seconds of it. */
function machine(said: readonly (readonly [second: number, text: string])[]): string {
  const lines = Array.from({ length: 1_800 }, (_, i) => [i * 2, usual[i % usual.length]] as const);
  return [...lines, ...said]
    .sort(([a], [b]) => a - b)
    .map(([second, text]) => `Mar 14 ${clock(second)} node7 ${text}\n`)
    .join('');
}

const killed = 'kernel: Out of memory: Killed process 4242 (java) total-vm:81234kB';
const failed = "systemd[1]: tills.service: Failed with result 'oom-kill'.";
const denied = 'sshd[7]: segfault at 10 ip 00007f error 4';

it.each<[string, readonly (readonly [number, string])[], number]>([
  [
    'the kernel kills a process and its service fails',
    [
      [2_000, killed],
      [2_001, failed],
    ],
    1,
  ],
  [
    'the service fails half an hour later',
    [
      [1_000, killed],
      [2_900, failed],
    ],
    2,
  ],
  [
    'two programs run into troubles of their own',
    [
      [2_000, killed],
      [2_001, denied],
    ],
    2,
  ],
])('%s', (_, said, incidents) => {
  expect(incidentsIn(machine(said)).incidents).toHaveLength(incidents);
});
