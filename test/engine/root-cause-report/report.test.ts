import { describe, expect, test } from 'vitest';
import type { CitedRecords } from '../../../src/engine/citations/checked-citation';
import { checkedReport, reportLines } from '../../../src/engine/root-cause-report/checked-report';
import type { GivenReport } from '../../../src/engine/root-cause-report/given-report';
import { readReport } from '../../../src/engine/root-cause-report/read-report';
import { reportDescription, reportSchema } from '../../../src/engine/root-cause-report/report-schema';
import { bakery, recordsOf } from '../citations/records';

const full = {
  summary: 'The bakery could not order: the mill was not reachable.',
  needsActionNow: true,
  findings: [
    {
      severity: 'high',
      type: 'failed order',
      detail: 'An order could not be placed.',
      evidence: [{ line: 'L3', quote: 'could not place order 4711' }],
    },
  ],
  causes: [
    {
      cause: 'No route to the mill.',
      confidence: 0.8,
      evidence: [{ line: 'L3', quote: 'no route to mill' }],
    },
  ],
  nextChecks: ['Look at the router.'],
};

function read(text: string): GivenReport {
  const given = readReport(text);
  if ('problem' in given) throw new Error(given.problem.pattern);
  return given.report;
}

function problem(text: string): readonly unknown[] {
  const given = readReport(text);
  return 'problem' in given ? [given.problem.pattern, ...given.problem.values] : ['none'];
}

const check = (report: object) => finish(checkedReport(read(JSON.stringify(report)), recordsOf(bakery)));

