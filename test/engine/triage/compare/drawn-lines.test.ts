import { expect, it } from 'vitest';
import { looksDrawn } from '../../../../src/engine/triage/compare/drawn-lines';

it.each([
  ['│ on hosts.tf line 3', true],
  ['  ╰─▶ here', true],
  ['   |', true],
  ['41 |     book(total)', true],
  ['  --> src/ledger.rs:41:12', true],
  ['   = note: amounts are whole cents', true],
  ['| id | name |', false],
  ['a | b', false],
  ['41 hosts | 3 down', false],
  ['-- > 3', false],
  ['= 3', false],
  ['— a dash', false],
  ['', false],
])('%j: %s', (line, drawn) => {
  expect(looksDrawn(new TextEncoder().encode(line))).toBe(drawn);
});
