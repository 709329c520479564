import { afterEach, describe, expect, it } from 'vitest';
import type { ModelError } from '../../../src/node/llm/chat-model';
import { answers, type Behaviour, hangsUp, repliesWith } from '../../model-server/behaviours';
import { type ModelServer, startModelServer } from '../../model-server/model-server';
import { ask, codeOf, question } from './asking';

let server: ModelServer | undefined;
afterEach(() => server?.stop());

const running = (...models: object[]) => repliesWith(200, { models });
const long = { ...question, messages: [{ role: 'user' as const, content: 'line of a log '.repeat(1000) }] };

async function askOllama(routes: Record<string, Behaviour>, model = 'test-model') {
  server = await startModelServer([answers('ok')], { routes });
  const parts = { ollamaPort: server.port };
  const told = await ask(server.url, { request: long, parts, endpoint: { model } });
  return { ...told, paths: server.requests.map(({ path }) => path) };
}

describe('Ollama, which drops without a word what is too much', () => {
  it.each([
    ['by its name', 'test-model'],
    ['by its full name', 'test-model:latest'],
  ])('is not asked more than it gives the model: known %s', async (_, name) => {
    const told = await askOllama({
      '/api/ps': running({ name: 'other', context_length: 9 }, { name, context_length: 4096 }),
    });
    expect(codeOf(told.error)).toBe('context-too-long');
    expect((told.error as ModelError).details.contextTokens).toBe(4096);
    expect(told.paths).toEqual(['/api/ps']);
  });

  it('is asked what fits', async () => {
    const told = await askOllama({ '/api/ps': running({ name: 'test-model', context_length: 32768 }) });
    expect(told.text).toBe('ok');
    expect(told.paths).toEqual(['/api/ps', '/v1/chat/completions']);
  });

  it('loads the model first, as nobody knows its context before; nothing of the question goes along', async () => {
    const answersInTurn = [running(), running({ name: 'test-model', context_length: 4096 })];
    const told = await askOllama({
      '/api/ps': () => answersInTurn.shift() ?? running(),
      '/api/generate': repliesWith(200, { done: true }),
    });
    expect(codeOf(told.error)).toBe('context-too-long');
    expect(told.paths).toEqual(['/api/ps', '/api/generate', '/api/ps']);
    expect(JSON.parse(server?.requests[1]?.body ?? '')).toEqual({ model: 'test-model', stream: false });
  });

  it.each<[string, Behaviour]>([
    ['an older one, that does not say', running({ name: 'test-model' })],
    ['another server at its port', repliesWith(404, 'not found')],
    ['one that hangs up', hangsUp()],
    ['JSON of another kind', repliesWith(200, [1])],
  ])('is asked as any other where the context is not known: %s', async (_, ps) => {
    expect((await askOllama({ '/api/ps': ps, '/api/generate': repliesWith(200, {}) })).text).toBe('ok');
  });

  it('no other server is asked', async () => {
    server = await startModelServer([answers('ok')]);
    await ask(server.url, { request: long });
    expect(server.requests.map(({ path }) => path)).toEqual(['/v1/chat/completions']);
  });
});
