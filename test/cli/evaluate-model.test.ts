import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { answers, type Behaviour, repliesWith } from '../model-server/behaviours';
import { type ModelServer, startModelServer } from '../model-server/model-server';
import { builtSemanticWorker } from '../semantic-model/built-semantic';
import { writeTinyClassifier } from '../semantic-model/tiny-models';
import { builtCli } from './built-cli';

const cli = builtCli();
let server: ModelServer | undefined;
afterEach(() => server?.stop());

/** Generated: 200 sequences, 20 of them to be asked about. */
const data = () => join(cli.folder, 'set');
beforeAll(async () => {
  const args = ['--sequences', '200', '--format', 'openai', '--seed', '5', '--out', data()];
  expect(await cli.run(['generate', ...args])).toMatchObject({ code: 0 });
});

/** Takes an answer by what its log says of errors: right as often as levels tell. */
const byLevel: Behaviour = ({ json }) =>
  answers(/ERROR/.test(JSON.stringify(json?.messages)) ? 'Anomalous. Category: network.' : 'Normal.', {
    usage: { promptTokens: 10, answerTokens: 2 },
  });

async function run(script: Behaviour, ...args: string[]) {
  server = await startModelServer(script);
  return cli.run(['evaluate-model', '--data', data(), '--endpoint', server.url, ...args]);
}

describe('evaluate-model', () => {
  it('measures a served model beside the detectors, as JSON', async () => {
    const { code, stdout, stderr } = await run(byLevel, '--model', 'tuned', '--format', 'json');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const report = JSON.parse(stdout);
    expect(report).toMatchObject({
      ...{ name: 'tuned', file: 'test.jsonl', format: 'openai', redacted: true, unreadable: 0, failed: 0 },
      tokens: { promptTokens: report.examples * 10, answerTokens: report.examples * 2 },
    });
    expect(report.examples).toBeGreaterThan(15);
    const { normal, anomalous } = report.measures.confusion;
    expect(report.measures.accuracy).toBeCloseTo((normal.normal + anomalous.anomalous) / report.examples, 10);
    expect(report.detectors.measures.examples).toBe(report.examples);
  });

  it('says so to people, and takes the one model a server offers', async () => {
    const { code, stdout } = await run(byLevel, '--limit', '8');
    expect(code).toBe(0);
    expect(stdout).toMatch(/Evaluation of test-model\n8 of \d+ examples of test\.jsonl \(openai\)\./);
    expect(stdout).toMatch(/Asked on this machine \(127\.0\.0\.1:\d+\), secrets and personal data hidden\./);
    expect(stdout).toMatch(/Accuracy +[01]\.\d{4} +[01]\.\d{4}/);
    expect(stdout).toMatch(
      /labelled normal +labelled anomalous\nsaid normal +\d+ +\d+\nsaid anomalous +\d+ /,
    );
  });

  it('hides what a person wants hidden, too', async () => {
    server = await startModelServer(byLevel);
    const env = { ODDLINE_PRIVACY_PATTERNS: '[{"name": "word", "pattern": "(?i)request"}]' };
    const args = ['evaluate-model', '--data', data(), '--endpoint', server.url, '--limit', '4'];
    expect(await cli.run(args, { env })).toMatchObject({ code: 0, stderr: '' });
    expect(server.chats.map(({ body }) => body).join()).not.toMatch(/request/i);
  });

  it('has a key from the environment, and tells why there is no answer', async () => {
    server = await startModelServer(repliesWith(401, { error: { message: 'Incorrect API key provided' } }));
    const args = ['evaluate-model', '--data', data(), '--endpoint', server.url, '--model', 'm'];
    const refused = await cli.run([...args, '--key-from', 'MY_KEY'], { env: { MY_KEY: 'sk-secret' } });
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).not.toContain('sk-secret');
    expect(server.chats[0].headers.authorization).toBe('Bearer sk-secret');
  });

  const wrong: readonly (readonly [string, readonly string[]])[] = [
    ['no data set', ['--endpoint', 'http://127.0.0.1:1/v1']],
    ['nobody to ask', ['--data', '.']],
    ['two to ask', ['--data', '.', '--onnx', '.', '--endpoint', 'http://127.0.0.1:1/v1']],
    ['a folder without a test split', ['--data', '.', '--onnx', '.']],
  ];
  it.each(wrong)('is refused with a sentence: %s', async (_, args) => {
    const { code, stdout, stderr } = await cli.run(['evaluate-model', ...args]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/evaluate-model takes a data set|has no test split/);
  });

  it('says it in Chinese', async () => {
    server = await startModelServer(byLevel);
    const env = { LC_ALL: 'zh_CN.UTF-8' };
    const args = ['evaluate-model', '--data', data(), '--endpoint', server.url, '--limit', '5'];
    expect((await cli.run(args, { env })).stdout).toMatch(/准确率 +[01]\.\d{4}/);
  });

  it('runs a classifier in ONNX on this machine, which knows what it was made to know', async () => {
    await builtSemanticWorker(join(cli.folder, 'dist'));
    const folder = join(cli.folder, 'tiny-classifier');
    writeTinyClassifier(folder);
    const rows = ['user login', 'request timed out', 'user login again', 'disk full', 'login of a user'];
    const example = (text: string, at: number) => ({
      sequence_id: `${at}`,
      text,
      label: at % 2,
      category: '',
    });
    const lines = rows.map((text, at) => `${JSON.stringify(example(text, at))}\n`).join('');
    const file = cli.file('known.jsonl', lines.replace('"label":0', '"label":1'));
    const args = ['evaluate-model', '--data', file, '--onnx', folder, '--format', 'json'];
    const { code, stdout, stderr } = await cli.run(args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({
      ...{ name: 'tiny-classifier', destination: null, redacted: false, tokens: null, detectors: null },
      measures: {
        precision: 1,
        recall: 2 / 3,
        confusion: { normal: { normal: 2, anomalous: 0 }, anomalous: { normal: 1, anomalous: 2 } },
      },
      wrong: [{ line: 1, expected: 'anomalous', answered: 'normal' }],
    });
    const broken = await cli.run(['evaluate-model', '--data', file, '--onnx', cli.folder]);
    expect(broken).toMatchObject({ code: 2, stdout: '' });
    expect(broken.stderr).toMatch(/lacks|no config\.json|Choose/);
  });
});
