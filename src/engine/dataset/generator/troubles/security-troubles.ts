import { integer, type Random } from '../draws';
import { abnormal, notice, request, type Scene, worst } from '../incidents/incident';
import { step } from '../step';
import type { Trouble } from './trouble';

const intruder = (random: Random): string => `203.0.113.${integer(random, 1, 254)}`;

function guess(second: number, client: string): Scene {
  return request(
    second,
    abnormal(
      step(0, 'gateway', 'INFO', `POST /session from ${client}`),
      step(40, 'auth', 'INFO', 'Password not accepted for customer {customer}, try {quantity} of 5'),
      step(3, 'gateway', 'INFO', 'POST /session answered 401 in {elapsed} ms, {size} bytes'),
    ),
  );
}

const passwordsGuessed: Trouble = {
  kind: 'brute-force',
  category: 'security',
  severity: 'medium',
  origins: ['auth'],
  lastsSeconds: 90,
  failsRequests: false,
  scenes: ({ random }) => {
    const client = intruder(random);
    return [
      ...Array.from({ length: 70 }, (_, index) => guess(index, client)),
      notice(
        71,
        worst(
          step(0, 'auth', 'WARN', `Address ${client} locked out after 70 passwords that were not accepted`),
        ),
      ),
    ];
  },
};

const probes = [
  '/.env',
  '/wp-login.php',
  '/admin/config.php',
  '/.git/HEAD',
  '/phpmyadmin/index.php',
  '/server-status',
  '/cgi-bin/test.cgi',
  '/backup.sql',
  '/../../etc/passwd',
  '/actuator/env',
  '/solr/admin/info',
  '/vendor/phpunit/eval-stdin.php',
];

const probed: Trouble = {
  kind: 'path-scan',
  category: 'security',
  severity: 'medium',
  origins: ['gateway'],
  lastsSeconds: 70,
  failsRequests: false,
  scenes: ({ random }) => {
    const client = intruder(random);
    return [
      ...probes.map((path, index) =>
        request(
          index * 4,
          abnormal(
            step(0, 'gateway', 'INFO', `GET ${path} from ${client}`),
            step(2, 'gateway', 'INFO', `GET ${path} answered 404 in {elapsed} ms, {size} bytes`),
          ),
        ),
      ),
      notice(
        52,
        worst(step(0, 'gateway', 'WARN', `Forbidden path asked for 12 times by ${client}, access denied`)),
      ),
    ];
  },
};

/** One client takes the search for itself; it is served. */
const flooded: Trouble = {
  kind: 'client-flood',
  category: 'security',
  severity: 'low',
  origins: ['gateway'],
  lastsSeconds: 60,
  failsRequests: false,
  scenes: ({ random }) => {
    const client = intruder(random);
    return Array.from({ length: 160 }, (_, index) => {
      const arrival = step(0, 'gateway', 'INFO', `GET /search from ${client}`);
      return request(
        index * 0.35,
        index === 80 ? worst(arrival) : abnormal(arrival),
        abnormal(
          step(30, 'catalog', 'INFO', 'Search for "{term}" matched {count} products in {took} ms'),
          step(3, 'gateway', 'INFO', 'GET /search answered 200 in {elapsed} ms, {size} bytes'),
        ),
      );
    });
  },
};

const tokenForged: Trouble = {
  kind: 'forged-token',
  category: 'security',
  severity: 'medium',
  origins: ['auth'],
  lastsSeconds: 60,
  failsRequests: false,
  scenes: ({ random }) => {
    const client = intruder(random);
    const refused = step(4, 'auth', 'ERROR', `Signature of token {token} is forged, sent by ${client}`);
    return [0, 3, 7, 16, 30].map((second, index) =>
      request(
        second,
        [step(0, 'gateway', 'INFO', `POST /session/refresh from ${client}`)],
        index === 0 ? worst(refused) : abnormal(refused),
        abnormal(
          step(3, 'gateway', 'INFO', 'POST /session/refresh answered 403 in {elapsed} ms, {size} bytes'),
        ),
      ),
    );
  },
};

export const securityTroubles: readonly Trouble[] = [passwordsGuessed, probed, flooded, tokenForged];
