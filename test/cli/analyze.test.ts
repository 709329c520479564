import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { timeBoundOf } from '../../src/cli/time-option';
import { UsageError } from '../../src/cli/usage-error';
import { unusualLog } from '../engine/unusual-log';
import { builtCli } from './built-cli';
import { quietLog, shopLog } from './sample-logs';

interface AnalysisDocument {
  readonly schema: number;
  readonly verdict: string;
  readonly findingsTotal: number;
  readonly sources: { path: string; lines: number; role: string }[];
  readonly stats: Record<string, number>;
  readonly notJudged: string[];
  readonly templates: Record<string, unknown>[];
  readonly findings: {
    id: string;
    line: number;
    endLine: number;
    severity: string;
    score: number;
    reasons: unknown[];
  }[];
  readonly strangest?: unknown[];
}

const cli = builtCli();
const shop = cli.file('shop.log', shopLog.text);
const quiet = cli.file('quiet.log', quietLog);
const unusual = cli.file('unusual.log', unusualLog());

async function analyse(...args: string[]): Promise<AnalysisDocument> {
  const { stdout, stderr, code } = await cli.run(['analyze', ...args, '--format', 'json']);
  expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
  return JSON.parse(stdout);
}

describe('the JSON of analyze', () => {
  let document: AnalysisDocument;
  beforeAll(async () => {
    document = await analyse(shop);
  });

  it('begins with its schema', async () => {
    const { stdout } = await cli.run(['analyze', quiet, '--format', 'json']);
    expect(stdout.startsWith('{"schema":1,')).toBe(true);
    expect(stdout.endsWith('}\n')).toBe(true);
  });

  it('has every field of the contract', () => {
    const text = expect.any(String);
    const number = expect.any(Number);
    const severity = expect.stringMatching(/^(critical|high|medium|low)$/);
    const note = expect.objectContaining({ line: number, note: text });
    expect(document.sources).toEqual([
      {
        ...{ path: shop, lines: shopLog.text.split('\n').length - 1, role: 'log' },
        ...{ format: 'time-level', encoding: 'utf8', timed: 7000, unfit: 0, zone: 'UTC', notes: [] },
      },
    ]);
    for (const field of ['bytes', 'lines', 'records', 'templates', 'seconds'])
      expect(document.stats[field]).toEqual(number);
    expect(document.stats.templates).toBe(document.templates.length);
    expect(document.findingsTotal).toBe(document.findings.length);
    for (const template of document.templates) {
      expect(template).toMatchObject({
        id: number,
        pattern: text,
        count: number,
        level: text,
        firstLine: number,
        lastLine: number,
      });
    }
    for (const finding of document.findings) {
      expect(finding).toMatchObject({
        source: 0,
        line: number,
        endLine: number,
        severity,
        score: number,
        templateId: number,
      });
      expect(finding).toMatchObject({
        id: expect.stringMatching(/^[0-9a-f]{16}$/),
        time: expect.stringMatching(/^\d+$/),
      });
      expect(finding.reasons.length).toBeGreaterThan(0);
      for (const reason of finding.reasons as { evidence?: unknown[] }[]) {
        expect(reason).toMatchObject({ detector: text, message: text });
        for (const evidence of reason.evidence ?? []) expect(evidence).toEqual(note);
      }
    }
  });

  it('finds the planted incidents, line for line in order', () => {
    const marked = new Set(document.findings.flatMap(({ line, endLine }) => range(line, endLine)));
    for (const { name, worstLine } of shopLog.incidents)
      expect([name, marked.has(worstLine)]).toEqual([name, true]);
    const lines = document.findings.map(({ line }) => line);
    expect(lines).toEqual([...lines].sort((a, b) => a - b));
  });

  it('holds the N highest scores with --top N', async () => {
    const { findings } = await analyse(shop, '--top', '3');
    const best = document.findings.map(({ score }) => score).sort((a, b) => b - a);
    expect(findings.map(({ score }) => score).sort((a, b) => b - a)).toEqual(best.slice(0, 3));
  });

  it.each([
    ['quiet', quiet],
    ['unusual', unusual],
    ['findings', shop],
  ])('says that the log is %s', async (verdict, path) => {
    expect((await analyse(path)).verdict).toBe(verdict);
  });

  it('holds the strangest lines only when they are asked for', async () => {
    expect(document.strangest).toBeUndefined();
    expect((await analyse(quiet, '--strangest')).strangest).toHaveLength(20);
    expect((await analyse(quiet, '--strangest', '--top', '3')).strangest).toHaveLength(3);
  });

  it('numbers several files in their order, baselines after them', async () => {
    const { sources, findings } = await analyse(quiet, shop, '--baseline', quiet);
    expect(sources.map(({ path, role }) => [path, role])).toEqual([
      [quiet, 'log'],
      [shop, 'log'],
      [quiet, 'baseline'],
    ]);
    expect(new Set(findings.map((finding) => (finding as unknown as { source: number }).source))).toContain(
      1,
    );
  });

  it('judges only what lies between --since and --until', async () => {
    const time = (line: number) => shopLog.text.split('\n')[line - 1].split(' ')[0];
    const [incident] = shopLog.incidents;
    const { findings } = await analyse(
      shop,
      '--since',
      time(incident.firstLine),
      '--until',
      time(incident.lines.at(-1)!),
    );
    expect(findings.length).toBeGreaterThan(0);
    for (const { line } of findings) {
      expect(line).toBeGreaterThanOrEqual(incident.firstLine);
      expect(line).toBeLessThanOrEqual(incident.lines.at(-1)! + 1);
    }
  });

  it.each([
    ['--since', '2026-03-15', 0],
    ['--until', '2026-03-14', 0],
    ['--since', '2026-03-14', 1],
    ['--until', '2026-03-15', 1],
  ])('takes a date alone for its midnight: %s %s', async (option, date, share) => {
    expect(new Set(shopLog.text.match(/^\d{4}-\d{2}-\d{2}/gm))).toEqual(new Set(['2026-03-14']));
    expect((await analyse(shop, option, date)).findings).toHaveLength(share * document.findings.length);
  });

  it.each([
    ['2026-03-14T09:26', '2026-03-14T09:26:00'],
    ['2026-03-14 09:26Z', '2026-03-14T09:26:00Z'],
    ['2026-03-14T17:26+08:00', '2026-03-14T09:26:00Z'],
  ])('takes a time without seconds for the minute begun: %s', (given, meant) => {
    expect(timeBoundOf('--since', given)).toBe(timeBoundOf('--since', meant));
  });

  it.each([
    ['90m', 5400],
    ['2h30m', 9000],
    ['1d', 86_400],
    ['1d2h3m4s', 93_784],
    ['45s', 45],
    ['0s', 0],
  ])('takes how long before the end of the log: %s', (given, seconds) => {
    expect(timeBoundOf('--since', given)).toEqual({ beforeEnd: BigInt(seconds) * 1_000_000_000n });
  });

  it.each(['', 'yesterday', '90', '30m2h', '-1h', '1.5h', '9999999d', '14:30', 'm'])(
    'refuses what is neither, and says what is taken: "%s"',
    (given) => {
      expect(() => timeBoundOf('--since', given)).toThrow(UsageError);
      expect(() => timeBoundOf('--since', given)).toThrow(/a duration before the end of the log/);
    },
  );

  it('counts back from the last record, in a file and in a pipe', async () => {
    const lastTime = shopLog.text.trimEnd().split('\n').at(-1)!.slice(0, 19);
    const since = new Date(Date.parse(`${lastTime.replace(' ', 'T')}Z`) - 900_000).toISOString().slice(0, 19);
    const { findings } = await analyse(shop, '--since', since);
    expect(findings.length).toBeLessThan(document.findings.length);
    const fromEnd = await analyse(shop, '--since', '15m');
    const piped = await cli.run(['analyze', '-', '--since', '15m', '--format', 'json'], {
      input: shopLog.text,
    });
    const linesOf = (found: AnalysisDocument['findings']) => found.map(({ line }) => line);
    expect(linesOf(fromEnd.findings)).toEqual(linesOf(findings));
    expect(linesOf(JSON.parse(piped.stdout).findings)).toEqual(linesOf(findings));
  });

  it('is the same for a pipe and for a file', async () => {
    const { stdout } = await cli.run(['analyze', '-', '--format', 'json'], { input: gzipSync(shopLog.text) });
    expect(JSON.parse(stdout).findings).toEqual(document.findings);
  });
});

