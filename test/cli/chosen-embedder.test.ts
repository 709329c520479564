import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it, vi } from 'vitest';
import { embedderOf } from '../../src/cli/assistant/chosen-embedder';
import { patternsVariable } from '../../src/cli/privacy-patterns';
import { SemanticThread } from '../../src/node/semantic/semantic-thread';

const asked: string[] = [];
const server = createServer((request, response) => {
  let body = '';
  request.on('data', (piece) => {
    body += piece;
  });
  request.on('end', () => {
    const { input } = JSON.parse(body);
    asked.push(...input);
    response.end(JSON.stringify({ data: input.map(() => ({ embedding: [1, 0] })) }));
  });
});

afterEach(() => {
  server.close();
  vi.unstubAllEnvs();
});

it('a server of embeddings is told nothing that the reader’s own patterns hide', async () => {
  vi.stubEnv(patternsVariable, '[{"name":"Staff no.","pattern":"S-[0-9]+"}]');
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  const wish = { model: 'small', endpoint, keyFrom: undefined, redacts: true };
  const note = vi.fn();
  const embedder = await embedderOf(wish, new SemanticThread('/nowhere'), { note });
  await embedder.embed(['S-4711 opened the gate'], new AbortController().signal);
  expect(asked).toEqual(['<STAFF_NO_1> opened the gate']);
  expect(note).not.toHaveBeenCalled();
});
