import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { builtCli } from './built-cli';

const cli = builtCli();
const hostile = [
  'error: ::set-output name=x::y %0A ##[add-path]/tmp',
  '::error file=a.js,line=1::planted error',
  'error: ``` </details> <img src=x onerror=alert(1)> @someone [x](http://x) \x1b[31m\u202e',
];
const good = cli.file('good.log', 'step 1 done\nstep 2 done\nnothing to tidy\n');
const bad = cli.file('bad.log', `step 1 done\n${hostile.join('\n')}\nstep 2 done\n`);

async function compare(...args: string[]): Promise<string> {
  const { stdout, stderr, code } = await cli.run(['compare', good, bad, ...args], {
    env: { GITHUB_STEP_SUMMARY: '' },
  });
  expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
  return stdout;
}

describe('the JSON of compare', () => {
  it('holds findings of the bad log and what vanished of the good one', async () => {
    const document = JSON.parse(await compare('--format', 'json'));
    expect(document).toMatchObject({
      schema: 1,
      sources: [
        { path: bad, role: 'bad' },
        { path: good, role: 'good' },
      ],
      findings: [{ line: 2, endLine: 4, kind: 'new', severity: 'high', tellingLine: 2 }],
      vanished: [{ line: 3, endLine: 3, count: 1 }],
      reordered: [],
      notJudged: [],
    });
    for (const { bad: inBad, good: inGood, line } of document.sides)
      expect(line === null).toBe(inBad === 0 && inGood > 0);
    expect(document.sides.length).toBeGreaterThan(0);
    const [finding] = document.findings;
    expect(Object.keys(finding.reasons[0])).toEqual(['message']);
    const named = new Set(document.templates.map(({ id }: { id: number }) => id));
    expect(document.vanished.every(({ templateId }: { templateId: number }) => named.has(templateId))).toBe(
      true,
    );
  });
});

describe('the text of compare', () => {
  it('tells what is new with its lines and why, and what vanished', async () => {
    const text = await compare();
    for (const part of [
      'New',
      'lines 2 to 4',
      'planted error',
      '3 of 3 lines',
      'Vanished',
      'nothing to tidy',
    ])
      expect(text).toContain(part);
    for (const hidden of ['\x1b', '\u202e']) expect(text).not.toContain(hidden);
  });

  it('says so where nothing tells of a failure', async () => {
    const { stdout } = await cli.run(['compare', good, good]);
    expect(stdout).toContain('Nothing in it tells of a failure');
  });
});

describe('the reports of compare', () => {
  it('Markdown keeps log text in fences that it cannot end', async () => {
    const text = await compare('--format', 'markdown');
    const outside = text.replace(/^(`{3,})text\n[\s\S]*?\n\1$/gm, '');
    expect(text).toContain('````text\n');
    expect(outside).not.toMatch(/onerror|planted|set-output/);
  });

  it('GitHub gets no command but our own', async () => {
    const lines = (await compare('--format', 'github')).split('\n');
    const [, word] =
      /^::stop-commands::(.+)$/.exec(lines.find((line) => line.includes('stop-commands')) ?? '') ?? [];
    const stop = lines.indexOf(`::stop-commands::${word}`);
    expect(word).toMatch(/^[\da-f-]{36}$/);
    expect(lines.slice(stop + 1).filter((line) => line.includes(word))).toEqual([`::${word}::`]);
    expect(lines.slice(0, stop)).toHaveLength(1);
    expect(lines[0]).toMatch(
      /^::error title=[^:,]*::error: ::set-output name=x::y %250A ##\[add-path\]\/tmp%0A/,
    );
  });

  it('SARIF names the lines and the rule', async () => {
    const { version, runs } = JSON.parse(await compare('--format', 'sarif'));
    const [{ tool, results }] = runs;
    expect(version).toBe('2.1.0');
    expect(tool.driver.rules).toEqual([{ id: 'new-lines', shortDescription: { text: expect.any(String) } }]);
    expect(results).toHaveLength(1);
    expect(results[0]).toMatchObject({
      ruleId: 'new-lines',
      ruleIndex: 0,
      level: 'error',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: `file://${bad}` },
            region: { startLine: 2, endLine: 4 },
          },
        },
      ],
    });
  });

  it('a step summary that cannot be written is said', async () => {
    const env = { GITHUB_STEP_SUMMARY: join(cli.folder, 'none', 'summary.md') };
    const { code, stderr } = await cli.run(['compare', good, bad, '--format', 'github'], { env });
    expect([code, stderr.includes('GITHUB_STEP_SUMMARY')]).toEqual([2, true]);
  });

  const others = ['analyze', 'evidence'].flatMap((command) =>
    ['markdown', 'github', 'sarif'].map((format) => [command, format] as const),
  );
  it.each(others)('%s writes %s too', async (command, format) => {
    const { code, stdout } = await cli.run([command, bad, '--format', format], {
      env: { GITHUB_STEP_SUMMARY: '' },
    });
    expect([code, stdout.includes('bad.log')]).toEqual([0, true]);
  });
});

describe('the command line of compare', () => {
  it.each<[string, readonly string[], number]>([
    ['finds what --fail-on names', [good, bad, '--fail-on', 'high'], 1],
    ['does not find what is worse', [good, bad, '--fail-on', 'critical'], 0],
    ['finds nothing in a good log', [good, good, '--fail-on', 'low'], 0],
    ['takes several good logs', [good, good, bad], 0],
    ['wants two logs', [good], 2],
    ['wants a format it knows', [good, bad, '--format', 'xml'], 2],
    ['wants logs that are there', [good, join(cli.folder, 'none.log')], 2],
  ])('%s', async (_, args, wanted) => {
    const { code, stderr } = await cli.run(['compare', ...args]);
    expect(code).toBe(wanted);
    expect(stderr !== '').toBe(wanted === 2);
  });

  it('keeps to the range asked for', async () => {
    const stamped = (texts: readonly string[]) =>
      texts.map((text, i) => `2026-05-04T10:0${i}:00Z ${text}\n`).join('');
    const usual = cli.file('usual.log', stamped(['INFO step 1 done', 'INFO step 2 done']));
    const odd = cli.file('odd.log', stamped(['ERROR door stuck', 'INFO step 1 done', 'ERROR till jammed']));
    const args = ['compare', usual, odd, '--format', 'json', '--since', '2026-05-04T10:01:00Z'];
    const { findings } = JSON.parse((await cli.run(args)).stdout);
    expect(findings.map(({ line }: { line: number }) => line)).toEqual([3]);
  });
});
