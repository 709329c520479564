import {
  alphanumeric,
  characters,
  digits,
  documentationAddress,
  hex,
  integer,
  padded,
  pick,
} from './draws.mjs';
import { moment } from './shapes.mjs';

/** @typedef {import('./draws.mjs').Random} Random */

/** Values beside a secret and in clean lines. @type {Readonly<Record<string, (random: Random) => string>>} */
const fillers = {
  ms: (random) => String(integer(random, 1, 9_000)),
  seconds: (random) => (integer(random, 1, 90_000) / 1_000).toFixed(3),
  number: (random) => String(integer(random, 1, 999)),
  count: (random) => String(integer(random, 1_000, 9_999_999)),
  bytes: (random) => String(integer(random, 1_024, 2_147_483_647)),
  big: (random) => String(integer(random, 1, 900) * 1_073_741_824),
  port: (random) => String(integer(random, 1_024, 65_535)),
  percent: (random) => `${(integer(random, 0, 1_000) / 10).toFixed(1)}%`,
  ratio: (random) => `${integer(random, 1, 40)}/${integer(random, 40, 90)}`,
  status: (random) => pick(random, ['200', '201', '204', '302', '401', '404', '500', '503']),
  address: documentationAddress,
  service: (random) => pick(random, ['orders', 'billing', 'search', 'mailer', 'ingest']),
  word: (random) => pick(random, ['alpha', 'delta', 'harbor', 'lemon', 'quartz', 'river']),
  Word: (random) => pick(random, ['Alpha', 'Delta', 'Harbor', 'Lemon', 'Quartz', 'River']),
  hex8: (random) => hex(random, 8),
  hex16: (random) => hex(random, 16),
  hex32: (random) => hex(random, 32),
  hex40: (random) => hex(random, 40),
  hex64: (random) => hex(random, 64),
  hex7: (random) => hex(random, 7),
  HEX8: (random) => hex(random, 8).toUpperCase(),
  uuid: (random) =>
    `${hex(random, 8)}-${hex(random, 4)}-4${hex(random, 3)}-${pick(random, ['8', '9', 'a', 'b'])}${hex(random, 3)}-${hex(random, 12)}`,
  pod: (random) => `${hex(random, 9)}-${characters(random, 'bcdfghjklmnpqrstvwxz2456789', 5)}`,
  date: (random) => {
    const { year, mm, dd } = moment(random);
    return `${year}-${mm}-${dd}`;
  },
  day: (random) => {
    const { year, mm, dd } = moment(random);
    return `${year}${mm}${dd}`;
  },
  clock: (random) => moment(random).clock,
  zone: (random) => pick(random, ['+08:00', '-0500', '+0000', 'Z', '+0530']),
  epoch: (random) => String(integer(random, 1_500_000_000, 1_799_999_999)),
  epochMs: (random) => `${integer(random, 1_500_000_000, 1_799_999_999)}${digits(random, 3)}`,
  epochUs: (random) => `${integer(random, 1_500_000_000, 1_799_999_999)}${digits(random, 6)}`,
  semver: (random) => `${integer(random, 0, 30)}.${integer(random, 0, 40)}.${integer(random, 0, 90)}`,
  version4: (random) =>
    `${integer(random, 1, 130)}.${integer(random, 0, 9)}.${integer(random, 0, 6_800)}.${integer(random, 0, 255)}`,
  smallVersion4: (random) => Array.from({ length: 4 }, () => integer(random, 0, 20)).join('.'),
  block: (random) => `${pick(random, ['', '-'])}${integer(random, 1, 9)}${digits(random, 18)}`,
  mac: (random) => Array.from({ length: 6 }, () => hex(random, 2)).join(':'),
  macDashed: (random) => Array.from({ length: 6 }, () => hex(random, 2).toUpperCase()).join('-'),
  wwn: (random) => Array.from({ length: 8 }, () => hex(random, 2)).join(':'),
  fingerprint: (random) => Array.from({ length: 16 }, () => hex(random, 2)).join(':'),
  dump: (random) => Array.from({ length: 16 }, () => hex(random, 2)).join(' '),
  words4: (random) => Array.from({ length: 8 }, () => hex(random, 4)).join(' '),
  coordinate: (random) => (integer(random, -90_000_000, 90_000_000) / 1_000_000).toFixed(6),
  order: (random) => `${moment(random).year}${digits(random, 8)}`,
  isbn: (random) =>
    `978-${integer(random, 0, 9)}-${digits(random, 2)}-${digits(random, 6)}-${integer(random, 0, 9)}`,
  ean: (random) => `40${digits(random, 11)}`,
  two: (random) => padded(integer(random, 0, 99), 2),
  integrity: (random) => `sha512-${characters(random, `${alphanumeric}+/`, 86)}==`,
  fingerprint256: (random) => `SHA256:${characters(random, `${alphanumeric}+/`, 43)}`,
  ulid: (random) => `01${characters(random, '0123456789ABCDEFGHJKMNPQRSTVWXYZ', 24)}`,
};

/** @param {string} pattern @param {Random} random @throws RangeError for a name that no filler has */
export function filled(pattern, random) {
  return pattern.replace(/\{(\w+)\}/g, (_, /** @type {string} */ name) => {
    const filler = fillers[name];
    if (filler === undefined) throw new RangeError(`No filler is called {${name}}`);
    return filler(random);
  });
}
