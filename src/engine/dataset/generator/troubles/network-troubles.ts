import { abnormal, notice, request, worst } from '../incidents/incident';
import { step } from '../step';
import type { Trouble } from './trouble';

const certificateExpired: Trouble = {
  kind: 'certificate-expired',
  category: 'network',
  severity: 'high',
  origins: ['payments', 'shipping'],
  lastsSeconds: 140,
  failsRequests: true,
  scenes: ({ origin }) => {
    const partner = `${origin}-partner.example.com`;
    return [
      notice(0, abnormal(step(0, origin, 'WARN', `Certificate of ${partner} has 0 days left`))),
      notice(
        6,
        worst(
          step(0, origin, 'ERROR', `No secure connection to ${partner}: certificate has expired`, {
            continuation: [
              'javax.net.ssl.SSLHandshakeException: path validation failed',
              `\tat com.example.shop.${origin}.PartnerClient.open(PartnerClient.java:77)`,
              'Caused by: java.security.cert.CertificateExpiredException',
            ],
          }),
        ),
      ),
      notice(
        61,
        abnormal(step(0, origin, 'ERROR', `No secure connection to ${partner}: certificate has expired`)),
      ),
      notice(130, [step(0, origin, 'INFO', `Certificate of ${partner} replaced`)]),
    ];
  },
};

const namesUnknown: Trouble = {
  kind: 'dns-failure',
  category: 'network',
  severity: 'high',
  origins: ['payments', 'shipping', 'auth'],
  lastsSeconds: 90,
  failsRequests: true,
  scenes: ({ origin }) => [
    notice(0, abnormal(step(0, origin, 'INFO', 'Name server 192.0.2.53 took 4012 ms, asking 192.0.2.54'))),
    notice(
      8,
      worst(
        step(
          0,
          origin,
          'ERROR',
          'Could not resolve host partner.example.com: temporary failure in name resolution',
        ),
      ),
    ),
    notice(
      50,
      abnormal(
        step(
          0,
          origin,
          'ERROR',
          'Could not resolve host rates.example.com: temporary failure in name resolution',
        ),
      ),
    ),
    notice(84, [step(0, origin, 'INFO', 'Name server 192.0.2.53 answers again')]),
  ],
};

const linesDropped: Trouble = {
  kind: 'connections-reset',
  category: 'network',
  severity: 'high',
  origins: ['inventory', 'catalog', 'cart'],
  lastsSeconds: 100,
  failsRequests: true,
  scenes: ({ origin }) => [
    notice(0, abnormal(step(0, origin, 'INFO', 'Network interface eth0: link went down, came up after 2 s'))),
    notice(5, worst(step(0, origin, 'ERROR', 'Lost 14 connections at once: connection reset by peer'))),
    notice(94, [step(0, origin, 'INFO', 'Network interface eth0: no packet lost for 30 s')]),
  ],
};

const turnedAway = step(4, 'shipping', 'WARN', 'Carrier turned a request away: 429 too many requests');

/** The carrier slows the shop down; quotes come from a table meanwhile. */
const rateLimited: Trouble = {
  kind: 'rate-limited',
  category: 'network',
  severity: 'medium',
  origins: ['shipping'],
  lastsSeconds: 110,
  failsRequests: false,
  scenes: () => [
    notice(0, abnormal(step(0, 'shipping', 'WARN', 'Carrier quota: 3 of 600 calls left in this window'))),
    ...[6, 13, 25, 31, 47, 58].map((second) =>
      request(
        second,
        [step(0, 'gateway', 'INFO', 'GET /shipping/quote from {client}')],
        abnormal(turnedAway),
        [step(3, 'gateway', 'INFO', 'GET /shipping/quote answered 200 in {elapsed} ms, {size} bytes')],
      ),
    ),
    notice(64, worst(step(0, 'shipping', 'ERROR', 'Tracking updates not read: carrier rate limit exceeded'))),
  ],
};

export const networkTroubles: readonly Trouble[] = [
  certificateExpired,
  namesUnknown,
  linesDropped,
  rateLimited,
];
