import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { builtCli } from './built-cli';

const cli = builtCli();
const page = readFileSync(resolve(import.meta.dirname, '../../docs/ci.md'), 'utf8');
const [github, gitlab] = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, job]) => job.split('\n'));

const goodBuild = ['compiling 14 files', 'running 31 checks', 'all 31 checks passed'];
const failedBuild = ['compiling 14 files', 'running 31 checks', 'check 7: error: the total is missing'];

/** A folder with a build in it, and an `npx` that runs the command line under test. */
function workspace(name: string) {
  const folder = join(cli.folder, name);
  mkdirSync(join(folder, 'bin'), { recursive: true });
  script(join(folder, 'bin', 'npx'), `shift 2\nexec ${process.execPath} ${cli.script} "$@"`);
  return {
    file: (path: string) => (existsSync(join(folder, path)) ? readFileSync(join(folder, path), 'utf8') : ''),
    build(lines: readonly string[], code: number) {
      script(join(folder, 'build.sh'), `${lines.map((line) => `echo '${line}'`).join('\n')}\nexit ${code}`);
    },
    run(command: string, env: Readonly<Record<string, string>> = {}) {
      const path = `${join(folder, 'bin')}:${process.env.PATH}`;
      const given = { ...process.env, LC_ALL: 'C', GITHUB_STEP_SUMMARY: '', ...env, PATH: path };
      const { status, stdout } = spawnSync('sh', ['-e', '-c', command], {
        cwd: folder,
        env: given,
        encoding: 'utf8',
      });
      return { status, stdout };
    },
  };
}

function script(path: string, body: string): void {
  writeFileSync(path, `#!/bin/sh\n${body}\n`);
  chmodSync(path, 0o755);
}

/** What YAML makes of a plain or single-quoted scalar. */
function scalar(text: string): string {
  return text.startsWith("'") ? text.slice(1, -1).replaceAll("''", "'") : text;
}

/** Commands of `run:` lines, in order. */
function runLines(job: readonly string[]): string[] {
  return job.flatMap((line) => /^\s*(?:- )?run: (.*)$/.exec(line)?.[1] ?? []).map(scalar);
}

/** Commands of a list in GitLab's way. */
function listed(job: readonly string[], key: string): string[] {
  const from = job.indexOf(`  ${key}:`) + 1;
  const length = job.slice(from).findIndex((line) => !line.startsWith('    - '));
  return job.slice(from, from + length).map((line) => scalar(line.slice('    - '.length)));
}

describe('the GitHub job of docs/ci.md', () => {
  const [build, keep, explain] = runLines(github);

  it('keeps the log of a good build, and says what is new in a failed one', () => {
    const { run, build: write, file } = workspace('github');
    write(goodBuild, 0);
    expect(run(build).status).toBe(0);
    expect(run(keep)).toEqual({ status: 0, stdout: `${goodBuild.join('\n')}\n` });
    write(failedBuild, 1);
    expect(run(build)).toEqual({ status: 1, stdout: `${failedBuild.join('\n')}\n` });
    const { status, stdout } = run(explain, {
      GITHUB_STEP_SUMMARY: join(cli.folder, 'github', 'summary.md'),
    });
    expect(status).toBe(0);
    expect(stdout).toMatch(/^::error title=bad\.log%3A line 3::check 7: error: the total is missing%0A/);
    expect(file('summary.md')).toContain('check 7: error: the total is missing');
  });
});

describe('the GitLab job of docs/ci.md', () => {
  const scripts = listed(gitlab, 'script').join('\n');
  const after = listed(gitlab, 'after_script').join('\n');

  it('keeps the log of a good build, and says what is new in a failed one', () => {
    const { run, build, file } = workspace('gitlab');
    build(goodBuild, 0);
    expect([run(scripts).status, run(after).stdout]).toEqual([0, '']);
    build(failedBuild, 1);
    expect(run(scripts).status).toBe(1);
    const { status, stdout } = run(after);
    expect(status).toBe(0);
    expect(stdout).toContain('check 7: error: the total is missing');
    expect(file('oddline.md')).toBe(stdout);
  });

  it('says nothing where there is no good build to hold it against', () => {
    const { run, build } = workspace('first');
    build(failedBuild, 1);
    expect([run(scripts).status, run(after)]).toEqual([1, { status: 0, stdout: '' }]);
  });
});

it('both jobs have about ten lines', () => {
  for (const job of [github, gitlab])
    expect(job.filter((line) => line !== '').length).toBeLessThanOrEqual(11);
});

it('a pipe goes into evidence and compare', async () => {
  const good = cli.file('good-pipe.log', `${goodBuild.join('\n')}\n`);
  const input = `${failedBuild.join('\n')}\n`;
  const evidence = await cli.run(['evidence', '-', '--budget', '4000'], { input });
  const comparison = await cli.run(['compare', good, '-'], { input });
  for (const { code, stdout } of [evidence, comparison])
    expect([code, stdout.includes('the total is missing')]).toEqual([0, true]);
});
