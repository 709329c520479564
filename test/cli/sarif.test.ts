import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { builtCli } from './built-cli';
import { shopLog } from './sample-logs';
import { sarifProblems } from './sarif-document';

const cli = builtCli();
const usual = cli.file('good.log', 'step 1 done\nstep 2 done\n');
const odd = cli.file(
  'a b/[odd] 100%.log',
  'step 1 done\nerror: \x1b[31m\u202e ``` \uFFFF "x" %0A\nstep 2 done\n',
);
const shop = cli.file('shop.log', shopLog.text);

describe('a SARIF document', () => {
  it.each<[string, readonly string[]]>([
    ['of analyze, with findings of many detectors', ['analyze', shop]],
    ['of analyze, with nothing to judge', ['analyze', cli.file('empty.log', '')]],
    ['of analyze, beside a good log', ['analyze', odd, '--baseline', usual]],
    ['of compare', ['compare', usual, odd]],
    ['of evidence', ['evidence', odd]],
  ])('%s is valid', async (_, args) => {
    const { stdout } = await cli.run([...args, '--format', 'sarif']);
    expect(sarifProblems(JSON.parse(stdout))).toEqual([]);
  });

  it('is not taken for valid where it is not', () => {
    const run = { tool: { driver: { name: 'x', rules: [{ id: 'a' }] } } };
    const result = { message: { text: '' }, ruleId: 'b', ruleIndex: 0 };
    expect(sarifProblems({ version: '2.1.0', runs: [{ ...run, results: [result] }] })).toHaveLength(1);
    expect(sarifProblems({ version: '2.0.0', runs: [run] })).toHaveLength(1);
    expect(sarifProblems({ version: '2.1.0', runs: [{ ...run, result: [] }] })).toHaveLength(1);
    expect(sarifProblems({ version: '2.1.0', runs: [{}] })).toHaveLength(1);
  });
});

describe('a log that its baseline does not know at all', () => {
  const days = (text: (i: number) => string) =>
    Array.from(
      { length: 400 },
      (_, i) => `2026-05-04T10:${String(i % 60).padStart(2, '0')}:00Z ${text(i)}\n`,
    ).join('');
  const before = cli.file(
    'before.log',
    days((i) => `INFO till ${i} opened`),
  );
  const after = cli.file(
    'after.log',
    days((i) => `INFO door ${i} was locked again`),
  );
  const said = 'This log no longer fits its baseline: 100 % of its records are of a kind';

  async function analyse(format: string): Promise<string> {
    const env = { GITHUB_STEP_SUMMARY: join(cli.folder, 'summary.md') };
    return (await cli.run(['analyze', after, '--baseline', before, '--format', format], { env })).stdout;
  }

  it('is not called quiet', async () => {
    expect(JSON.parse(await analyse('json'))).toMatchObject({
      verdict: 'unusual',
      drift: { hasDrifted: true },
    });
    const text = await analyse('text');
    expect(text).toContain(said);
    expect(text).not.toContain('Nothing unusual');
  });

  it('is told of in every report', async () => {
    expect((await analyse('github')).split('\n')[0]).toContain(
      `::warning title=Oddline::${said.replace('%', '%25')}`,
    );
    expect(await analyse('markdown')).toContain(said);
    const [{ invocations }] = JSON.parse(await analyse('sarif')).runs;
    expect(invocations[0].toolExecutionNotifications[0].level).toBe('warning');
    expect(invocations[0].toolExecutionNotifications[0].message.text).toContain(said);
  });
});
