import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type AnswerManner, answers, callsTools, repliesWith } from '../../model-server/behaviours';
import { type ModelServer, startModelServer } from '../../model-server/model-server';
import { ask, askModel, codeOf, modelOf, withTools } from './asking';

let server: ModelServer | undefined;
afterEach(() => {
  vi.unstubAllEnvs();
  return server?.stop();
});

const usage = { promptTokens: 812, answerTokens: 44 };
const text = 'Die Datenbank `größe=4` fiel aus 数据库 😀 [L3].\n\nSeit 10:02.';

describe('an answer', () => {
  it.each<[string, AnswerManner]>([
    ['by events', {}],
    ['by bytes, within characters and lines', { pieceBytes: 1 }],
    ['by sevens with carriage returns and comments', { pieceBytes: 7, newline: '\r\n', comments: true }],
    ['in one piece', { pieceBytes: 1e6 }],
    ['letter by letter', { deltas: /[\s\S]/gu }],
    ['without [DONE]', { done: false }],
    ['with reasoning beside it', { reasoning: 'The user asks. Let me look.' }],
  ])('comes whole however it is cut: %s', async (_, manner) => {
    server = await startModelServer([answers(text, { ...manner, usage })]);
    const told = await ask(server.url);
    expect(told.error).toBeUndefined();
    expect(told.text).toBe(text);
    expect(told.parts.slice(-2)).toEqual([
      { kind: 'usage', ...usage },
      { kind: 'end', reason: 'stop' },
    ]);
  });

  it('is told as it comes', async () => {
    server = await startModelServer([answers('one two three', { ends: 'silent' })]);
    const stop = new AbortController();
    const told = await ask(server.url, {
      signal: stop.signal,
      onPart: (part) => part.kind === 'text' && part.text === 'three' && stop.abort(new Error('enough')),
    });
    expect(told.text).toBe('one two three');
    expect(told.error).toEqual(new Error('enough'));
    expect(await server.chats[0]?.over).toBe('left');
  });

  it.each<[AnswerManner['finish'], string]>([
    ['length', 'length'],
    ['content_filter', 'filtered'],
    ['stop', 'stop'],
  ])('says why it ends: %s', async (finish, reason) => {
    server = await startModelServer([answers('so far', { finish: finish ?? null })]);
    expect((await ask(server.url)).parts.at(-1)).toEqual({ kind: 'end', reason });
  });

  it('of a server that cannot stream comes in one', async () => {
    const message = { role: 'assistant', content: 'all at once' };
    const body = {
      choices: [{ index: 0, message, finish_reason: 'stop' }],
      usage: { prompt_tokens: 3, completion_tokens: 2 },
    };
    server = await startModelServer([repliesWith(200, body)]);
    const told = await ask(server.url);
    expect(told.text).toBe('all at once');
    expect(told.parts.at(-2)).toEqual({ kind: 'usage', promptTokens: 3, answerTokens: 2 });
  });

  it.each<[string, string, string]>([
    ['before the answer', '<think>\nHm, a <b>? </think>\n\nThe answer.', 'The answer.'],
    ['by another name', '  <thinking>Hm.</thinking>The answer.', 'The answer.'],
    ['that never ends', '<think>Hm, and hm', ''],
    ['nowhere', '<thinner>text</thinner>', '<thinner>text</thinner>'],
    [
      'as words of the log further down',
      'It says `<think>` twice</think>.',
      'It says `<think>` twice</think>.',
    ],
  ])('leaves reasoning out: %s', async (_, said, shown) => {
    for (const deltas of [/[\s\S]/gu, /[\s\S]{1,4}/gu, /[\s\S]+/gu]) {
      server = await startModelServer([answers(said, { deltas })]);
      expect((await ask(server.url)).text).toBe(shown);
      await server.stop();
    }
  });
});

describe('calls of tools', () => {
  const calls = [
    { id: 'a', name: 'get_lines', arguments: { from: 10, to: 20, why: 'naïve — 行' } },
    { id: 'b', name: 'search_log', arguments: { text: 'time "out"' } },
    { id: 'c', name: 'get_overview', arguments: '' },
    { id: 'd', name: 'get_volume', arguments: '{"from": ' },
  ];
  const asTold = calls.map(({ id, name, arguments: given }) => ({
    kind: 'toolCall',
    call: { id, name, arguments: typeof given === 'string' ? given : JSON.stringify(given) },
  }));

  it.each<[string, AnswerManner]>([
    ['one after the other', { callManner: 'ordered' }],
    ['in turn', { callManner: 'mixed', pieceBytes: 3 }],
    ['whole, all of index 0', { callManner: 'whole' }],
    ['behind a finish of stop', { finish: 'stop' }],
  ])('are put together from fragments: %s', async (_, manner) => {
    server = await startModelServer([answers('Let me look. ', { toolCalls: calls, ...manner })]);
    const told = await ask(server.url, { request: withTools });
    expect(told.text).toBe('Let me look. ');
    expect(told.parts.filter(({ kind }) => kind === 'toolCall')).toEqual(asTold);
    expect(told.parts.at(-1)).toEqual({ kind: 'end', reason: 'tools' });
  });

  it('without ids get one each, other ones in the next round', async () => {
    const nameless = callsTools(
      [
        { id: '', name: 'get_lines', arguments: {} },
        { id: '', name: 'get_lines', arguments: {} },
      ],
      { callManner: 'whole' },
    );
    server = await startModelServer([nameless, nameless]);
    const model = modelOf(server.url);
    const first = await askModel(model, { request: withTools });
    const second = await askModel(model, { request: withTools });
    const parts = [...first.parts, ...second.parts];
    const ids = parts.flatMap((part) => (part.kind === 'toolCall' ? [part.call.id] : []));
    expect(ids).toHaveLength(4);
    expect(new Set(ids).size).toBe(4);
    expect(ids).not.toContain('');
  });

  it('however they are cut, arguments are the same', async () => {
    await fc.assert(
      fc.asyncProperty(fc.json(), fc.integer({ min: 1, max: 60 }), async (json, pieceBytes) => {
        const one = await startModelServer([
          callsTools([{ name: 'get_lines', arguments: json }], { pieceBytes, comments: true }),
        ]);
        const told = await ask(one.url, { request: withTools });
        await one.stop();
        expect(told.parts[0]).toMatchObject({ kind: 'toolCall', call: { arguments: json } });
      }),
      { numRuns: 20 },
    );
  });
});

