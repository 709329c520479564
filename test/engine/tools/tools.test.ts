import { beforeAll, describe, expect, it } from 'vitest';
import { generateShopLog } from '../../../src/engine/dataset/generator/shop-log';
import type { ComparedLogs } from '../../../src/engine/tools/compared-logs';
import type { LogToolName } from '../../../src/engine/tools/tool';
import { toolDeclarations } from '../../../src/engine/tools/tools';
import { type AnalysedLog, analysedLog, linesOf, shownLines } from './analysed-log';

const { text, incidents } = generateShopLog({ seed: 4, records: 2500 });
const lines = linesOf(text);
const [half, rest] = [lines.slice(0, 1000), lines.slice(1000)].map((part) => `${part.join('\n')}\n`);
let shop: AnalysedLog;
let parted: AnalysedLog;

beforeAll(async () => {
  shop = await analysedLog({ files: [text] });
  parted = await analysedLog({ files: [half, rest] });
});

describe('the table of tools', () => {
  it('names each tool once and describes all it takes', () => {
    const names = toolDeclarations.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { description, schema } of toolDeclarations) {
      expect(description).toMatch(/\.$/);
      expect(schema.required.every((name) => Object.hasOwn(schema.properties, name))).toBe(true);
      for (const property of Object.values(schema.properties)) expect(property.description).toMatch(/\.$/);
    }
  });
});

