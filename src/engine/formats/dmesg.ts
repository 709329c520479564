import { layoutFormat } from './layout/layout-format';

const processor = '{?[~{word=processor}]}';

/** The Linux kernel's ring buffer: `dmesg`, with `-r`, `-x` and `-T`. Seconds since the start of the machine are no time. */
export const dmesg = layoutFormat(
  'dmesg',
  [
    `{word=facility}~:{level}~: [~{uptime=uptime}]${processor} {message}`,
    '{word=facility}~:{level}~: [{time:asctime}] {message}',
    `{?{priority}}[~{uptime=uptime}]${processor} {message}`,
    '[{time:asctime}] {message}',
  ],
  [
    {
      line: '[   12.345678] usb 1-1: new device number 2',
      time: null,
      level: 'none',
      component: '',
      message: 'usb 1-1: new device number 2',
      fields: { uptime: '12.345678' },
    },
    {
      line: '<4>[    0.000000][    T0] memory map is odd',
      time: null,
      level: 'warn',
      component: '',
      message: 'memory map is odd',
      fields: { processor: 'T0' },
    },
    {
      line: 'kern  :err   : [  812.250123] disk sda: no answer',
      time: null,
      level: 'error',
      component: '',
      message: 'disk sda: no answer',
      fields: { facility: 'kern' },
    },
    {
      line: '[Fri Jun 12 09:41:07 2026] eth0: link is up',
      time: '1781257267000000000',
      level: 'none',
      component: '',
      message: 'eth0: link is up',
    },
  ],
);
