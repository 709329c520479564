import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { builtCli } from './built-cli';

const cli = builtCli();
const header = '{"oddline":"rules","version":1}';
const late =
  '{"id":"late","severity":"critical","category":"application","keywords":["overdue"],"hint":"Ask accounting."}';
const lines = ['sent', 'is overdue', 'was sent again'].map(
  (text, i) => `2026-03-14T09:26:0${i}Z INFO [billing] invoice ${i} ${text}`,
);

async function analysed(folder: string, store: readonly string[], ...more: string[]) {
  cli.file(join(folder, '.oddline', 'rules.jsonl'), store.join('\n'));
  const log = cli.file(join(folder, 'logs', 'app.log'), lines.join('\n'));
  return cli.run(['analyze', log, '--format', 'json', ...more]);
}

describe('rules of the store', () => {
  it('make findings, with their category and hint', async () => {
    const { stdout, stderr } = await analysed('used', [header, late]);
    expect(stderr).toBe('');
    expect(JSON.parse(stdout).findings).toEqual([
      expect.objectContaining({
        line: 2,
        severity: 'critical',
        category: 'application',
        hint: 'Ask accounting.',
      }),
    ]);
  });

  it('do not count with --no-store', async () => {
    const { stdout } = await analysed('unheeded', [header, late], '--no-store');
    expect(JSON.parse(stdout).findings).toEqual([]);
  });

  it('with a broken pattern are named with file and line; the others are used', async () => {
    const { code, stdout, stderr } = await analysed('broken', [header, '{"id":"bad","pattern":"a(b"}', late]);
    expect(code).toBe(0);
    expect(stderr).toMatch(
      /rules\.jsonl, line 2: the pattern of rule `bad` does not compile \(missing closing \)/,
    );
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(JSON.parse(stdout).findings).toHaveLength(1);
  });
});
