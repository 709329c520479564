import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { DatasetFormat } from '../../../src/engine/dataset/formats/format';
import { datasetFormats } from '../../../src/engine/dataset/formats/formats';
import { chineseInstructions } from '../../../src/engine/dataset/instructions/chinese';
import { englishInstructions } from '../../../src/engine/dataset/instructions/english';
import type { DatasetSequence, SequenceLabel } from '../../../src/engine/dataset/sequence';
import { endpointModel } from '../../../src/node/llm/endpoint-model';
import type { Answerer } from '../../../src/node/model-evaluation/answerer';
import { chatAnswerer } from '../../../src/node/model-evaluation/chat-answerer';
import { evaluateModel, type ModelEvaluationTask } from '../../../src/node/model-evaluation/evaluate-model';
import { usualCategories } from '../../../src/node/model-evaluation/read-examples';
import { PrivacyShield } from '../../../src/node/privacy/shield';
import { answers, type Behaviour, hangsUp, repliesWith } from '../../model-server/behaviours';
import { type ModelServer, startModelServer } from '../../model-server/model-server';
import { temporaryFolder } from '../temporary-folder';

const folder = temporaryFolder();
const usage = { promptTokens: 100, answerTokens: 7 };
let server: ModelServer | undefined;
afterEach(() => server?.stop());

const named = (name: string) => datasetFormats.find((format) => format.name === name) ?? datasetFormats[0];

/** Every fourth is anomalous: its database is gone, and so its last line. */
function sequenceOf(at: number): DatasetSequence {
  const label: SequenceLabel = at % 4 === 3 ? 'anomalous' : 'normal';
  const texts = [
    `checkout of cart ${at} begins for 198.51.100.${at}`,
    `price of cart ${at} looked up in ${at + 3} ms`,
    label === 'normal'
      ? `checkout of cart ${at} is done`
      : `lost the connection to the stock database, cart ${at} is dropped`,
  ];
  return {
    id: `s${at}`,
    label,
    category: label === 'normal' ? null : 'database',
    reasons: label === 'normal' ? [] : ['The connection to the database was lost.'],
    records: texts.map((text, line) => ({
      ...{ text, line: line + 1, level: 'info', time: null, templateId: line, template: text },
    })),
    ...{ session: null, start: null, end: null, source: 'shop.log' },
  };
}

/** A data set of 40 sequences to learn from and 12 to be asked about, 3 of them anomalous. */
function dataset(format: DatasetFormat, language: 'en' | 'zh' = 'en'): string {
  const instructions = language === 'zh' ? chineseInstructions : englishInstructions;
  const write = (name: string, from: number, count: number) => {
    const writer = format.writer({ instructions, templates: [] });
    const texts = Array.from({ length: count }, (_, at) => writer.write(sequenceOf(from + at)));
    writeFileSync(join(folder, name), writer.head() + texts.join('') + writer.end());
  };
  write('train.jsonl', 0, 40);
  write('test.jsonl', 40, 12);
  return folder;
}

async function evaluated(script: Behaviour, more: Partial<ModelEvaluationTask> = {}) {
  server = await startModelServer(script);
  const patience = { attempts: 2, firstSeconds: 0, mostSeconds: 0 };
  const endpoint = { url: server.url, model: 'tuned', key: async () => null, contextTokens: null };
  return evaluateModel({
    data: folder,
    answerer: chatAnswerer({
      model: endpointModel(endpoint, { patience }),
      shield: () => new PrivacyShield(),
      categories: usualCategories,
    }),
    ...{ limit: null, language: 'en', now: () => 0 },
    signal: new AbortController().signal,
    ...more,
  });
}

/** What a request is about, and what of the sequence is asked. */
const asked = (text: string) => ({
  isBad: /lost the connection/.test(text),
  cart: Number(/cart (\d+)/.exec(text)?.[1]),
});
const model =
  (answer: (about: ReturnType<typeof asked>) => Behaviour): Behaviour =>
  ({ json }) =>
    answer(asked(JSON.stringify(json?.messages)));