function finish<Result>(steps: Generator<void, Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

describe('reading', () => {
  const bare = JSON.stringify(full);
  test.each([
    ['by itself', bare],
    ['in a fence', `\`\`\`json\n${bare}\n\`\`\``],
    ['with text around it', `Here {it} is:\n${bare}\nI hope } this helps {.`],
  ])('a report %s', (_, text) => {
    expect(read(text).findings[0].evidence).toEqual([
      {
        citations: [expect.objectContaining({ label: 'L3', document: '', firstLine: 3, lastLine: 3 })],
        quote: 'could not place order 4711',
      },
    ]);
  });

  test.each([
    ['a number', 3],
    ['digits', '3'],
    ['a citation', '[L3]'],
    ['a list', [3]],
  ])('a line as %s', (_, line) => {
    const [evidence] = read(
      JSON.stringify({ ...full, findings: [{ ...full.findings[0], evidence: [{ line }] }] }),
    ).findings[0].evidence;
    expect(evidence.citations.map(({ label }) => label)).toEqual(['L3']);
  });

  test('lines without quotes, words for severities, shares in percent', () => {
    const report = read(
      JSON.stringify({
        ...full,
        findings: [{ severity: 'Warning', type: 'x', description: 'y', lines: ['L2', 3] }],
        causes: [{ cause: 'z', confidence: '80 %', lines: 'L3-L5' }],
      }),
    );
    expect(report.findings[0]).toMatchObject({ severity: 'medium', detail: 'y' });
    expect(
      report.findings[0].evidence.flatMap(({ citations }) => citations.map(({ label }) => label)),
    ).toEqual(['L2', 'L3']);
    expect(report.causes[0]).toMatchObject({ confidence: 0.8 });
    expect(report.causes[0].evidence[0].citations[0].label).toBe('L3–5');
  });

  const lacks = 'The model’s report lacks “{0}”, or has something else there.';
  test.each([
    ['prose', 'It broke.', 'The model gave no report: there is no JSON object in its answer.'],
    ['JSON that ends too early', bare.slice(0, -20), lacks, 'summary'],
    ['a report without a summary', JSON.stringify({ ...full, summary: undefined }), lacks, 'summary'],
    [
      'a report that does not say whether to act',
      JSON.stringify({ ...full, needsActionNow: 'maybe' }),
      lacks,
      'needsActionNow',
    ],
    [
      'a cause without confidence',
      JSON.stringify({ ...full, causes: [{ cause: 'x' }] }),
      lacks,
      'causes[0].confidence',
    ],
    ['a finding that is a word', JSON.stringify({ ...full, findings: ['x'] }), lacks, 'findings[0]'],
    [
      'an unknown severity',
      JSON.stringify({ ...full, findings: [{ severity: 'odd', detail: 'x' }] }),
      lacks,
      'findings[0].severity',
    ],
  ])('says what is wrong with %s', (_, text, ...told) => {
    expect(problem(text)).toEqual(told);
  });

  test('puts placeholders back text by text: what is put back may hold what JSON cannot', () => {
    const restore = (text: string) => text.replace('<PATH_1>', 'C:\\Users\\"mia"');
    const given = readReport(JSON.stringify({ ...full, summary: 'Look at <PATH_1>.' }), restore);
    expect('report' in given && given.report.summary).toBe('Look at C:\\Users\\"mia".');
  });

  test('braces without end are given up', () => {
    expect(problem('{'.repeat(100_000))[0]).toMatch(/no JSON object/);
    expect(problem(`${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`)).toHaveLength(2);
  });
});

describe('holding a report against the log', () => {
  test('what stands in the log stays', () => {
    const checked = check(full);
    expect(checked.struck).toBe(0);
    expect(checked.findings[0].evidence[0]).toMatchObject({
      quote: 'could not place order 4711',
      citation: { label: 'L3', failure: null },
    });
    expect(checked.causes).toHaveLength(1);
  });

  test.each([
    ['a quote that is not there', [{ line: 'L3', quote: 'could not place order 4712' }], 1],
    ['a line that is not there', [{ line: 'L88', quote: '' }], 1],
    ['a line that is about something else', [{ line: 'L8', quote: '' }], 1],
    ['no evidence', [], 1],
    ['words that are no line', [{ line: 'the third', quote: '' }], 1],
  ])('a finding with %s goes', (_, evidence, struck) => {
    const checked = check({ ...full, findings: [{ ...full.findings[0], evidence }] });
    expect(checked.findings).toEqual([]);
    expect(checked.struck).toBe(struck);
  });

  test('of its evidence only what holds stays', () => {
    const evidence = [{ line: 'L88', quote: 'x' }, ...full.findings[0].evidence];
    const checked = check({ ...full, findings: [{ ...full.findings[0], evidence }] });
    expect(checked.findings[0].evidence.map(({ citation }) => citation.label)).toEqual(['L3']);
    expect(checked.struck).toBe(1);
  });

  test('a text in backticks that none of its lines holds takes the finding away', () => {
    const checked = check({ ...full, findings: [{ ...full.findings[0], detail: 'It set `max_ovens`.' }] });
    expect(checked.findings).toEqual([]);
    expect(checked.struck).toBe(1);
  });

  test('what a text cites by itself is its evidence, and stands no longer in it', () => {
    const finding = {
      ...full.findings[0],
      detail: 'Order 4711 could not be placed [L3] [L8].',
      evidence: [],
    };
    const checked = check({ ...full, findings: [finding], summary: 'It broke [L99].' });
    expect(checked.findings[0].detail).toBe('Order 4711 could not be placed.');
    expect(checked.findings[0].evidence.map(({ citation }) => citation.label)).toEqual(['L3']);
    expect(checked.summary).toBe('It broke.');
    expect(checked.struck).toBe(1);
  });

  test('the most probable cause comes first', () => {
    const unlikely = { ...full.causes[0], cause: 'The route to the mill was closed.', confidence: 0.1 };
    const checked = check({ ...full, causes: [unlikely, ...full.causes] });
    expect(checked.causes.map(({ confidence }) => confidence)).toEqual([0.8, 0.1]);
  });

  test('a long report is held against the log in steps that do not grow with it', () => {
    const evidence = Array.from({ length: 40 }, () => ({ line: 'L1-L8', quote: 'no route to mill' }));
    const findings = Array.from({ length: 40 }, () => ({ ...full.findings[0], evidence }));
    let looked = 0;
    let most = 0;
    const counting: CitedRecords = (document, line) => {
      looked++;
      return recordsOf(bakery)(document, line);
    };
    const steps = checkedReport(read(JSON.stringify({ ...full, findings })), counting);
    let count = 0;
    for (let step = steps.next(); !step.done; step = steps.next()) {
      most = Math.max(most, looked);
      looked = 0;
      count++;
    }
    expect(count).toBeGreaterThanOrEqual(40 * 40);
    expect(most).toBeLessThan(20);
  });

  test('asks only for lines it cites', () => {
    const report = read(JSON.stringify({ ...full, findings: [{ ...full.findings[0], detail: 'x [B:L1]' }] }));
    expect([...reportLines(report)]).toEqual([
      ['', [3]],
      ['B', [1]],
    ]);
  });
});

test('prompt and schema name the same fields', () => {
  for (const name of reportSchema.schema.required) expect(reportDescription).toContain(`"${name}"`);
  const { findings, causes } = reportSchema.schema.properties;
  for (const name of [...findings.items.required, ...causes.items.required])
    expect(reportDescription).toContain(`"${name}"`);
});
