import { afterEach, describe, expect, it } from 'vitest';
import type { Exercise, ExerciseCause } from '../../src/engine/dataset/generator/exercises/exercise';
import { exercises } from '../../src/engine/dataset/generator/exercises/exercises';
import { answers, type Behaviour, repliesWith } from '../model-server/behaviours';
import { type ModelServer, startModelServer } from '../model-server/model-server';
import { builtCli } from './built-cli';

const cli = builtCli();
const all = new Map([...exercises('en'), ...exercises('zh')].map((each) => [each.name, each]));
const signsOf = (language: string) =>
  [...all.values()].reduce(
    (sum, each) => sum + (each.language === language ? (each.cause?.messages.length ?? 0) : 0),
    0,
  );
/** Of RFC 5737: all that logs of exercises hold. */
const documentationAddress = /\b(?:192\.0\.2|198\.51\.100|203\.0\.113)\.\d+/;
const usage = { promptTokens: 1_000, answerTokens: 100 };

let server: ModelServer | undefined;
afterEach(() => server?.stop());

/** A model that knows which log it is asked about, and answers of its truth. */
const model =
  (answerOf: (exercise: Exercise) => string): Behaviour =>
  ({ json }) => {
    const asked = JSON.stringify(json?.messages);
    const name = /\b((?:en|zh)-\d+)\.log/.exec(asked)?.[1] ?? '';
    const exercise = all.get(name);
    if (exercise === undefined) return repliesWith(400, { error: { message: 'Which log?' } });
    return answers(answerOf(exercise), { usage });
  };

async function evaluated(script: Behaviour, ...args: string[]) {
  server = await startModelServer(script);
  const { code, stdout, stderr } = await cli.run([
    ...['assistant-eval', '--endpoint', server.url, '--format', 'json', ...args],
  ]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout);
}

const header = /^\S+ +[A-Z]+ +\[\w+\] (?:\[\S+\] |host=\S+ client=\S+ )?/;

/** The beginning of what a line says: what of it is variable stands further behind. */
function quoteOf({ text }: Exercise, line: number): string {
  const said = text.split('\n')[line - 1].replace(header, '').trim();
  return `\`${said.replaceAll('`', '')}\` [L${line}]`;
}

const claims = (exercise: Exercise, { messages, places }: ExerciseCause): string =>
  messages.map((lines) => `- ${places[0]} wrote ${quoteOf(exercise, lines[0])}`).join('\n');

/** Names the cause where it can be seen, and withholds where it cannot. */
function right(exercise: Exercise): string {
  const { cause, shape, language } = exercise;
  if (cause === null) return language === 'zh' ? '没有异常。' : 'Nothing is wrong in this log.';
  if (shape === 'cause missing') return language === 'zh' ? '证据不足。' : 'There is not enough evidence.';
  return claims(exercise, cause);
}

/** Proves by true lines what has nothing to do with it. */
const wrong = (exercise: Exercise): string =>
  `The label printer is at fault: ${quoteOf(exercise, 1)}\n\nThat is certain.`;

/** Names the cause, and proves it by lines that say something else or are not there. */
const invented = ({ cause }: Exercise): string =>
  `In ${cause?.places[0] ?? 'the mailer'} a certificate expired and the connection pool was exhausted, \`read-only\` and ` +
  '`too many open files` [L9999999], as `java.lang.Impossible` shows [L1].';

