import { describe, expect, it } from 'vitest';
import { incidentsIn, logOf, routine, type Said } from './incidents-in';

/** As syslog and plain text write: no level anywhere. */
const plain = ({ at, who, what }: Said) =>
  `${new Date(Date.UTC(2026, 4, 3, 8) + at * 1_000).toISOString()} ${who}[77]: ${what}`;

const cases: readonly (readonly [what: string, times: number, severity: string])[] = [
  ['Out of memory: process 4121 was killed', 1, 'critical'],
  ['connection refused by the mail relay', 3, 'medium'],
];

describe('a trouble in a log without levels', () => {
  it.each(cases)('is as bad as its words: %s, %d times', (what, times, severity) => {
    const trouble = Array.from({ length: times }, (_, i) => ({
      at: 900.1 + i,
      who: 'courier',
      level: 'info' as const,
      what,
    }));
    const { text } = logOf(plain, routine(['courier', 'ledger', 'pricing']), trouble);
    expect(incidentsIn(text).incidents.map((incident) => incident.severity)).toEqual([severity]);
  });
});