describe('the id of a finding', () => {
  const ids = (document: AnalysisDocument) => new Map(document.findings.map(({ id, line }) => [line, id]));
  let before: Map<number, string>;
  beforeAll(async () => {
    before = ids(await analyse(shop));
  });

  const lines = shopLog.text.trimEnd().split('\n');
  const rotatedBy = 50;

  it.each([
    ['analysed again', shopLog.text, 0],
    ['appended to', `${shopLog.text}${quietLog.split('\n').slice(0, 50).join('\n')}\n`, 0],
    ['rotated', `${lines.slice(rotatedBy).join('\n')}\n`, rotatedBy],
    ['gzipped', gzipSync(shopLog.text), 0],
  ] as const)('is the same when the log is %s', async (name, content, shift) => {
    const after = ids(await analyse(cli.file(`${name}.log`, content)));
    const worst = shopLog.incidents.map(({ worstLine }) => worstLine);
    for (const line of worst) expect(after.get(line - shift)).toBe(before.get(line) ?? 'a finding');
    for (const [line, id] of after) if (before.has(line + shift)) expect(id).toBe(before.get(line + shift));
  });
});

describe('the text of analyze', () => {
  it('sums the log up, then tells the verdict and the findings', async () => {
    const { stdout, stderr } = await cli.run(['analyze', shop]);
    const [summary, verdict] = stdout.split('\n');
    expect(summary).toMatch(
      /shop\.log: [\d,]+ lines, [\d,]+ records, format time and level, \d+ templates, \d+ errors, 2026-03-14/,
    );
    expect(verdict).toMatch(/^\d+ critical, .*\d+ low$|critical|high/);
    expect(stdout).toMatch(/^Critical {2}lines? \d+/m);
    expect(stdout).not.toContain('\x1b');
    expect(stderr).toBe('');
  });

  it.each([
    [
      'quiet',
      quiet,
      /^Nothing unusual in [\d,]+ records \(\d+ templates, \d detectors.*\)\nTo see .*--strangest/m,
    ],
    ['unusual', unusual, /^The whole log is unusual: .*\n.*--baseline.*--since/m],
    ['empty', cli.file('empty.log', ''), /^Nothing to judge/m],
  ])('answers a log that is %s in words', async (_, path, words) => {
    expect((await cli.run(['analyze', path])).stdout).toMatch(words);
  });

  it('shows the strangest lines of a quiet log when asked to', async () => {
    const { stdout } = await cli.run(['analyze', quiet, '--strangest']);
    expect(stdout.match(/^lines? \d+ .* score 0\.\d\d$/gm)).toHaveLength(20);
    expect(stdout).not.toContain('--strangest');
    expect(stdout).not.toContain('more;');
  });

  it('shows as many of the strangest lines as --top says', async () => {
    const { stdout } = await cli.run(['analyze', quiet, '--strangest', '--top', '3']);
    expect(stdout.match(/ score \d/g)).toHaveLength(3);
  });

  it('of the strangest lines gives those a severity that are findings, and those first', async () => {
    const one = `${quietLog}2026-03-14T09:59:00.000Z ERROR [mailer] [-] out of memory, giving up\n`;
    const { stdout } = await cli.run(['analyze', cli.file('one.log', one), '--strangest']);
    const heads = stdout.match(/^.* score \d\.\d\d$/gm) ?? [];
    expect(heads[0]).toMatch(/^(Critical|High) {2}line /);
    expect(heads.at(-1)).toMatch(/^line/);
    const firstWithout = heads.findIndex((head) => head.startsWith('line'));
    expect(heads.slice(firstWithout).every((head) => head.startsWith('line'))).toBe(true);
  });

  it('puts what is shown before the line it is shown on', async () => {
    const { stdout } = await cli.run(['analyze', shop]);
    expect(stdout).toMatch(/^ {6}\S.* \(line \d+\)$/m);
    expect(stdout).not.toMatch(/^ {6}line \d+:/m);
    const both = await cli.run(['analyze', quiet, shop]);
    expect(both.stdout).toMatch(/^ {6}\S.* \(.*\.log, line \d+\)$/m);
  });

  it('is Chinese where the environment is', async () => {
    const env = { LC_ALL: '', LC_MESSAGES: '', LANG: 'zh_CN.UTF-8' };
    const { stdout } = await cli.run(['analyze', quiet], { env });
    const [summary] = stdout.split('\n');
    expect(summary).toMatch(/quiet\.log：[\d,]+ 行，[\d,]+ 条记录，格式 时间与级别，/);
    const { stdout: evidence } = await cli.run(['analyze', shop], { env });
    expect(evidence).toMatch(/^ {6}\S.*（第 \d+ 行）$/m);
    const { stdout: json } = await cli.run(['analyze', quiet, '--format', 'json'], { env });
    expect(json).not.toMatch(/\p{Script=Han}/u);
  });

  it('says what was not judged beside what was found', async () => {
    const { stdout } = await cli.run(['analyze', shop, '--session', 'nosuch']);
    expect(stdout).toMatch(/^Not judged: .*called `nosuch`/m);
  });

  it('carries no control characters of the log', async () => {
    const hostile =
      '2026-03-14T09:59:00.000Z ERROR [mailer] [-] out of memory \x1b[31mred\x1b]0;title\x07 \x00 \u202Edesrever\n';
    writeFileSync(join(cli.folder, 'hostile.log'), quietLog + hostile);
    const { stdout } = await cli.run(['analyze', join(cli.folder, 'hostile.log'), '--strangest']);
    expect(stdout).toContain('[mailer] [-] out of memory red');
    expect([...stdout].filter((c) => c !== '\n' && (c < ' ' || c === '\u202E'))).toEqual([]);
  });
});

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