describe('assistant-eval', () => {
  it('finds a right model right, and what it cost', async () => {
    const {
      totals,
      name,
      destination,
      answers: rows,
      cost,
    } = await evaluated(
      model(right),
      ...['--language', 'en', '--prices', '{"test-*": {"input": 3, "output": 15}}'],
    );
    expect({ name, destination: destination.kind }).toEqual({ name: 'test-model', destination: 'local' });
    expect(totals).toMatchObject({
      answers: 10,
      causesNamed: { count: 8, of: 8 },
      withheldRightly: { count: 2, of: 2 },
      struck: { count: 0 },
    });
    expect(totals.signsCited).toEqual({ count: signsOf('en'), of: signsOf('en') });
    expect(totals.citedPlanted).toEqual(totals.signsCited);
    expect(rows.every(({ failure }: { failure: unknown }) => failure === null)).toBe(true);
    expect(cost).toBeCloseTo(10 * (0.003 + 0.0015), 6);
  });

  it('finds a wrong model wrong, though its citations hold; no address of a log left', async () => {
    const { totals } = await evaluated(model(wrong), '--language', 'en');
    expect(totals).toMatchObject({
      causesNamed: { count: 0, of: 8 },
      withheldRightly: { count: 0, of: 2 },
      signsCited: { count: 0 },
      citedPlanted: { count: 0, of: 10 },
      struck: { count: 0, of: 10 },
    });
    const sent = server?.chats.map(({ body }) => body) ?? [];
    expect(sent).toHaveLength(10);
    expect(sent.filter((body) => documentationAddress.test(body))).toEqual([]);
    expect(sent.some((body) => body.includes('<IP_1>'))).toBe(true);
  });

  it('strikes what a model invents, and what it named by it', async () => {
    const { totals } = await evaluated(model(invented), '--language', 'zh');
    expect(totals).toMatchObject({
      causesNamed: { count: 0, of: 8 },
      citedPlanted: { count: 0, of: 0 },
      struck: { count: 20, of: 20 },
    });
  });

  it('prints a table, each run a row, and what went wrong below it', async () => {
    const calm = model(right);
    server = await startModelServer((request) =>
      request.body.includes('zh-2.log') ? answers('', { usage: null }) : calm,
    );
    const { code, stdout } = await cli.run([
      ...['assistant-eval', '--endpoint', server.url, '--language', 'zh', '--runs', '2'],
    ]);
    expect(code).toBe(0);
    const lines = stdout.trimEnd().split('\n');
    expect(lines[0]).toMatch(/^20 answers by test-model at 127\.0\.0\.1:\d+, on this machine$/);
    expect(lines.filter((line) => /^zh-\d+ /.test(line))).toHaveLength(20);
    expect(lines.find((line) => line.startsWith('zh-1 '))).toMatch(
      /^zh-1 +single +primary-lost +yes +– +3\/3 +3\/3 +0\/3 /,
    );
    expect(lines.find((line) => line.startsWith('zh-2 '))).toMatch(/rate-limited +no +– +0\//);
    expect(lines.find((line) => line.startsWith('all '))).toMatch(/^all +14\/16 +4\/4 /);
  });
});

describe('assistant-eval --rules', () => {
  it('scores the summary without a model, and asks nobody', async () => {
    const { code, stdout, stderr } = await cli.run([
      ...['assistant-eval', '--rules', '--language', 'en', '--format', 'json'],
    ]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const { destination, cost, totals } = JSON.parse(stdout);
    expect({ destination, cost }).toEqual({ destination: null, cost: null });
    expect(totals.causesNamed.of).toBe(8);
    expect(totals.causesNamed.count).toBeGreaterThanOrEqual(6);
    expect(totals.withheldRightly.of).toBe(2);
    expect(totals.struck.count).toBe(0);
  });
});

describe('assistant-eval cannot run', () => {
  const checkRefused = async (args: readonly string[], told: RegExp) => {
    const { code, stdout, stderr } = await cli.run(['assistant-eval', ...args]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(told);
  };

  it.each([
    [[], /--endpoint URL/],
    [['--rules', '--endpoint', 'http://127.0.0.1:1/v1'], /asks nobody/],
    [['a.log', '--endpoint', 'http://127.0.0.1:1/v1'], /no file/],
    [['--endpoint', 'nowhere'], /is no address of a model server/],
    [['--endpoint', 'http://127.0.0.1:1/v1', '--language', 'fr'], /en, zh, both/],
    [['--endpoint', 'http://127.0.0.1:1/v1', '--runs', '0'], /whole number from 1/],
    [['--endpoint', 'http://127.0.0.1:1/v1', '--prices', '{"a": 3}'], /what a million tokens cost/],
    [['--endpoint', 'http://127.0.0.1:1/v1', '--key-from', 'NO_SUCH_KEY'], /no variable NO_SUCH_KEY/],
  ])('%j', (args, told) => checkRefused(args, told));

  it('where the server offers several models', async () => {
    server = await startModelServer([], { models: ['small', 'large'] });
    await checkRefused(['--endpoint', server.url], /2 models\. Name one with --model: .*small/);
  });

  it('where the server wants a key', async () => {
    server = await startModelServer(repliesWith(401, { error: { message: 'No key.' } }));
    await checkRefused(['--endpoint', server.url, '--model', 'm'], /key/);
    expect(server.chats).toHaveLength(1);
  });
});
