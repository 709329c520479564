import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../../src/engine/model/finding';
import { incidentsIn, type Layout, layouts, routine } from '../incidents/incidents-in';

/** A routine log in which one record goes wrong in its middle; its further lines follow it. */
function analysisOf(layout: Layout, what: string, further: readonly string[]) {
  const said = routine(['courier', 'ledger'], 300);
  const lines = said.map(layout);
  lines.splice(300, 0, [layout({ at: 150, who: 'courier', level: 'error', what }), ...further].join('\n'));
  return incidentsIn(lines.join('\n'));
}

function findingsOf(layout: Layout, what: string, further: readonly string[] = []): readonly Finding[] {
  return analysisOf(layout, what, further).findings;
}

const routineWith = (further: readonly string[]) =>
  analysisOf(layouts.brackets, 'basket 7 left behind', further);

interface Case {
  readonly when: string;
  readonly further: readonly string[];
  readonly rule: string | undefined;
  /** Of the evidence, counted from the record's first. */
  readonly line?: number;
}

const cases: readonly Case[] = [
  {
    when: 'its exception stands on the next line',
    further: ['shop.MemoryError: Out of memory: heap', '\tat shop.Cart.fill(Cart.java:8)'],
    rule: 'out-of-memory',
    line: 1,
  },
  {
    when: 'an exception was caused by another, the graver counts',
    further: [
      'shop.CallError: connection refused',
      '\tat shop.A.b(A.java:8)',
      'Caused by: shop.E: Out of memory: heap',
    ],
    rule: 'out-of-memory',
    line: 3,
  },
  {
    when: 'of causes as grave the innermost counts',
    further: ['shop.E: Out of memory: heap', 'Caused by: shop.E: Out of memory: stack'],
    rule: 'out-of-memory',
    line: 2,
  },
  {
    when: 'frames name it',
    further: ['shop.E: oh', '\tat shop.OutOfMemory.check(A.java:8)'],
    rule: undefined,
  },
  { when: 'it has one line', further: [], rule: undefined },
];

const causeOf = (finding: Finding | undefined) =>
  finding?.reasons.find(({ message }) => message.pattern.includes('its cause says'));

describe('a record that does not say itself what went wrong', () => {
  it('is as grave as its cause, and counted so', () => {
    const alone = routineWith([]);
    const caused = routineWith(['shop.MemoryError: Out of memory: heap']);
    expect(alone.findings.map(({ severity }) => severity)).not.toContain('critical');
    expect(caused.findings.map(({ severity }) => severity)).toEqual(['critical']);
    expect(caused.findingCounts).toEqual({ low: 0, medium: 0, high: 0, critical: 1 });
  });

  it.each(cases)('when $when', ({ further, rule, line }) => {
    const [finding] = findingsOf(layouts.brackets, 'basket 7 left behind', further);
    const cause = causeOf(finding);
    expect(cause?.message.values[0]).toBe(rule);
    if (rule === undefined) return;
    expect(finding).toMatchObject({ category: 'system', hint: { pattern: expect.any(String) } });
    expect(cause?.evidence.map((evidence) => evidence.line)).toEqual([finding.line + (line ?? 0)]);
  });

  it('may hold it in a field of its own', () => {
    const withCause: Layout = (said) =>
      layouts.json(said).replace(/\}$/, ',"err":"dial: connection refused"}');
    const layout: Layout = (said) => (said.level === 'error' ? withCause(said) : layouts.json(said));
    const [finding] = findingsOf(layout, 'basket 7 left behind');
    expect(causeOf(finding)?.message.values[0]).toBe('connection-refused');
    expect(finding.category).toBe('network');
  });

  it('is left alone where its message fits a rule as grave', () => {
    const [finding] = findingsOf(layouts.brackets, 'Out of memory: basket 7', [
      'shop.E: Out of memory: heap',
    ]);
    expect(causeOf(finding)).toBeUndefined();
  });
});
