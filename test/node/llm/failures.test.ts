import { afterEach, describe, expect, it } from 'vitest';
import type { ModelError, ModelFailure } from '../../../src/node/llm/chat-model';
import { ServerManners } from '../../../src/node/llm/server-manners';
import {
  answers,
  type Behaviour,
  callsTools,
  hangsUp,
  repliesWith,
  staysSilent,
} from '../../model-server/behaviours';
import { contextTooLong, noSchema, noTools, unknownModel } from '../../model-server/dialects';
import { type ModelServer, startModelServer } from '../../model-server/model-server';
import { ask, askModel, codeOf, modelOf, question, withTools } from './asking';
import { PassedClock } from './passed-clock';

let server: ModelServer | undefined;
afterEach(() => server?.stop());

const withAll = { ...withTools, schema: { name: 'report', schema: { type: 'object' } } };
const page = '<!DOCTYPE html><html><body>Welcome</body></html>';
const said = (message: string, more: object = {}) => ({ error: { message, ...more } });

describe('what a server says it cannot do', () => {
  const cases: [ModelFailure, string, Behaviour, (number | undefined)?][] = [
    ...contextTooLong.map(
      ({ server, reply, limit }): [ModelFailure, string, Behaviour, (number | undefined)?] => [
        'context-too-long',
        server,
        reply,
        limit,
      ],
    ),
    ...noTools.map(({ server, reply }): [ModelFailure, string, Behaviour] => ['no-tools', server, reply]),
    ...noSchema.map(({ server, reply }): [ModelFailure, string, Behaviour] => ['no-schema', server, reply]),
    ...unknownModel.map(({ server, reply }): [ModelFailure, string, Behaviour] => [
      'unknown-model',
      server,
      reply,
    ]),
  ];

  it.each(cases)('%s as %s says it', async (code, _, reply, limit) => {
    server = await startModelServer([reply]);
    const { error, parts } = await ask(server.url, { request: withAll });
    expect(codeOf(error)).toBe(code);
    expect((error as ModelError).details.contextTokens).toBe(limit);
    expect(parts).toEqual([]);
    expect(server.chats).toHaveLength(1);
  });

  it('an error that comes within a stream is told as one that comes before', async () => {
    const reply = repliesWith(
      200,
      `data: ${JSON.stringify(said('the request exceeds the available context size', { n_ctx: 8192 }))}\n\n`,
    );
    server = await startModelServer([{ ...reply, headers: { 'Content-Type': 'text/event-stream' } }]);
    const { error } = await ask(server.url);
    expect(codeOf(error)).toBe('context-too-long');
    expect((error as ModelError).details.contextTokens).toBe(8192);
  });

  it('words about tools mean nothing where no tools were sent', async () => {
    server = await startModelServer([repliesWith(400, said('"gpt" does not support tools'))]);
    expect(codeOf((await ask(server.url)).error)).toBe('server');
  });
});

describe('what will not get better by itself', () => {
  it.each<[string, Behaviour, ModelFailure]>([
    [
      'a key that is not taken',
      repliesWith(401, said('Incorrect API key provided: sk-***1')),
      'unauthorised',
    ],
    ['a key that may not', repliesWith(403, said('no access')), 'unauthorised'],
    ['an empty account', repliesWith(402, said('Insufficient Balance')), 'rate-limited'],
    [
      'a spent quota',
      repliesWith(429, said('You exceeded it.', { code: 'insufficient_quota' })),
      'rate-limited',
    ],
    ['a page for browsers', repliesWith(200, page, { 'Content-Type': 'text/html' }), 'not-a-model-server'],
    ['a page that says not found', repliesWith(404, page), 'not-a-model-server'],
    ['another path', repliesWith(404, '404 page not found'), 'not-a-model-server'],
    ['a redirect', repliesWith(308, '', { Location: 'http://127.0.0.1:9/v1' }), 'not-a-model-server'],
    ['JSON of another kind', repliesWith(200, { ok: true }), 'not-a-model-server'],
    ['a request it cannot read', repliesWith(400, said('messages: expected a list')), 'server'],
  ])('%s', async (_, reply, code) => {
    server = await startModelServer([reply, answers('never')]);
    const { error, text } = await ask(server.url, { endpoint: { key: async () => 'sk-secret' } });
    expect(codeOf(error)).toBe(code);
    expect(text).toBe('');
    expect(server.requests).toHaveLength(1);
    expect(JSON.stringify((error as ModelError).sentence)).not.toContain('sk-');
  });

  it('a key that HTTP cannot carry is not accepted either', async () => {
    server = await startModelServer([]);
    const { error } = await ask(server.url, { endpoint: { key: async () => 'sk-\nX: y' } });
    expect(codeOf(error)).toBe('unauthorised');
    expect(server.requests).toEqual([]);
  });

  it('a host nobody knows', async () => {
    expect(codeOf((await ask('https://no-such-host.invalid/v1')).error)).toBe('unreachable');
  });
});

