import type { Event } from '../events';
import {
  apache,
  apacheMillis,
  commaMillis,
  isoMicros,
  isoMillis,
  packed,
  redis,
  spaced,
  syslog,
  uptime,
} from '../stamps';
import type { Writers } from './writer';

const one =
  <Text extends string>(table: Readonly<Record<Event['level'], Text>>) =>
  (event: Event): Text =>
    table[event.level];

const postgres = one({ debug: 'DEBUG1', info: 'LOG', warn: 'WARNING', error: 'ERROR', fatal: 'FATAL' });
const mysql = one({ debug: 'Note', info: 'Note', warn: 'Warning', error: 'ERROR', fatal: 'ERROR' });
const sign = one({ debug: '-', info: '*', warn: '#', error: '#', fatal: '#' });
const status = one({ debug: '304', info: '200', warn: '404', error: '502', fatal: '503' });
const severity = one({ debug: '15', info: '14', warn: '12', error: '11', fatal: '10' });
const jvm = one({ debug: 'debug', info: 'info', warn: 'warning', error: 'error', fatal: 'error' });

const request = (event: Event): string => `"GET /${event.component}/${event.size} HTTP/1.1"`;

/** Logs of servers and systems, by the format that reads them. */
export const server: Writers = {
  postgresql: postgresLines,
  'mysql-error': (e) =>
    `${isoMicros(e)}Z ${e.pid} [${mysql(e)}] [MY-0${e.message.length}] [Server] ${e.message}`,
  'mysql-slow': slowLines,
  redis: (e) => `${e.pid}:M ${redis(e)} ${sign(e)} ${e.message}`,
  haproxy: (e) =>
    `${syslog(e)} edge7 haproxy[${e.pid}]: ${e.client}:${e.size} [${apacheMillis(e)}] shop-in ${e.component}/n1 1/0/2/3/7 ${status(e)} ${e.size} - - ---- 1/1/0/0/0 0/0 ${request(e)}`,
  netfilter: (e) =>
    `${syslog(e)} edge7 kernel: [${uptime(e)}] [UFW ${e.level === 'info' ? 'ALLOW' : 'BLOCK'}] IN=eth0 OUT= SRC=${e.client} DST=10.9.0.1 LEN=${e.size % 1500} PROTO=TCP SPT=${e.size} DPT=22 SYN`,
  'access-log': (e) => `${e.client} - - [${apache(e)}] ${request(e)} ${status(e)} ${e.size} "-" "curl/8.1"`,
  'cloud-access': (e) =>
    `https ${isoMicros(e)}Z app/shop/50dc ${e.client}:${e.pid} 10.9.0.1:80 0.001 0.${e.pid} 0.000 ${status(e)} ${status(e)} 34 ${e.size} ${request(e)} "curl/8.1"`,
  'syslog-rfc3164': (e) => `${syslog(e)} edge7 ${e.component}[${e.pid}]: ${e.message}`,
  'syslog-rfc5424': (e) =>
    `<${severity(e)}>1 ${isoMicros(e)}Z edge7 ${e.component} ${e.pid} - - ${e.message}`,
  dmesg: (e) => `[${uptime(e).padStart(12)}] ${e.component}: ${e.message}`,
  'java-gc': (e) =>
    `[${isoMillis(e)}+0000][${e.index * 2}.${e.pid}s][${jvm(e)}][gc,heap    ] GC(${e.index}) ${e.message}`,
};

function postgresLines(event: Event): string {
  const head = `${commaMillis(event).replace(',', '.')} UTC [${event.pid}] ann@${event.component}`;
  const lines = [`${head} ${postgres(event)}:  ${event.message}`];
  if (event.level === 'error') lines.push(`${head} STATEMENT:  update carts`, '\tset size = 7');
  return lines.join('\n');
}

function slowLines(event: Event): string {
  return [
    `# Time: ${event.index % 2 === 0 ? `${isoMicros(event)}Z` : packed(event)}`,
    `# User@Host: ann[ann] @ edge7 [${event.client}]`,
    `# Query_time: ${event.pid}.25  Rows_examined: ${event.size}`,
    `select * from ${event.component}`,
    `where day = '${spaced(event)}';`,
  ].join('\n');
}