const right = model(({ isBad }) =>
  answers(isBad ? 'Anomalous. Category: database.' : 'Normal. All is well.', { usage }),
);
const perfect = {
  normal: { normal: 9, anomalous: 0, neither: 0 },
  anomalous: { normal: 0, anomalous: 3, neither: 0 },
};

describe('a served model over the test split', () => {
  it.each(['alpaca', 'sharegpt', 'openai', 'sequence', 'classification', 'chinese-labels'])(
    'of %s is measured, beside the detectors',
    async (name) => {
      dataset(named(name));
      const report = await evaluated(right);
      expect(report).toMatchObject({
        ...{ name: 'tuned', format: name, examples: 12, of: 12, unreadable: 0, failed: 0, wrong: [] },
        destination: { kind: 'local' },
        measures: { accuracy: 1, precision: 1, recall: 1, f1: 1, confusion: perfect },
        tokens: { promptTokens: 1_200, answerTokens: 84 },
        detectors: { learned: 30 },
      });
      expect(report.detectors?.measures).toMatchObject({
        examples: 12,
        recall: 1,
        confusion: { anomalous: perfect.anomalous },
      });
    },
  );

  it('is asked what it was trained on: all before the answer, and no more', async () => {
    dataset(named('openai'));
    await evaluated(right);
    const [{ json }] = server?.chats ?? [];
    expect(json?.messages.map(({ role }) => role)).toEqual(['system', 'user']);
    expect(json).toMatchObject({ temperature: 0 });
    const all = server?.chats.map(({ body }) => body).join('\n') ?? '';
    expect(all).not.toMatch(/Nothing in these|show no problem|What supports this/);
  });

  it('gets no address of a log', async () => {
    dataset(named('sequence'));
    await evaluated(right);
    const all = server?.chats.map(({ body }) => body).join('\n') ?? '';
    expect(all).toContain('<IP_1>');
    expect(all).not.toMatch(/198\.51\.100\.\d/);
  });

  it('is asked in Chinese about Chinese labels, and its answers are read', async () => {
    dataset(named('chinese-labels'));
    const report = await evaluated(model(({ isBad }) => answers(isBad ? '**异常**。' : '没有发现异常。')));
    expect(report.measures.confusion).toEqual(perfect);
    expect(server?.chats[0].body).toContain('判断下面的日志序列');
    expect(report.tokens).toBeNull();
  });

  it('counts what cannot be read and what failed apart, and both as wrong', async () => {
    dataset(named('alpaca'), 'zh');
    const report = await evaluated(
      model(({ isBad, cart }) => {
        if (cart === 40) return answers('It depends on what you mean.');
        if (cart === 43) return repliesWith(500, { error: { message: 'out of memory' } });
        return answers(isBad ? 'Normal.' : cart === 41 ? 'Anomalous.' : '正常。');
      }),
    );
    expect(report.measures).toMatchObject({
      accuracy: 7 / 12,
      precision: 0,
      recall: 0,
      confusion: {
        normal: { normal: 7, anomalous: 1, neither: 1 },
        anomalous: { normal: 2, anomalous: 0, neither: 1 },
      },
    });
    expect(report).toMatchObject({ unreadable: 1, failed: 1 });
    expect(report.wrong.map(({ line, answered }) => [line, answered])).toEqual([
      [1, null],
      [2, 'anomalous'],
      [4, null],
      [8, 'normal'],
      [12, 'normal'],
    ]);
  });

  it('tells which category was named', async () => {
    dataset(named('classification'));
    const named3 = model(({ isBad, cart }) =>
      answers(isBad ? `Anomalous. Category: ${cart === 43 ? 'network' : 'database'}.` : 'Normal.'),
    );
    expect((await evaluated(named3)).measures.categories).toEqual({
      examples: 3,
      right: 2,
      cells: [
        { expected: 'database', answered: 'database', count: 2 },
        { expected: 'database', answered: 'network', count: 1 },
      ],
    });
  });

  it('passes a server that fails now and then', async () => {
    dataset(named('sequence'));
    const failing = new Set<number>();
    const report = await evaluated(
      model(({ isBad, cart }) => {
        if (failing.size < 6 && !failing.has(cart)) {
          failing.add(cart);
          return repliesWith(503, { error: { message: 'busy' } });
        }
        return answers(isBad ? 'Anomalous.' : 'Normal.');
      }),
    );
    expect(report).toMatchObject({ failed: 0, measures: { accuracy: 1 } });
    expect(server?.chats.length).toBeGreaterThan(12);
  });

  it('is asked about so many, evenly from all; the detectors judge the same', async () => {
    dataset(named('sequence'));
    const report = await evaluated(right, { limit: 4 });
    expect(report).toMatchObject({ examples: 4, of: 12, detectors: { measures: { examples: 4 } } });
    const carts = server?.chats.map(({ body }) => asked(body).cart).sort((a, b) => a - b);
    expect(carts).toEqual([40, 43, 46, 49]);
  });
});

