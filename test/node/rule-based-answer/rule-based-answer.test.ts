import { describe, expect, test } from 'vitest';
import type { Incident } from '../../../src/engine/model/incident';
import type { LineNumber, SourceIndex } from '../../../src/engine/model/units';
import { answerText } from '../../../src/node/rule-based-answer/answer-text';
import {
  isRuleBased,
  type RuleBasedCommand,
  ruleBasedAnswer,
} from '../../../src/node/rule-based-answer/rule-based-answer';
import type { RuleBasedInput } from '../../../src/node/rule-based-answer/rule-based-input';
import type { ReportedFinding } from '../../../src/protocol/analysis';
import { sentenceText } from '../../../src/protocol/sentence';

const line = (number: number) => number as LineNumber;
const at = (second: number) => `${BigInt(Date.UTC(2026, 2, 14, 9, 26, second)) * 1_000_000n}`;

const incident: Incident = {
  id: '0011223344556677',
  severity: 'critical',
  category: 'database',
  title: { pattern: '{0}: {1}', values: ['pool', 'no *free* connection [L9]'] },
  source: 0 as SourceIndex,
  firstLine: line(40),
  worstLine: line(52),
  start: at(3),
  end: at(41),
  timeline: [
    {
      source: 0 as SourceIndex,
      line: line(40),
      time: at(3),
      role: 'first',
      count: 1,
      text: 'lease of `c7` is late',
    },
    {
      source: 0 as SourceIndex,
      line: line(52),
      time: at(30),
      role: 'worst',
      count: 12,
      text: 'no free connection',
    },
  ],
  services: ['pool', 'till'],
  loudest: 'till',
  ids: ['req-81'],
  hint: { pattern: 'begin with {0}: it was odd before the others', values: ['pool'] },
  ruledOut: [],
  findings: [],
};

const finding = {
  severity: 'high',
  score: 0.9,
  line: line(7),
  excerpt: 'five failed sign-ins of guest',
  category: 'security',
  reasons: [{ message: { pattern: '{0} of {1}', values: [5, 9] } }],
} as unknown as ReportedFinding;

const overview = {
  records: 1200,
  templates: 14,
  judged: { records: 1200, errors: 3, warnings: 0 },
  notJudged: [{ pattern: 'No record has a time.', values: [] }],
} as unknown as RuleBasedInput['report']['overview'];

const nothing: RuleBasedInput = {
  report: { verdict: 'quiet', overview, incidents: [], findings: [] },
  headlines: [],
  comparison: null,
};
const trouble: RuleBasedInput = {
  ...nothing,
  report: { verdict: 'findings', overview, incidents: [incident], findings: [finding] },
  headlines: [
    {
      kind: 'since',
      message: { pattern: 'Since {0}: {1}', values: ['09:26:03', 'it is late'] },
      line: 39 as never,
    },
  ],
};

/** As it is read, citations in brackets. */
function answered(command: RuleBasedCommand, input: RuleBasedInput): string {
  const { checked, citations, struck } = answerText(ruleBasedAnswer(command, input), sentenceText);
  expect(struck).toBe(0);
  expect(citations.every(({ isTrue }) => isTrue)).toBe(true);
  return checked.replace(/\uE000(\d+)\uE001/g, (_, index) => `[${citations[Number(index)].label}]`);
}

