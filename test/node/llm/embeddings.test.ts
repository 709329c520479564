import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { isModelError } from '../../../src/node/assistant/model-failure';
import { PrivacyShield } from '../../../src/node/privacy/shield';
import { type EndpointSource, loadEmbedder } from '../../../src/node/semantic/embedder';
import { SemanticThread } from '../../../src/node/semantic/semantic-thread';

let server: Server | undefined;
afterEach(() => server?.close());

interface Asked {
  readonly path: string;
  readonly key: string | undefined;
  readonly body: { readonly model: string; readonly input: readonly string[] };
}

const asked: Asked[] = [];
afterEach(() => asked.splice(0));

type Said = (texts: readonly string[]) => unknown;

async function embedderAt(said: Said, changed: Partial<EndpointSource> = {}, status = 200) {
  server = createServer(async (request, response) => {
    const body = JSON.parse(await textOf(request));
    asked.push({ path: request.url ?? '', key: request.headers.authorization, body });
    const answer = said(body.input);
    response.writeHead(status, { 'Content-Type': 'application/json' });
    response.end(typeof answer === 'string' ? answer : JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  const source = { kind: 'endpoint', url, model: 'small', key: null, redact: null, ...changed } as const;
  return loadEmbedder(source, new SemanticThread('/nowhere'));
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const piece of request) text += String(piece);
  return text;
}

const { signal } = new AbortController();
const lengths: Said = (texts) => ({
  data: texts.map((text, index) => ({ index, embedding: [text.length, 0] })).reverse(),
});

it('a server is asked for all texts at once, and its vectors get length 1, each to its text', async () => {
  const embedder = await embedderAt((texts) => ({
    data: texts.map((_, index) => ({ index, embedding: [3 - 3 * index, 4 * index] })).reverse(),
  }));
  const { dimensions, rows } = await embedder.embed(['disk full', 'login'], signal);
  expect(dimensions).toBe(2);
  expect([...rows]).toEqual([1, 0, 0, 1]);
  expect(asked.map(({ path, body }) => [path, body.model, body.input])).toEqual([
    ['/v1/embeddings', 'small', ['disk full', 'login']],
  ]);
});

it('what must not leave is hidden, and the same each time', async () => {
  const redact = (text: string) => new PrivacyShield().redact(text);
  const embedder = await embedderAt(lengths, { redact, key: 'abc' });
  await embedder.embed(['mail to ann@example.com', 'mail to bob@example.com'], signal);
  await embedder.embed(['mail to bob@example.com'], signal);
  const said = asked.flatMap(({ body }) => body.input);
  expect(said.join()).not.toMatch(/ann|bob/);
  expect(said[2]).toBe(said[1]);
  expect(asked[0].key).toBe('Bearer abc');
  expect(embedder.model).not.toBe((await embedderAt(lengths)).model);
});

it('no half of a secret is sent where a text is cut', async () => {
  const redact = (text: string) => new PrivacyShield().redact(text);
  const embedder = await embedderAt(lengths, { redact });
  for (let before = 3975; before < 4000; before++)
    await embedder.embed(
      [`${'x '.repeat(2000).slice(0, before - 1)} ann.example@mail.example.com left`],
      signal,
    );
  expect(asked.flatMap(({ body }) => body.input).join()).not.toMatch(/ann\.|example/);
});

it.each([
  ['an empty text', ''],
  ['NULs', '\0\0'],
  ['a line of a megabyte', 'x'.repeat(1e6)],
])('%s is asked for as some text of a length servers take', async (_, text) => {
  await (await embedderAt(lengths)).embed([text], signal);
  const [said] = asked[0].body.input;
  expect(said.length).toBeGreaterThan(0);
  expect(said.length).toBeLessThanOrEqual(4000);
  expect(said).not.toContain('\0');
});

it.each<[string, Said, number, RegExp]>([
  ['too few vectors', () => ({ data: [] }), 200, /no vector for each text/],
  [
    'words in place of numbers',
    () => ({ data: [{ index: 0, embedding: ['a'] }] }),
    200,
    /no vector for each/,
  ],
  [
    'vectors of two lengths',
    () => ({ data: [{ embedding: [1] }, { embedding: [1, 2] }] }),
    200,
    /no vector for each text/,
  ],
  [
    'two vectors of one text',
    () => ({
      data: [
        { index: 0, embedding: [1] },
        { index: 0, embedding: [1] },
      ],
    }),
    200,
    /no vector/,
  ],
  [
    'a vector of a text nobody asked for',
    () => ({
      data: [
        { index: 0, embedding: [1] },
        { index: 4_000_000_000, embedding: [1] },
      ],
    }),
    200,
    /no vector/,
  ],
  ['no JSON', () => 'hello', 200, /./],
  ['a page', () => '<html>', 404, /./],
  ['a refusal of the key', () => ({ error: { message: 'bad key' } }), 401, /key/i],
  ['a failure', () => ({ error: { message: 'no memory' } }), 500, /could not answer/],
])('%s ends in a sentence', async (_, said, status, told) => {
  const embedder = await embedderAt(said, {}, status);
  const failed = embedder.embed(['a', 'b'], signal);
  await expect(failed).rejects.toThrow(told);
  await expect(failed).rejects.toSatisfy(isModelError);
});