describe('an evaluation that comes to nothing', () => {
  it.each([
    ['is refused a key', repliesWith(401, { error: { message: 'Incorrect API key' } })],
    ['never gets an answer', hangsUp()],
    ['gets errors alone', repliesWith(500, { error: { message: 'broken' } })],
  ])('tells why where it %s, and no measures', async (_, script) => {
    dataset(named('sequence'));
    await expect(evaluated(script)).rejects.toMatchObject({ name: 'InputError' });
    expect(server?.chats.length).toBeLessThan(30);
  });

  it('tells nothing of half the answers when it is cancelled', async () => {
    dataset(named('sequence'));
    const control = new AbortController();
    const stopping = model(({ cart }) => {
      if (cart === 44) control.abort();
      return answers('Normal.');
    });
    await expect(evaluated(stopping, { signal: control.signal })).rejects.toMatchObject({
      name: 'AbortError',
    });
  });

  const files = [
    ['a table', 'features.csv', 'sequence_id,label\n', /no examples whose answer is known/],
    ['another JSON', 'other.jsonl', '{"a": 1}\n', /no examples whose answer is known/],
    [
      'answers without a verdict',
      'poems.jsonl',
      '{"instruction": "Write.", "output": "Roses"}\n',
      /No label can be read/,
    ],
    ['no JSON', 'text.jsonl', 'GET /\n', /is no JSON/],
  ] as const;
  it.each(files)('says what is wrong with %s', async (_, name, text, told) => {
    writeFileSync(join(folder, name), text);
    await expect(evaluated(right, { data: join(folder, name) })).rejects.toThrow(told);
    expect(server?.chats).toEqual([]);
  });
});

describe('what is beside the model', () => {
  const always: Answerer = {
    ...{ name: 'always', destination: null, redacted: false },
    answersTo: async (examples) =>
      examples.map(() => ({ verdict: 'anomalous', category: null, hasFailed: false, tokens: null })),
  };

  it('says that the detectors are missing where there is nothing to learn from', async () => {
    dataset(named('sequence'));
    const alone = join(folder, 'train.jsonl');
    const report = await evaluated(right, { data: alone, answerer: always });
    expect(report.detectors).toBeNull();
    expect(report.notes[0].pattern).toContain('no train.jsonl');
  });

  it('passes lines over that are no examples, and counts them', async () => {
    dataset(named('sequence'));
    writeFileSync(join(folder, 'test.jsonl'), '{"sequence_id": 1}\n[]\n', { flag: 'a' });
    const report = await evaluated(right, { answerer: always });
    expect(report.measures).toMatchObject({ examples: 12, recall: 1, precision: 0.25, accuracy: 0.25 });
    expect(report.notes.map(({ values }) => values)).toContainEqual([2]);
  });
});
