import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FilterTest } from '../../../src/engine/filter/filter';
import { parseClause } from '../../../src/extension/less-to-read/parse-clause';

const nanos = (iso: string) => `${BigInt(Date.parse(iso)) * 1_000_000n}`;
const span = { first: nanos('2026-03-14T06:00:00Z'), last: nanos('2026-03-14T18:00:00Z'), zone: 'UTC' };
const text = (what: string): FilterTest => ({
  kind: 'search',
  pattern: { kind: 'text', text: what, caseSensitive: false, wholeWord: false },
});
const regex = (what: string, caseSensitive: boolean): FilterTest => ({
  kind: 'search',
  pattern: { kind: 'regex', text: what, caseSensitive, wholeWord: false },
});

describe('what is typed to filter a log', () => {
  const cases: readonly (readonly [typed: string, mode: 'include' | 'exclude', test: FilterTest])[] = [
    ['gate jammed', 'include', text('gate jammed')],
    ['  gate jammed ', 'include', text('gate jammed')],
    ['-gate jammed', 'exclude', text('gate jammed')],
    ['! gate', 'exclude', text('gate')],
    ['"-5 degrees"', 'include', text('-5 degrees')],
    ['/gate \\d+/', 'include', regex('gate \\d+', true)],
    ['-/gate \\d+/i', 'exclude', regex('gate \\d+', false)],
    ['/a{,2}/', 'include', regex('a{,2}', true)],
    ['/half a pattern', 'include', text('/half a pattern')],
    ['level>=warn', 'include', { kind: 'level', atLeast: 'warn' }],
    ['-Level = WARNING', 'exclude', { kind: 'level', atLeast: 'warn' }],
    ['severity:high', 'include', { kind: 'severity', atLeast: 'high' }],
    ['lock=north', 'include', { kind: 'field', name: 'lock', value: 'north' }],
    ['lock.name="the north one"', 'include', { kind: 'field', name: 'lock.name', value: 'the north one' }],
    ['lock=north opened', 'include', text('lock=north opened')],
    [
      '09:00 to 09:30',
      'include',
      { kind: 'time', from: nanos('2026-03-14T09:00:00Z'), until: nanos('2026-03-14T09:30:00Z') },
    ],
    ['from 09:00', 'include', { kind: 'time', from: nanos('2026-03-14T09:00:00Z'), until: null }],
    ['09:30', 'include', text('09:30')],
    ['opened at 09:30', 'include', text('opened at 09:30')],
  ];
  it.each(cases)('%s', (typed, mode, test) => {
    expect(parseClause(typed, span)).toEqual({ kind: 'clause', clause: { mode, test, enabled: true } });
  });

  it.each([
    ['/gate (/', 'Not a regular expression: {0}'],
    ['level>=loud', 'Levels are trace, debug, info, warn, error and fatal.'],
    ['severity=loud', 'Severities are low, medium, high and critical.'],
  ])('%s is told to be none', (typed, pattern) => {
    expect(parseClause(typed, span)).toMatchObject({ kind: 'problem', problem: { pattern } });
  });

  it.each(['', '   '])('%j is nothing', (typed) => {
    expect(parseClause(typed, span)).toBeUndefined();
  });

  it('whatever is typed is a clause, a problem or nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        const parsed = parseClause(typed, span);
        if (typed.trim() !== '' && parsed === undefined) expect(typed.trim()).toBe('');
        if (parsed?.kind === 'problem') expect(typed).toMatch(/^\s*[-!]?\s*(\/|level|severity)/i);
      }),
    );
  });
});
