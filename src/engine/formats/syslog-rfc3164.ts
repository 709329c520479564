import { setComponent } from './header';
import { layoutFormat } from './layout/layout-format';
import type { Step } from './layout/step';

const kernelName = new TextEncoder().encode('kernel');

/** The one tag without a process id that journalctl writes. */
const kernel: Step = (bytes, pos, end, header) => {
  const after = pos + kernelName.length;
  if (after > end || !kernelName.every((byte, i) => bytes[pos + i] === byte)) return -1;
  setComponent(header, pos, after);
  return after;
};

/**
 * RFC 3164 as syslog daemons write it to files, with or without priority, pid and tag, and rsyslog's variant with ISO
 * times; journalctl with its other stamps.
 */
export const syslogRfc3164 = layoutFormat(
  'syslog-rfc3164',
  [
    '{?{priority}~}{time:rfc3164} {host=host} {tag}{message}',
    '{?{priority}~}{time:rfc3164} {host=host} {message}',
    '{?{priority}~}{time:iso} {host=host} {component:word}[{number=pid}]: {message}',
    '{time:iso} {host=host} {kernel}: {message}',
    '{time:weekday-iso} {?{zoneName} }{host=host} {tag}{message}',
    '{time:epoch} {host=host} {component:word}[{number=pid}]: {message}',
  ],
  [
    {
      line: 'Jun 12 09:41:07 edge7 dhclient[812]: bound to 10.1.2.3',
      time: '1781257267000000000',
      level: 'none',
      component: 'dhclient',
      message: 'bound to 10.1.2.3',
    },
    {
      line: '<12>Jun  2 09:41:07 edge7 kernel: eth0: link is down',
      time: '1780393267000000000',
      level: 'warn',
      component: 'kernel',
      message: 'eth0: link is down',
    },
    {
      line: 'Dec  1 00:00:00 edge7 cron(root)[9]: job done',
      time: '1764547200000000000',
      level: 'none',
      component: 'cron(root)',
      message: 'job done',
    },
    {
      line: 'Jun 12 09:41:08 edge7 last message repeated 3 times',
      time: '1781257268000000000',
      level: 'none',
      component: '',
      message: 'last message repeated 3 times',
    },
    {
      line: 'Jun 12 09:41:08 edge7 minilogd 2.1: restart.',
      time: '1781257268000000000',
      level: 'none',
      component: 'minilogd 2.1',
      message: 'restart.',
    },
    {
      line: '2026-06-12T09:41:07.250123+00:00 edge7 unitd[1]: started backup.timer',
      time: '1781257267250123000',
      level: 'none',
      component: 'unitd',
      message: 'started backup.timer',
      fields: { host: 'edge7', pid: '1' },
    },
    {
      line: '2026-06-12T09:41:07.250123+0000 edge7 kernel: eth0: link is up',
      time: '1781257267250123000',
      level: 'none',
      component: 'kernel',
      message: 'eth0: link is up',
    },
    {
      line: 'Fri 2026-06-12 09:41:07 CEST edge7 unitd[1]: started backup.timer',
      time: '1781257267000000000',
      level: 'none',
      component: 'unitd',
      message: 'started backup.timer',
    },
    {
      line: '1781257267.250123 edge7 unitd[1]: started backup.timer',
      time: '1781257267250123000',
      level: 'none',
      component: 'unitd',
      message: 'started backup.timer',
    },
  ],
  { elements: { kernel } },
);
