import * as fc from 'fast-check';
import { chunking } from '../../properties/claims/chunking';
import { cutting } from '../../properties/claims/cutting';
import { anyDraws } from '../../properties/random-log';
import type { FuzzTarget } from './target';

const field = fc.oneof(
  fc.constantFrom(
    '',
    '"',
    '""',
    '"a',
    'b"',
    '"x\ny"',
    '"x\r\ny"',
    'a""b',
    ' ',
    '#Fields: date time',
    '<Event>',
  ),
  fc.constantFrom(
    '2026-06-12',
    '09:41:07',
    '2026-06-12T09:41:07Z',
    '1781257267',
    'error',
    '"crate 7, open"',
    '503',
  ),
  fc.string({ maxLength: 8 }),
);
const names = fc.subarray(['time', 'date', 'level', 'message', 'status', 'host', 'id', '"odd "" name"', ''], {
  minLength: 1,
});

/** Rows of fields nobody counted, behind names or none. */
const table = fc
  .record({
    names: fc.option(names),
    rows: fc.array(fc.array(field, { maxLength: 6 }), { maxLength: 30 }),
    delimiter: fc.constantFrom(',', ';', '\t', '|'),
    end: fc.constantFrom('\n', '\r\n', '\r'),
  })
  .map(({ names, rows, delimiter, end }) =>
    [...(names === null ? [] : [names]), ...rows].map((row) => row.join(delimiter)).join(end),
  );

export const tables: FuzzTarget = {
  name: 'rows of a table, quoted or not',
  input: fc.record({ bytes: table.map((text) => Buffer.from(text)), draws: anyDraws }),
  holds(input) {
    chunking.holds(input);
    cutting.holds(input);
  },
};