describe('what goes out', () => {
  it('is the question, and nothing of this machine', async () => {
    server = await startModelServer([answers('ok')]);
    await ask(server.url, { request: withTools, endpoint: { key: async () => 'sk-own' } });
    const [request] = server.chats;
    expect(request?.path).toBe('/v1/chat/completions');
    expect(request?.json).toEqual({
      model: 'test-model',
      messages: withTools.messages,
      stream: true,
      stream_options: { include_usage: true },
      temperature: 0.1,
      max_tokens: 2000,
      tool_choice: 'auto',
      tools: [{ type: 'function', function: withTools.tools[0] }],
    });
    expect(Object.keys(request?.headers ?? {}).sort()).toEqual(
      [
        'accept',
        'authorization',
        'connection',
        'content-length',
        'content-type',
        'host',
        'user-agent',
      ].sort(),
    );
    expect(request?.headers).toMatchObject({ authorization: 'Bearer sk-own', 'user-agent': 'oddline' });
  });

  it('holds no key where there is none, whatever the environment says', async () => {
    for (const name of ['API_KEY', 'ORG_ID', 'PROJECT_ID'])
      vi.stubEnv(`OPENAI_${name}`, 'from-the-environment');
    vi.stubEnv('OPENAI_CUSTOM_HEADERS', 'X-A: from-the-environment');
    vi.stubEnv('OPENAI_BASE_URL', 'http://127.0.0.1:1/from-the-environment');
    server = await startModelServer([answers('ok')]);
    await ask(server.url);
    expect(JSON.stringify(server.requests[0]?.headers)).not.toMatch(/environment|authorization/i);
  });

  it('tells a round of tools as it went', async () => {
    server = await startModelServer([answers('ok')]);
    const call = { id: 'a', name: 'get_lines', arguments: '{"from":1}' };
    const messages = [
      ...withTools.messages,
      { role: 'assistant' as const, content: '', toolCalls: [call] },
      { role: 'tool' as const, callId: 'a', content: '1: started' },
    ];
    await ask(server.url, { request: { ...withTools, messages } });
    expect(server.chats[0]?.json?.messages.slice(2)).toEqual([
      {
        role: 'assistant',
        content: '',
        tool_calls: [{ id: 'a', type: 'function', function: { name: 'get_lines', arguments: '{"from":1}' } }],
      },
      { role: 'tool', tool_call_id: 'a', content: '1: started' },
    ]);
  });

  it('a thinking model gets its own thoughts back with its calls, and nobody else gets any', async () => {
    const thinks = callsTools([{ id: 'a', name: 'get_lines', arguments: {} }], {
      reasoning: 'Lines first. ',
    });
    server = await startModelServer([thinks, answers('ok'), answers('ok')]);
    const toolCalls = [{ id: 'a', name: 'get_lines', arguments: '{}' }];
    const messages = [...withTools.messages, { role: 'assistant' as const, content: '', toolCalls }];
    const model = modelOf(server.url);
    await askModel(model, { request: withTools });
    await askModel(model, { request: { ...withTools, messages } });
    await ask(server.url, { request: { ...withTools, messages } });
    const sent = server.chats.slice(1).map(({ json }) => json?.messages.at(-1));
    expect(sent[0]).toMatchObject({ reasoning_content: 'Lines first. ' });
    expect(sent[1]).not.toHaveProperty('reasoning_content');
  });

  it('a schema goes along as a form of the answer', async () => {
    server = await startModelServer([answers('{}')]);
    const schema = { name: 'report', schema: { type: 'object' } };
    await ask(server.url, { request: { ...withTools, schema } });
    expect(server.chats[0]?.json?.response_format).toEqual({
      type: 'json_schema',
      json_schema: { ...schema, strict: true },
    });
  });

  it('never goes to another machine with a key in the open', async () => {
    const told = await ask('http://models.example/v1', { endpoint: { key: async () => 'sk' } });
    expect(codeOf(told.error)).toBe('unreachable');
  });
});
