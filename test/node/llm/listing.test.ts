import { afterEach, describe, expect, it } from 'vitest';
import { findLocalServers } from '../../../src/node/llm/find-local-servers';
import { listModels } from '../../../src/node/llm/list-models';
import { listedModels } from '../../../src/node/llm/listed-models';
import { type Behaviour, hangsUp, repliesWith, staysSilent } from '../../model-server/behaviours';
import { type ModelServer, startModelServer } from '../../model-server/model-server';
import { codeOf } from './asking';
import { PassedClock } from './passed-clock';

const never = new AbortController().signal;
const servers: ModelServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop();
});

async function serverWith(models: readonly string[] | Behaviour): Promise<ModelServer> {
  const server = await startModelServer([], { models });
  servers.push(server);
  return server;
}

describe('a list of models', () => {
  const named = (name: string, contextTokens: number | null = null) => ({ name, contextTokens });

  it.each<[string, unknown, ReturnType<typeof listedModels>]>([
    ['OpenAI', { object: 'list', data: [{ id: 'b' }, { id: 'a' }, { id: 'b' }] }, [named('a'), named('b')]],
    ['vLLM', { data: [{ id: 'q', max_model_len: 32768 }] }, [named('q', 32768)]],
    ['OpenRouter', { data: [{ id: 'x/y', context_length: 200000 }] }, [named('x/y', 200000)]],
    [
      'llama.cpp',
      { models: [{ name: 'm' }], data: [{ id: 'm', meta: { n_ctx: 4096, n_ctx_train: 131072 } }] },
      [named('m', 4096)],
    ],
    [
      'LM Studio',
      {
        data: [
          { id: 'm', type: 'llm', loaded_context_length: 8192, max_context_length: 131072 },
          { id: 'e', type: 'embeddings' },
        ],
      },
      [named('m', 8192)],
    ],
    ['Ollama', { models: [{ name: 'llama3:8b', model: 'llama3:8b' }] }, [named('llama3:8b')]],
    ['Ollama without models', { object: 'list', data: null }, []],
    ['Together', [{ id: 'a' }], [named('a')]],
    [
      'what cannot chat',
      { data: [{ id: 'text-embedding-3-small' }, { id: 'whisper-1' }, { id: 'gpt-5' }, { id: 'imagine' }] },
      [named('gpt-5'), named('imagine')],
    ],
    ['nothing else', { data: [{ id: 'nomic-embed-text:latest' }] }, [named('nomic-embed-text:latest')]],
    ['entries of another kind', { data: [null, 3, 'x', {}, { id: '' }, { id: 5, name: 'n' }] }, [named('n')]],
    ['no list', { ok: true }, null],
    ['no object', 'models', null],
  ])('%s', (_, answer, models) => {
    expect(listedModels(answer)).toEqual(models);
  });

  it('is asked for with the key, and told', async () => {
    const server = await serverWith(['b', 'a']);
    expect(await listModels({ url: server.url, key: 'sk' }, {}, never)).toEqual([named('a'), named('b')]);
    expect(server.requests[0]).toMatchObject({
      method: 'GET',
      path: '/v1/models',
      headers: { authorization: 'Bearer sk' },
    });
  });

  it.each<[string, Behaviour, string]>([
    ['a key that is not taken', repliesWith(401, { error: { message: 'no' } }), 'unauthorised'],
    ['a page', repliesWith(200, '<html></html>', { 'Content-Type': 'text/html' }), 'not-a-model-server'],
    ['another service', repliesWith(200, { status: 'up' }), 'not-a-model-server'],
    ['no such path', repliesWith(404, 'not found'), 'not-a-model-server'],
    ['a redirect', repliesWith(301, '', { Location: 'https://elsewhere.example' }), 'not-a-model-server'],
    ['a fault', repliesWith(500, ''), 'server'],
    ['a broken connection', hangsUp(), 'unreachable'],
  ])('or why there is none: %s', async (_, behaviour, code) => {
    const { url } = await serverWith(behaviour);
    const error = await listModels({ url, key: null }, {}, never).catch((thrown: unknown) => thrown);
    expect(codeOf(error)).toBe(code);
  });
});

describe('servers on this machine', () => {
  it('are those that list models, each with its own', async () => {
    const [one, empty, page] = [
      await serverWith(['a']),
      await serverWith([]),
      await serverWith(repliesWith(200, '<html>')),
    ];
    const ports = [
      { port: one.port, name: 'One' },
      { port: empty.port, name: 'Empty' },
      { port: page.port, name: 'Page' },
      { port: 1, name: 'Nobody' },
    ];
    expect(await findLocalServers(never, { ports })).toEqual([
      { name: 'One', url: one.url, models: [{ name: 'a', contextTokens: null }] },
    ]);
    expect(one.requests.map(({ path, headers }) => [path, headers.authorization])).toEqual([
      ['/v1/models', undefined],
    ]);
  });

  it('that say nothing are not waited for', async () => {
    const clock = new PassedClock();
    const { port } = await serverWith(() => {
      setImmediate(() => clock.pass(2));
      return staysSilent();
    });
    expect(await findLocalServers(never, { ports: [{ port, name: 'Silent' }], clock })).toEqual([]);
  });

  it('looking for them can be cancelled', async () => {
    const stop = new AbortController();
    const { port } = await serverWith(() => {
      stop.abort(new Error('enough'));
      return staysSilent();
    });
    await expect(findLocalServers(stop.signal, { ports: [{ port, name: 'Silent' }] })).rejects.toThrow(
      'enough',
    );
  });
});
