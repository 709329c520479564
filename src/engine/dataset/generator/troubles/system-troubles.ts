import { integer } from '../draws';
import { abnormal, notice, worst } from '../incidents/incident';
import { outboxJob } from '../jobs';
import { startUp } from '../start-up';
import { step } from '../step';
import type { Trouble } from './trouble';

const diskFull: Trouble = {
  kind: 'disk-full',
  category: 'system',
  severity: 'critical',
  origins: ['orders', 'inventory', 'payments'],
  lastsSeconds: 120,
  failsRequests: true,
  scenes: ({ origin, random }) => {
    const volume = `/var/lib/${origin}`;
    return [
      notice(0, abnormal(step(0, origin, 'WARN', `Volume ${volume} is ${integer(random, 96, 98)} % full`))),
      notice(
        9,
        abnormal(step(0, origin, 'ERROR', `Cannot append to ${volume}/journal: no space left on device`)),
      ),
      notice(
        14,
        worst(step(0, origin, 'FATAL', `Journal of ${origin} is damaged at its end, process stops`)),
      ),
      notice(100, [step(0, origin, 'INFO', `Volume ${volume} was enlarged, 41 % full`)]),
      notice(102, startUp(origin)),
    ];
  },
};

const memoryLeak: Trouble = {
  kind: 'memory-leak',
  category: 'system',
  severity: 'critical',
  origins: ['catalog', 'auth', 'cart'],
  lastsSeconds: 130,
  failsRequests: true,
  scenes: ({ origin }) => [
    notice(
      0,
      abnormal(step(0, origin, 'INFO', 'Full collection freed 3 MB only, heap stays at 489 of 512 MB')),
    ),
    notice(12, abnormal(step(0, origin, 'WARN', 'Threads stood still for 3170 ms to free memory'))),
    notice(
      20,
      worst(
        step(0, origin, 'FATAL', 'java.lang.OutOfMemoryError: Java heap space', {
          continuation: [
            '\tat java.base/java.util.HashMap.resize(HashMap.java:702)',
            `\tat com.example.shop.${origin}.RecentItems.remember(RecentItems.java:51)`,
            '\tat java.base/java.lang.Thread.run(Thread.java:1583)',
          ],
        }),
      ),
    ),
    notice(22, abnormal(step(0, 'supervisor', 'ERROR', `${origin} was killed, exit code 137`))),
    notice(95, abnormal(step(0, 'supervisor', 'WARN', `Starting ${origin} again after 73 s`))),
    notice(96, startUp(origin)),
  ],
};

const filesUsedUp: Trouble = {
  kind: 'files-used-up',
  category: 'system',
  severity: 'high',
  origins: ['shipping', 'auth', 'catalog'],
  lastsSeconds: 110,
  failsRequests: true,
  scenes: ({ origin }) => [
    notice(0, abnormal(step(0, origin, 'WARN', '1018 of 1024 file descriptors in use'))),
    notice(7, worst(step(0, origin, 'ERROR', 'Cannot accept a connection: too many open files'))),
    notice(41, abnormal(step(0, origin, 'ERROR', 'Cannot open /etc/shop/rates.csv: too many open files'))),
    notice(104, [step(0, origin, 'INFO', 'Closed 870 idle connections')]),
  ],
};

/** Nobody complains: what should be written is not. */
const jobStopped: Trouble = {
  kind: 'job-stopped',
  category: 'system',
  severity: 'low',
  origins: ['orders'],
  lastsSeconds: 3_600,
  failsRequests: false,
  stops: outboxJob,
  scenes: () => [],
};

export const systemTroubles: readonly Trouble[] = [diskFull, memoryLeak, filesUsedUp, jobStopped];
