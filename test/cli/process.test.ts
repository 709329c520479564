import { spawn } from 'node:child_process';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import packageJson from '../../package.json';
import { builtCli } from './built-cli';
import { quietLog, shopLog } from './sample-logs';

const cli = builtCli();
const shop = cli.file('shop.log', shopLog.text);
const quiet = cli.file('quiet.log', quietLog);
const chinese = { LC_ALL: '', LC_MESSAGES: '', LANG: 'zh_CN.UTF-8' };

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
    [['analyze', shop, '--bogus'], 'There is no option "--bogus". See "oddline analyze --help".'],
    [['analyze', shop, '-XYZ'], 'There is no option "-X". See "oddline analyze --help".'],
    [['analyze', shop, '--__proto__'], 'There is no option "--__proto__".'],
    [['templates', shop, '--top', '3'], 'There is no option "--top". See "oddline templates --help".'],
    [['analyze', shop, '--strangest=yes'], '--strangest takes no value. Leave "=yes" out.'],
    [['analyze', shop, '--top'], '--top needs a value. Write --top VALUE.'],
    [['analyze', shop, '--top='], '--top needs a value. Write --top VALUE.'],
    [['analyze', shop, '--since', '--strangest'], '--since needs a value. Write --since VALUE.'],
    [['analyze', shop, '--top', '-1'], '--top takes a whole number from 1, not "-1".'],
    [['analyze', shop, '--top=-XYZ'], '--top takes a whole number from 1, not "-XYZ".'],
    [
      ['analyze', shop, '--encoding', 'klingon'],
      '--encoding takes the name VS Code gives an encoding, such as gbk,',
    ],
    [['analyze', shop, '--format', 'xml'], '--format takes text, json, markdown, github, sarif, not "xml".'],
    [['analyze', shop, '--top', '0'], '--top takes a whole number from 1, not "0".'],
    [['analyze', shop, '--top', 'ten'], '--top takes a whole number from 1, not "ten".'],
    [['analyze', shop, '--fail-on', 'error'], '--fail-on takes low, medium, high, critical, not "error".'],
    [
      ['analyze', shop, '--since', 'yesterday'],
      '--since takes a time like 2026-03-14T09:26:53Z, a date like 2026-03-14 or a duration before the end of the log like 2h30m, not "yesterday".',
    ],
    [['analyze', shop, '--until', '2026-02-30T00:00:00Z'], '--until takes a time'],
    [['analyze', shop, '--until', '2026-02-30'], '--until takes a time'],
    [['templates'], 'templates takes one log.'],
    [['templates', shop, quiet], 'templates takes one log.'],
    [['demo', shop], 'oddline analyze FILE'],
  ])('%j', async (args, cure) => {
    const { code, stdout, stderr } = await cli.run(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(cure);
    expect(stderr).toMatch(/^oddline: .*\.\n$/);
  });

  it('an empty one is answered with what there is', async () => {
    const { code, stdout, stderr } = await cli.run([]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/oddline COMMAND/);
  });

  it('a value may begin with a dash', async () => {
    const { code, stderr } = await cli.run(['analyze', shop, '--baseline=--good.log']);
    expect(code).toBe(2);
    expect(stderr).toContain('--good.log does not exist');
  });
});

describe('help and version', () => {
  it.each([
    [['--help'], /oddline COMMAND/],
    [
      ['--help'],
      /analyze.*\n.*compare.*\n.*evidence.*\n.*learn.*\n.*labels.*\n.*evaluate.*\n.*export.*\n.*evaluate-model.*\n.*merge.*\n.*templates.*\n.*similar.*\n.*inspect.*\n.*fetch.*\n.*mcp .*\n.*assistant-eval .*\n.*demo/,
    ],
    [['analyze', '--help'], /--fail-on SEVERITY/],
    [['templates', '-h'], /oddline templates FILE/],
    [['demo', '--help'], /oddline demo/],
    [['--version'], new RegExp(`^${packageJson.version}\n$`)],
  ])('%j', async (args, words) => {
    const { code, stdout, stderr } = await cli.run(args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(words);
  });

  it.each([
    [['--help'], '找出日志文件中的异常'],
    [['analyze', '--help'], '只显示得分最高的 N 个'],
    [['templates', '--help'], '日志的编码'],
    [['demo', '--help'], '示例日志'],
  ])('%j is Chinese where the environment is', async (args, words) => {
    const { stdout } = await cli.run(args, { env: chinese });
    expect(stdout).toContain(words);
    expect(stdout).toContain('oddline');
    // Nothing but what is typed is English: no sentence of three words.
    expect(stdout).not.toMatch(/[a-z]+ [a-z]+ [a-z]+ [a-z]+/);
  });

  it('a command line that makes no sense is answered in Chinese there', async () => {
    const { stderr } = await cli.run(['analyze', shop, '--bogus'], { env: chinese });
    expect(stderr).toBe('oddline: 没有选项“--bogus”。请参阅“oddline analyze --help”。\n');
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
    expect(stdout).toMatch(/^standard input: [\d,]+ lines/);
  });

  it('- is standard input in messages, and - in JSON', async () => {
    const binary = await cli.run(['analyze', '-'], { input: Buffer.from('\x7fELF\x02\x01\x01\0rest') });
    expect(binary.stderr).toMatch(/^oddline: standard input is no text but/);
    const { stdout } = await cli.run(['analyze', '-', '--format', 'json'], { input: quietLog });
    expect(JSON.parse(stdout).sources[0].path).toBe('-');
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
