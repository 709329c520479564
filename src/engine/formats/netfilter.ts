import { layoutFormat } from './layout/layout-format';
import { pairFields } from './layout/pair-fields';

const heads = [
  '{?{priority}~}{time:rfc3164} {host=host} {component:word}: {?[~{uptime=uptime}] }',
  '{time:iso} {host=host} {component:word}: {?[~{uptime=uptime}] }',
  '[~{uptime=uptime}] ',
];

/** Packets that the Linux kernel's firewall logs: iptables, nftables, ufw, shorewall. The rule's name begins the message. */
export const netfilter = layoutFormat(
  'netfilter',
  heads.flatMap((head) => [
    `${head}{messageFromHere}{text=rule}~IN={?{word}} OUT=`,
    `${head}{messageFromHere}IN={?{word}} OUT=`,
  ]),
  [
    {
      line: 'Jun 12 09:41:07 edge7 kernel: [ 812.250123] [UFW BLOCK] IN=eth0 OUT= MAC=52:54:00:01 SRC=10.1.2.3 DST=10.1.2.4 LEN=60 PROTO=TCP SPT=3317 DPT=22 SYN URGP=0',
      time: '1781257267000000000',
      level: 'none',
      component: 'kernel',
      message:
        '[UFW BLOCK] IN=eth0 OUT= MAC=52:54:00:01 SRC=10.1.2.3 DST=10.1.2.4 LEN=60 PROTO=TCP SPT=3317 DPT=22 SYN URGP=0',
      fields: { rule: '[UFW BLOCK]', IN: 'eth0', OUT: '', SRC: '10.1.2.3', DPT: '22', uptime: '812.250123' },
    },
    {
      line: '2026-06-12T09:41:07.250+00:00 edge7 kernel: fw-drop: IN= OUT=eth1 SRC=10.1.2.4 DST=10.9.9.9 PROTO=UDP',
      time: '1781257267250000000',
      level: 'none',
      component: 'kernel',
      message: 'fw-drop: IN= OUT=eth1 SRC=10.1.2.4 DST=10.9.9.9 PROTO=UDP',
      fields: { rule: 'fw-drop:', PROTO: 'UDP' },
    },
    {
      line: '[  812.250123] IN=br0 OUT=br0 SRC=10.1.2.3 DST=10.1.2.4 PROTO=ICMP',
      time: null,
      level: 'none',
      component: '',
      message: 'IN=br0 OUT=br0 SRC=10.1.2.3 DST=10.1.2.4 PROTO=ICMP',
    },
  ],
  { messageFields: pairFields },
);
