import { Level } from '../model/level';
import { afterDigits, dash, slash } from '../time/ascii';
import { isBlank } from './header';
import { httpStatus } from './layout/header-elements';
import { layoutFormat } from './layout/layout-format';
import type { Step } from './layout/step';

/** `10/0/30/69/109`: at least three, -1 for a phase not reached, `+` before a total that still grew. */
const timers: Step = (bytes, pos, end) => {
  let at = pos;
  for (let count = 1; ; count++) {
    if (at < end && (bytes[at] === dash || bytes[at] === 0x2b)) at++;
    const after = afterDigits(bytes, at, end);
    if (after === at) return -1;
    if (after >= end || bytes[after] !== slash) return count >= 3 ? after : -1;
    at = after + 1;
  }
};

/** The salt of requests that ended before there was a status. */
const unanswered = 6;

/** As `{status}`, and -1 where the client left. */
const status: Step = (bytes, pos, end, header, context) => {
  if (pos + 1 >= end || bytes[pos] !== dash || bytes[pos + 1] !== 0x31)
    return httpStatus(bytes, pos, end, header, context);
  header.level = Level.warn;
  header.salt = unanswered;
  return pos + 2;
};

/** Who ended a session first: `-` nobody, C and c the client; S, s the server; P, L, R, I, U, K and D the proxy. */
const termination: Step = (bytes, pos, end, header) => {
  if (pos + 2 > end || isBlank(bytes[pos]) || isBlank(bytes[pos + 1])) return -1;
  const cause = String.fromCharCode(bytes[pos]);
  if (!'-CcSsPLRIUKD'.includes(cause)) return -1;
  header.level = 'SRI'.includes(cause) ? Level.error : 'sPUKD'.includes(cause) ? Level.warn : Level.info;
  header.salt = bytes[pos];
  return pos + 2;
};

const syslogHeads = [
  '{?{priority}~}{time:rfc3164} {host=host} {component:word}[{number=pid}]: ',
  '{time:iso} {host=host} {component:word}[{number=pid}]: ',
];
const ends = [
  '{messageFromHere}{word=frontend} {word=backend}/{word=server} {timers=timers} {status=status} {number=bytes} ',
  '{messageFromHere}{word=frontend} {word=backend}/{word=server} {timers=timers} {number=bytes} {termination=termination} ',
];

/** HAProxy's sessions, HTTP and TCP, behind a syslog header or without. Level and salt come from status or termination. */
export const haproxy = layoutFormat(
  'haproxy',
  ends.flatMap((end) => [
    ...syslogHeads.map((head) => `${head}{word=client} [{otherTime}] ${end}`),
    `{word=client} [{time:day-month-year}] ${end}`,
  ]),
  [
    {
      line: 'Jun 12 09:41:07 edge7 haproxy[812]: 10.1.2.3:3317 [12/Jun/2026:09:41:06.950] shop-in carts/c1 10/0/30/69/109 200 2750 - - ---- 1/1/1/1/0 0/0 "GET /carts/7 HTTP/1.1"',
      time: '1781257267000000000',
      level: 'info',
      component: 'haproxy',
      message: 'shop-in carts/c1 10/0/30/69/109 200 2750 - - ---- 1/1/1/1/0 0/0 "GET /carts/7 HTTP/1.1"',
      fields: { client: '10.1.2.3:3317', frontend: 'shop-in', backend: 'carts', server: 'c1', status: '200' },
    },
    {
      line: '<134>Jun 12 09:41:07 edge7 haproxy[812]: 10.1.2.3:3317 [12/Jun/2026:09:41:06.950] shop-in carts/<NOSRV> 0/-1/-1/-1/+5 503 212 - - SC-- 1/1/0/0/0 0/0 "POST /x HTTP/1.1"',
      time: '1781257267000000000',
      level: 'error',
      component: 'haproxy',
      message: 'shop-in carts/<NOSRV> 0/-1/-1/-1/+5 503 212 - - SC-- 1/1/0/0/0 0/0 "POST /x HTTP/1.1"',
    },
    {
      line: '10.1.2.3:3317 [12/Jun/2026:09:41:07.250] shop-in~ carts/c2 0/0/1/-1/7 -1 0 - - CD-- 1/1/0/0/0 0/0 "GET / HTTP/1.1"',
      time: '1781257267250000000',
      level: 'warn',
      component: '',
      message: 'shop-in~ carts/c2 0/0/1/-1/7 -1 0 - - CD-- 1/1/0/0/0 0/0 "GET / HTTP/1.1"',
    },
    {
      line: '2026-06-12T09:41:07.250+00:00 edge7 haproxy[812]: 10.1.2.3:3317 [12/Jun/2026:09:41:06.950] db-in db/d1 1/0/5007 212 sD 0/0/0/0/3 0/0',
      time: '1781257267250000000',
      level: 'warn',
      component: 'haproxy',
      message: 'db-in db/d1 1/0/5007 212 sD 0/0/0/0/3 0/0',
    },
  ],
  { elements: { timers, status, termination } },
);
