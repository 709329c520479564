import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { builtCli } from './built-cli';
import { shopLog } from './sample-logs';

const cli = builtCli();
const temporary = join(cli.folder, 'tmp');
const env = { TMPDIR: temporary };

it('demo shows the worst incident of the sample with its reasons, and where to go on', async () => {
  mkdirSync(temporary);
  const { code, stdout, stderr } = await cli.run(['demo'], { env });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const marked = stdout.match(/^> +(\d+) {2}/m);
  const planted = new Set(shopLog.incidents.flatMap(({ lines }) => lines));
  expect(planted).toContain(Number(marked?.[1]));
  // The incident, with its course and where to look.
  expect(stdout).toMatch(/^Critical .*\n(?: {2,}.*\n)+ {2}- /m);
  const path = stdout.match(/oddline analyze (.*)/)?.[1] ?? '';
  expect(existsSync(path)).toBe(true);
  expect(readFileSync(path, 'utf8')).toBe(shopLog.text);
  expect(stdout).toContain(`In VS Code: open ${path}`);
  expect((await cli.run(['demo'], { env })).stdout).toContain(path);
  expect(readdirSync(temporary)).toHaveLength(1);
});
