import { describe, expect, it } from 'vitest';
import type { Incident } from '../../../src/engine/model/incident';
import type { LineNumber, SourceIndex } from '../../../src/engine/model/units';
import { type Differences, suggestions } from '../../../src/node/assistant/suggestions';
import { sentenceText } from '../../../src/protocol/sentence';

const line = 41 as LineNumber;
const incident: Incident = {
  ...{ id: 'a', severity: 'high', category: 'application', source: 0 as SourceIndex },
  title: { pattern: '{0}: {1} (felt by {2})', values: ['payment', 'connection refused', 'checkout'] },
  ...{
    firstLine: line,
    worstLine: line,
    end: null,
    timeline: [],
    ids: [],
    hint: null,
    ruledOut: [],
    findings: [],
  },
  start: '1777799160000000000',
  services: ['payment', 'checkout'],
  loudest: 'checkout',
};

function asked(
  incidents: readonly Incident[],
  differences?: Differences,
  findings: readonly string[] = [],
): string[] {
  const told = findings.map((excerpt, at) => ({ excerpt, line: (at + 1) as LineNumber, score: at / 10 }));
  return suggestions({ incidents, findings: told }, differences).map((one) => sentenceText(one));
}

describe('suggested questions', () => {
  it.each([
    [
      'the worst incident first',
      [{ ...incident, severity: 'low' as const, services: ['mail'] }, incident],
      'Why did payment say “connection refused” at 09:06?',
    ],
    ['the loudest', [incident], 'Is checkout the cause, or only the loudest?'],
    ['how it spread', [incident], 'How did the trouble of payment reach checkout?'],
    ['what came before', [incident], 'What changed right before line 41?'],
    [
      'whether they got in',
      [{ ...incident, category: 'security' as const }],
      'Did whoever tried this get in?',
    ],
    [
      'a trouble without a time',
      [{ ...incident, start: null }],
      'What caused “connection refused” (line 41)?',
    ],
    [
      'a trouble of nobody',
      [{ ...incident, services: [], title: { pattern: '“{0}”', values: ['no space'] } }],
      'What caused “no space” at 09:06?',
    ],
  ])('are about %s', (_, incidents, expected) => expect(asked(incidents)).toContain(expected));

  it('are about what a good log does not have', () => {
    const differences = { findings: [{ message: 'pool\n shrank' }], vanished: [{ message: 'job done' }] };
    expect(asked([], differences)).toContain(
      'Why does “pool shrank” stand in this log and not in the good one?',
    );
    expect(asked([], differences)).toContain('Why is “job done” missing from this log?');
  });

  it('are about the strongest finding where there is no incident', () => {
    expect(asked([], undefined, ['weak', 'odd'])[0]).toBe('What does “odd” in line 2 mean?');
  });

  it.each([
    ['nothing was found', []],
    ['much was found', [incident, { ...incident, id: 'b', services: ['ledger', 'mail'] }]],
    ['the same was found twice', [incident, incident]],
  ])('are three to five, all different, where %s', (_, incidents) => {
    const questions = asked(incidents);
    expect(questions.length).toBeGreaterThanOrEqual(3);
    expect(questions.length).toBeLessThanOrEqual(5);
    expect(new Set(questions).size).toBe(questions.length);
  });
});