describe('what may pass is tried again', () => {
  it.each<[string, Behaviour[], number[]]>([
    ['429 with seconds', [repliesWith(429, said('slow'), { 'Retry-After': '17' })], [17]],
    [
      '429 with a date',
      [repliesWith(429, '', { 'Retry-After': new Date(Date.UTC(2026, 0, 1, 0, 0, 30)).toUTCString() })],
      [30],
    ],
    ['429 with milliseconds', [repliesWith(429, '', { 'Retry-After': '9', 'Retry-After-Ms': '2400' })], [3]],
    ['429 without a word', [repliesWith(429, said('slow'))], [5]],
    ['500', [repliesWith(500, said('oops'))], [1]],
    ['503 with a page', [repliesWith(503, page, { 'Content-Type': 'text/html' })], [1]],
    ['529, overloaded, twice', [repliesWith(529, said('Overloaded')), repliesWith(529, '')], [1, 2]],
    ['a connection that ends before the answer', [hangsUp()], [1]],
    ['a stream that ends before its first word', [answers('', { finish: null })], [1]],
    [
      'a call of a tool that breaks off',
      [callsTools([{ name: 'x', arguments: {} }], { finish: null, ends: 'cut' })],
      [1],
    ],
  ])('%s', async (_, failing, waits) => {
    server = await startModelServer([...failing, answers('at last')]);
    const { text, parts, error } = await ask(server.url);
    expect(error).toBeUndefined();
    expect(text).toBe('at last');
    const waited = parts.flatMap((part) => (part.kind === 'waiting' ? [part.seconds] : []));
    expect(waited).toEqual(waits);
    expect(new Set(server.chats.map(({ body }) => body)).size).toBe(1);
  });

  it.each<[string, Behaviour, ModelFailure, number, number | undefined]>([
    ['429', repliesWith(429, '', { 'Retry-After': '4' }), 'rate-limited', 3, 4],
    ['a wait nobody sits through', repliesWith(429, '', { 'Retry-After': '3600' }), 'rate-limited', 1, 3600],
    ['500', repliesWith(500, said('oops')), 'server', 3, undefined],
    ['connections that end', hangsUp(), 'unreachable', 3, undefined],
  ])('but not for ever: %s', async (_, behaviour, code, requests, retryAfterSeconds) => {
    server = await startModelServer(behaviour);
    const { error } = await ask(server.url);
    expect(codeOf(error)).toBe(code);
    expect((error as ModelError).details.retryAfterSeconds).toBe(retryAfterSeconds);
    expect(server.chats).toHaveLength(requests);
  });

  it('nobody listening is told after a few tries', async () => {
    const { error, parts } = await ask('http://127.0.0.1:1/v1');
    expect(codeOf(error)).toBe('unreachable');
    expect(parts.map(({ kind }) => kind)).toEqual(['waiting', 'waiting']);
  });

  it('waiting can be cancelled', async () => {
    server = await startModelServer(repliesWith(429, '', { 'Retry-After': '30' }));
    const stop = new AbortController();
    const { error } = await ask(server.url, {
      signal: stop.signal,
      onPart: () => setImmediate(() => stop.abort(new Error('enough'))),
    });
    expect(error).toEqual(new Error('enough'));
    expect(server.chats).toHaveLength(1);
  });
});

describe('a stream that breaks off', () => {
  it.each<[string, Behaviour]>([
    ['within', answers('It began at 10:02', { finish: null, ends: 'cut' })],
    ['at the end of an event, politely', answers('It began at 10:02', { finish: null })],
    [
      'by the server’s word',
      answers('It began at 10:02', { finish: 'insufficient_system_resource' as 'stop' }),
    ],
  ])('keeps what came, and is not asked again: %s', async (_, behaviour) => {
    server = await startModelServer([behaviour, answers('never')]);
    const { text, error } = await ask(server.url);
    expect(text).toBe('It began at 10:02');
    expect(codeOf(error)).toBe('cut');
    expect(server.chats).toHaveLength(1);
  });

  it('[DONE] alone ends it well', async () => {
    const events = 'data: {"choices":[{"delta":{"content":"short"}}]}\n\ndata: [DONE]\n\n';
    const reply = { ...repliesWith(200, events), headers: { 'Content-Type': 'text/event-stream' } };
    server = await startModelServer([reply]);
    expect((await ask(server.url)).parts).toEqual([
      { kind: 'text', text: 'short' },
      { kind: 'end', reason: 'stop' },
    ]);
  });
});