describe('what tools answer', () => {
  const first = incidents[0];

  it.each<[string, LogToolName, object, readonly RegExp[]]>([
    [
      'the overview says what is known of the log',
      'get_overview',
      {},
      [
        /format time-level/,
        /zone UTC/,
        /from 2026-03-14T09:/,
        /^incident \w{16}: /m,
        /^template \d+ ×/m,
        /verdict: some lines/,
      ],
    ],
    [
      'incidents come with lines',
      'list_incidents',
      {},
      [/^incident \w{16}: \w+, \w+\. /m, /^L\d+: 2026/m, /where to look: /],
    ],
    [
      'templates come with count, level and place',
      'list_templates',
      { sort: 'rarity' },
      [/^template \d+ ×1 warn, L\d+ \(/m],
    ],
    [
      'templates are filtered',
      'list_templates',
      { text: 'CIRCUIT to', level: 'warn' },
      [/Of \d+ templates in all/, /Circuit to orders opened/],
    ],
    [
      'a text is found in any case',
      'search_log',
      { text: 'connection POOL' },
      [/^L\d+: .*Connection pool orders-db/m],
    ],
    ['case may count', 'search_log', { text: 'connection POOL', case_sensitive: true }, [/^No line matches/]],
    [
      'a pattern is found',
      'search_log',
      { regex: 'pool \\w+-db (exhausted|nearly)' },
      [/^L\d+: .*exhausted, none free/m],
    ],
    ['by level', 'search_log', { level: 'fatal' }, [/Showing the one hit/, /FATAL \[mailer\]/]],
    ['by time', 'search_log', { text: 'GET', until: '2026-03-14T09:01' }, [/T09:00:/]],
    [
      'lines stand as they are',
      'get_lines',
      { first: 7, last: 8 },
      [/^L7: .+\nL8: /m, /Showing all 2 lines/],
    ],
    ['lines around one', 'get_lines', { around: 2, context: 2 }, [/Showing all 4 lines/]],
    [
      'the volume is a table',
      'get_volume',
      { bins: 4 },
      [/10 min a row/, /^2026-03-14T09:00:00Z {2}[\d,]+ \(.*info/m],
    ],
  ])('%s', (_, tool, given, patterns) => {
    const answer = shop.ask(tool, given);
    expect(answer.isError).toBe(false);
    for (const pattern of patterns) expect(answer.text).toMatch(pattern);
  });

  it('finds all planted lines of an incident by its time', () => {
    const answer = shop.ask('search_log', { level: 'warn' }, 20_000);
    expect(shownLines(answer)).toEqual(expect.arrayContaining([first.firstLine, first.worstLine]));
  });

  it('tells one incident in detail, each entry with its line', () => {
    const { id, timeline } = shop.analysis.incidents[0];
    const answer = shop.ask('list_incidents', { id });
    expect(shownLines(answer)).toEqual(timeline.map(({ line }) => line));
  });

  it('gives the hits of a template that it lists', () => {
    const template = shop.analysis.templates.find(({ count }) => count === 3);
    const answer = shop.ask('search_log', { template: template?.id });
    expect(shownLines(answer)).toHaveLength(3);
    expect(shownLines(answer)[0]).toBe(template?.firstLine);
  });

  it('gives all records of a session, by a line of it and by its id', () => {
    const line = lines.findIndex((one) => one.includes('[req-')) + 1;
    const id = /req-\w+/.exec(lines[line - 1])?.[0] ?? '';
    const holding = lines.flatMap((one, at) => (one.includes(id) ? [at + 1] : []));
    expect(shownLines(shop.ask('get_session', { line }))).toEqual(holding);
    expect(shownLines(shop.ask('get_session', { value: id }))).toEqual(holding);
  });

  it('shows context once where hits are near each other', () => {
    const answer = shop.ask('search_log', { text: '[gateway]', context: 3 }, 3000);
    const shown = shownLines(answer);
    expect(shown).toEqual([...new Set(shown)].toSorted((a, b) => a - b));
  });

  it('counts the lines of several files through all of them', () => {
    for (const given of [
      { text: 'exhausted' },
      { level: 'error' },
      { template: shop.analysis.templates[30].id },
    ])
      expect(shownLines(parted.ask('search_log', given, 9000))).toEqual(
        shownLines(shop.ask('search_log', given, 9000)),
      );
    for (const { text: answer } of [
      parted.ask('get_lines', { first: 990, last: 1010 }),
      parted.ask('list_incidents'),
    ])
      for (const [, number, shown] of answer.matchAll(/^L(\d+): (.{1,80})/gm))
        expect(lines[Number(number) - 1].startsWith(shown)).toBe(true);
  });

  it('leaves baselines out', async () => {
    const judged = await analysedLog({ files: [half], baseline: text });
    const all = lines.slice(0, 1000).flatMap((one, at) => (one.includes('[gateway]') ? [at + 1] : []));
    const page = judged.ask('search_log', { text: '[gateway]' }, 100_000);
    expect(shownLines(page)).toEqual(all);
    expect(judged.ask('get_lines', { first: 1001 }).text).toMatch(
      /^The log has 1,000 lines: there is no line 1001/,
    );
    expect(judged.ask('get_overview').text).toMatch(/judged against 1 good logs/);
  });

  it('tells of a log without times by its lines', async () => {
    const plain = await analysedLog({ files: ['crate moved\ncrate dropped\n'.repeat(50)] });
    expect(plain.ask('get_volume', { bins: 4 }).text).toMatch(/^lines 1 to 25 {2}25 \(/m);
    expect(plain.ask('search_log', { text: 'crate', from: '2026-01-01' }).text).toMatch(
      /No line of this log has a time/,
    );
  });
});

describe('what is asked for wrongly', () => {
  it.each<[LogToolName, object, RegExp]>([
    ['get_lines', {}, /Give "first" and "last", or "around"/],
    ['get_lines', { first: 5, last: 4 }, /"last" is 4, which is before "first", 5/],
    ['get_lines', { first: 3_000_000 }, /there is no line 3000000/],
    ['get_lines', { line: 3 }, /There is no argument "line"/],
    ['search_log', {}, /Say what to search for/],
    ['search_log', { text: 'a', regex: 'b' }, /not both/],
    ['search_log', { regex: '(' }, /no pattern in RE2 syntax: missing closing/],
    ['search_log', { regex: '(?=x)' }, /no pattern in RE2 syntax/],
    ['search_log', { text: 'a', from: 'noon' }, /"from" is no time; write it as .* \(the log goes from 2026/],
    ['search_log', { text: 'a', from: '2026-03-15', until: '2026-03-14' }, /"from" is later than "until"/],
    ['search_log', { template: 999_999 }, /There is no template 999999/],
    ['search_log', { text: 'GET', after: 99_999 }, /"after" must be below/],
    ['list_incidents', { id: 'none' }, /Ids are: \w{16}/],
    ['get_session', {}, /Give "line" or "value"/],
    ['get_session', { value: 'never-written' }, /No record holds "never-written"/],
    ['compare_logs', { good: 'other' }, /There is no good log "other"/],
    ['compare_logs', {}, /"good" is missing/],
  ])('%s %j is told so', (tool, given, problem) => {
    const answer = shop.ask(tool, given);
    expect(answer).toMatchObject({ isError: true, text: expect.stringMatching(problem), lines: [] });
  });
});

describe('a comparison', () => {
  const sentence = { pattern: 'no good log has {0}', values: ['it'] };
  const finding = {
    source: 0,
    line: 3,
    endLine: 5,
    tellingLine: 4,
    kind: 'new',
    score: 0.9,
    severity: 'high',
  } as const;
  const compared = {
    document: 'B',
    findings: [{ ...finding, reasons: [{ message: sentence, evidence: [] }] }],
    vanished: [
      { source: 1, line: 9, endLine: 9, templateId: 7, count: 2, reasons: [], excerpt: 'gate opened' },
    ],
    reordered: [],
    alsoNew: [{ source: 0, line: 99_999_999, endLine: 99_999_999, templateId: 7, count: 1 }],
    sides: [{ templateId: 7, pattern: 'gate opened', bad: 0, good: 2, line: null }],
    templates: [{ id: 7, pattern: 'gate <word>' }],
    notJudged: [],
    totals: { new: 1, shifted: 0, vanished: 1, reordered: 0, alsoNew: 1 },
  } as unknown as ComparedLogs;

  it('tells what is new by the log and what vanished by the good log, each with its lines', () => {
    const { text: answer, isError } = shop.ask('compare_logs', { good: 'other' }, 2000, compared);
    expect(isError).toBe(false);
    expect(answer).toMatch(/^new, high, L3 to L5: no good log has it$/m);
    expect(answer).toContain(`\nL4: ${lines[3].slice(0, 80)}`);
    expect(answer).toMatch(/^vanished, ×2 in the good log: gate <word>\nB:L9: gate opened$/m);
  });

  it.each([
    ['also_new', /^\(line 99999999 was written after the log was analysed\)$/m],
    ['counts', /^here ×0, in the good log ×2: gate opened$/m],
  ])('lists %s', (list, expected) => {
    expect(shop.ask('compare_logs', { good: 'other', list }, 2000, compared).text).toMatch(expected);
  });
});
