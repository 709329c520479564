import { spawn } from 'node:child_process';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import packageJson from '../../package.json';
import { builtCli } from './built-cli';
import { quietLog, shopLog } from './sample-logs';

const cli = builtCli();
const shop = cli.file('shop.log', shopLog.text);
const quiet = cli.file('quiet.log', quietLog);

describe('the exit code', () => {
  it.each([
    ['0 without --fail-on, whatever was found', [shop], 0],
    ['1 with something as bad', [shop, '--fail-on', 'critical'], 1],
    ['1 with something worse', [shop, '--fail-on', 'low'], 1],
    ['1 although --top hides it', [shop, '--fail-on', 'low', '--top', '1'], 1],
    ['0 with nothing', [quiet, '--fail-on', 'low'], 0],
  ])('is %s', async (_, args, code) => {
    expect((await cli.run(['analyze', ...args])).code).toBe(code);
  });
});

describe('a command line that makes no sense: exit 2 and the cure', () => {
  it.each([
    [['analyse', shop], 'There is no command "analyse". See "oddline --help".'],
    [['--verbose'], 'There is no command "--verbose". See "oddline --help".'],
    [['analyze'], 'No log named. Name a file, or - for standard input.'],
    [['analyze', '-', '-'], 'Name "-" once.'],
    [['analyze', shop, '--bogus'], 'See "oddline analyze --help".'],
    [['analyze', shop, '--format', 'xml'], '--format takes text, json, not "xml".'],
    [['analyze', shop, '--top', '0'], '--top takes a whole number from 1, not "0".'],
    [['analyze', shop, '--top', 'ten'], '--top takes a whole number from 1, not "ten".'],
    [['analyze', shop, '--fail-on', 'error'], '--fail-on takes low, medium, high, critical, not "error".'],
    [
      ['analyze', shop, '--since', 'yesterday'],
      '--since takes a time like 2026-03-14T09:26:53Z, not "yesterday".',
    ],
    [['analyze', shop, '--until', '2026-02-30T00:00:00Z'], '--until takes a time'],
    [['templates'], 'templates takes one log.'],
    [['templates', shop, quiet], 'templates takes one log.'],
    [['demo', shop], 'oddline analyze FILE'],
  ])('%j', async (args, cure) => {
    const { code, stdout, stderr } = await cli.run(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(cure);
    expect(stderr.startsWith('oddline: ')).toBe(true);
  });
});

describe('help and version', () => {
  it.each([
    [[], /oddline COMMAND/],
    [['--help'], /analyze.*\n.*templates.*\n.*demo/],
    [['analyze', '--help'], /--fail-on SEVERITY/],
    [['templates', '-h'], /oddline templates FILE/],
    [['demo', '--help'], /oddline demo/],
    [['--version'], new RegExp(`^${packageJson.version}\n$`)],
  ])('%j', async (args, words) => {
    const { code, stdout, stderr } = await cli.run(args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(words);
  });

  it('name a file that looks like an option after --', async () => {
    const { code, stderr } = await cli.run(['analyze', '--', '--help']);
    expect(code).toBe(2);
    expect(stderr).toContain('--help does not exist');
  });
});

describe('a crash', () => {
  const preload = (name: string, code: string) => ['--require', cli.file(`${name}.cjs`, code)];

  it.each([
    ['an uncaught error', "setImmediate(() => { throw new Error('on purpose'); });"],
    ['a rejection nobody handles', "Promise.reject(new Error('on purpose'));"],
    [
      'an error while the program loads',
      "Object.defineProperty(process, 'stdout', { get() { throw new Error('on purpose'); } });",
    ],
    ['a standard input that breaks', "process.stdin.destroy(new Error('on purpose'));"],
    ['something thrown that is no error', "setImmediate(() => { throw 'on purpose'; });"],
  ])('%s exits 2, never 1', async (name, code) => {
    const nodeFlags = preload(name, code);
    const { code: exit, stderr } = await cli.run(['analyze', '-'], { nodeFlags, input: shopLog.text });
    expect(exit).toBe(2);
    expect(stderr).toContain('on purpose');
  });
});

describe('pipes', () => {
  it.each([
    ['plain', shopLog.text],
    ['packed', gzipSync(shopLog.text)],
  ])('- is standard input, %s', async (_, input) => {
    const { code, stdout } = await cli.run(['analyze', '-'], { input });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^-: [\d,]+ lines/);
  });

  it('a reader that leaves early is success', async () => {
    const child = spawn(process.execPath, [cli.script, 'templates', shop, '--format', 'json'], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.destroy();
    const code = await new Promise((done) => child.on('close', done));
    expect(code).toBe(0);
  });

  it('a slow reader gets everything', async () => {
    const child = spawn(process.execPath, [
      cli.script,
      'templates',
      cli.file('large.log', quietLog.repeat(20)),
      '--format',
      'json',
    ]);
    let text = '';
    for await (const piece of child.stdout.setEncoding('utf8')) {
      text += piece;
      await new Promise((resolve) => setImmediate(resolve));
    }
    const { lines } = JSON.parse(text);
    expect(lines).toHaveLength(20 * (quietLog.split('\n').length - 1));
  });
});