describe('the summary', () => {
  test('says what broke, since when, why and what next', () => {
    const text = answered('summary', trouble);
    expect(text.match(/^### .*$/gm)).toEqual([
      '### What broke',
      '### Since when',
      '### Why',
      '### What next',
    ]);
    expect(text).toContain(
      '- Critical · pool: no \\*free\\* connection \\[L9\\] [L40] [L52] · from 2026-03-14 09:26:03 to 2026-03-14 09:26:41 (UTC)',
    );
    expect(text).toContain('- Since 09:26:03: it is late [L40]');
    expect(text).toContain('- begin with pool: it was odd before the others');
  });

  test('says that nothing was found, what was looked at and what was not', () => {
    expect(answered('summary', nothing)).toBe(
      'Nothing unusual was found. What was looked at: 1,200 records of 14 kinds. Errors of a usual kind: 3; warnings: 0.\n\nIf something did break, this log does not show why: look into the logs of what else took part, or widen the time.\n\n- No record has a time.\n',
    );
  });

  /** An incident of these signs. */
  const told = (signs: readonly string[], more: Partial<Incident> = {}): RuleBasedInput => {
    const timeline = signs.map((text, index) => ({ ...incident.timeline[0], text, line: line(40 + index) }));
    return { ...trouble, report: { ...trouble.report, incidents: [{ ...incident, ...more, timeline }] } };
  };
  const withheld = '- There is not enough evidence for the cause';

  test.each([
    ['callers that got no answer', ['Call to tills failed: connection to tills:81 timed out after 9 ms']],
    ['callers that pass it on', ['A service it depends on is unavailable', 'Error 502 from tills']],
    ['callers that gave up', ['connection reset by peer', 'giving up after 3 retries']],
    ['a program that others saw end', ['tills was killed, exit code 137', 'Starting tills again after 7 s']],
    [
      'callers in Chinese',
      ['调用 tills 失败:连接 tills:81 超时', '上游 tills 返回 503', 'tills 无应答,放弃'],
    ],
  ])('withholds the cause where all signs are of others: %s', (_, signs) => {
    const text = answered('summary', told(signs));
    expect(text).toContain(`### Why\n\n${withheld}`);
    expect(text).toContain('should tell why. [L40]');
  });

  test.each([
    ['one sign speaks of itself', ['Call to tills failed: timed out', 'drawer is jammed']],
    ['a caller says why', ['Call to tills failed: certificate has expired']],
    ['a caller says why, in Chinese', ['调用 tills 失败:证书已过期']],
    ['it ran out of something', ['Out of memory, giving up']],
    ['it says on which machine it was', ['host=till-4 Gave up waiting for the ledger']],
  ])('does not where %s', (_, signs) => {
    expect(answered('summary', told(signs))).not.toContain(withheld);
  });

  test('does not call a mild line that came a few times a breakage', () => {
    const mild = { severity: 'low', findings: ['a'] } as const;
    const text = answered('summary', told(['slow drawer'], mild));
    expect(text).toContain(
      '### What stands out\n\nNo clear sign of trouble was found: what stands out is minor.',
    );
    const often = told(
      ['slow drawer', 'slow drawer', 'slow drawer', 'slow drawer', 'slow drawer', 'slow drawer'],
      mild,
    );
    expect(answered('summary', often)).toContain('### What broke');
    expect(answered('summary', told(['slow drawer'], { ...mild, severity: 'medium' }))).toContain(
      '### What broke',
    );
  });

  test('says of lines alone that they make no incident', () => {
    const text = answered('summary', { ...trouble, report: { ...trouble.report, incidents: [] } });
    expect(text).toContain('No incident was found, but some lines are unusual.');
    expect(text).toContain('- High · `five failed sign-ins of guest` [L7] · 5 of 9');
  });

  test('says what a comparison told', () => {
    const comparison = {
      findings: [{ score: 1, line: line(52), excerpt: 'no free connection' }],
      vanished: [{ message: 'lease renewed' }],
      totals: { vanished: 1 },
    } as unknown as RuleBasedInput['comparison'];
    const text = answered('summary', { ...trouble, comparison });
    expect(text).toContain('- only here: `no free connection` [L52]');
    expect(text).toContain('- missing here: `lease renewed`');
  });
});

test('the timeline tells the course, in order', () => {
  expect(
    answered('timeline', trouble)
      .split('\n')
      .filter((each) => each.startsWith('- ')),
  ).toEqual([
    "- 2026-03-14 09:26:03 · `lease of 'c7' is late` [L40] · first sign",
    '- 2026-03-14 09:26:30 · `no free connection` [L52] · worst · 12 records',
  ]);
});

test('what next: where it began before where it was loud', () => {
  expect(
    answered('next', trouble)
      .split('\n')
      .filter((each) => each.startsWith('- ')),
  ).toEqual([
    '- begin with pool: it was odd before the others',
    '- Read what stands before the first sign. [L40]',
    '- Then read the worst line. [L52]',
    '- Leave till for later: it is the loudest, and the loudest is often a victim.',
    '- Follow `req-81` through the log: records of the incident share it.',
    '- Find out whether it goes on: the log does not show its end.',
    '- Compare it with a log of a run that went well: what is new or missing names the cause.',
  ]);
});

test('security tells only what concerns it, and that silence proves nothing', () => {
  expect(answered('security', trouble)).toContain('- High · `five failed sign-ins of guest` [L7]');
  expect(answered('security', trouble)).not.toContain('free');
  expect(answered('security', nothing)).toMatch(
    /^Nothing that concerns security was found by the rules\. They know/,
  );
});

test('each answers a log without findings', () => {
  for (const command of ['timeline', 'next'] as const)
    expect(answered(command, nothing)).toContain('Nothing unusual was found.');
});

test.each([
  ['summary', true],
  ['timeline', true],
  ['next', true],
  ['security', true],
  ['rootcause', false],
  ['compare', false],
  [null, false],
] as const)('%s needs no model: %s', (command, expected) => {
  expect(isRuleBased(command)).toBe(expected);
});