describe('silence', () => {
  it('before the answer is a timeout', async () => {
    const clock = new PassedClock();
    server = await startModelServer(() => {
      setImmediate(() => clock.pass(120));
      return staysSilent();
    });
    const { error } = await askModel(modelOf(server.url, { parts: { clock } }), {}, clock);
    expect(codeOf(error)).toBe('timeout');
    expect(await server.chats[0]?.over).toBe('left');
  });

  it('within it is a cut, after the seconds that are set', async () => {
    server = await startModelServer([answers('It began', { ends: 'silent' })]);
    const { text, error } = await ask(server.url, {
      parts: { silenceSeconds: 7 },
      onPart: (part, clock) =>
        part.kind === 'text' && part.text === 'began' && setImmediate(() => clock.pass(7)),
    });
    expect(text).toBe('It began');
    expect(codeOf(error)).toBe('cut');
    expect(await server.chats[0]?.over).toBe('left');
  });

  it('can be cancelled', async () => {
    const stop = new AbortController();
    server = await startModelServer(() => {
      setImmediate(() => stop.abort(new Error('enough')));
      return staysSilent();
    });
    expect((await ask(server.url, { signal: stop.signal })).error).toEqual(new Error('enough'));
    expect(await server.chats[0]?.over).toBe('left');
  });

  it('whoever stops reading ends the exchange', async () => {
    server = await startModelServer([answers('It began', { ends: 'silent' })]);
    for await (const part of modelOf(server.url).chat(question, new AbortController().signal)) {
      expect(part).toEqual({ kind: 'text', text: 'It ' });
      break;
    }
    expect(await server.chats[0]?.over).toBe('left');
  });
});

describe('members a server does not take', () => {
  const refusesMaxTokens = repliesWith(
    400,
    said(
      "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
      {
        param: 'max_tokens',
        code: 'unsupported_parameter',
      },
    ),
  );
  const refusesTemperature = repliesWith(
    400,
    said("Unsupported value: 'temperature' does not support 0.1 with this model.", { param: 'temperature' }),
  );
  const refusesUsage = repliesWith(422, {
    detail: [{ loc: ['body', 'stream_options'], msg: 'Extra inputs are not permitted' }],
  });

  it('are left out, told nobody, and not sent again to this model', async () => {
    server = await startModelServer([
      refusesMaxTokens,
      refusesTemperature,
      refusesUsage,
      answers('one'),
      answers('two'),
    ]);
    const manners = new ServerManners();
    const first = await ask(server.url, { parts: { manners } });
    const second = await ask(server.url, { parts: { manners } });
    expect([first.text, second.text]).toEqual(['one', 'two']);
    expect(first.parts.map(({ kind }) => kind)).toEqual(['text', 'end']);
    const last = server.chats.at(-1)?.json;
    expect(last).toMatchObject({ max_completion_tokens: 2000 });
    for (const name of ['max_tokens', 'temperature', 'stream_options']) expect(last).not.toHaveProperty(name);
    expect(server.chats).toHaveLength(5);
  });

  it('are sent to other models', async () => {
    server = await startModelServer([refusesTemperature, answers('one'), answers('two')]);
    const manners = new ServerManners();
    await ask(server.url, { parts: { manners } });
    await ask(server.url, { parts: { manners }, endpoint: { model: 'another' } });
    expect(server.chats.map(({ json }) => json?.temperature)).toEqual([0.1, undefined, 0.1]);
  });

  it('a server that refuses whatever is asked is asked a few times only', async () => {
    let turn = 0;
    server = await startModelServer(() =>
      repliesWith(400, said(`Unsupported parameter: ${turn++ % 2 ? 'max_tokens' : 'max_completion_tokens'}`)),
    );
    expect(codeOf((await ask(server.url)).error)).toBe('server');
    expect(server.chats.length).toBeLessThanOrEqual(4);
  });
});
