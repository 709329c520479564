import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { downloadModel } from '../../../src/node/semantic/model-download';
import { modelStore } from '../../../src/node/semantic/model-store';
import { InputError } from '../../../src/protocol/input-error';
import { writeTinyEmbedder } from '../../semantic-model/tiny-models';
import { temporaryFolder } from '../temporary-folder';

const scratch = temporaryFolder();
const original = join(scratch, 'original');
const model = { id: 'somebody/tiny', megabytes: 1, understands: 'English' } as const;
const names = ['config.json', 'tokenizer.json', 'tokenizer_config.json', 'onnx/model_quantized.onnx'];

/** By its name in the store. */
const contentOf = (name: string) => readFileSync(join(original, name.replace('_quantized', '')));
let servers: Server[] = [];

beforeAll(() => writeTinyEmbedder(original));
afterEach(() => {
  for (const server of servers) server.closeAllConnections();
  for (const server of servers) server.close();
  servers = [];
});

type Answer = (request: IncomingMessage, response: ServerResponse) => boolean;

/** A store as Hugging Face's is, but for what `instead` answers itself; the large file lies behind a redirect. */
async function storeAt(instead: Answer = () => false) {
  const server = createServer((request, response) => {
    if (instead(request, response)) return;
    const path = request.url ?? '';
    if (path === '/api/models/somebody/tiny?blobs=true') return void response.end(JSON.stringify(listing()));
    if (path.startsWith('/somebody/tiny/resolve/abc1234/')) return void answerFile(path.slice(31), response);
    if (path === '/storage') return void response.end(contentOf('onnx/model_quantized.onnx'));
    response.writeHead(404).end();
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return modelStore(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
}

function answerFile(name: string, response: ServerResponse): void {
  if (name.startsWith('onnx/')) response.writeHead(302, { Location: '/storage' }).end();
  else response.end(contentOf(name));
}

function listing() {
  const siblings = names.map((rfilename) => {
    const content = contentOf(rfilename);
    const { length: size } = content;
    const lfs = { sha256: createHash('sha256').update(content).digest('hex'), size };
    if (rfilename.startsWith('onnx/')) return { rfilename, size, blobId: 'f'.repeat(40), lfs };
    return {
      rfilename,
      size,
      blobId: createHash('sha1').update(`blob ${size}\0`).update(content).digest('hex'),
    };
  });
  const others = [
    { rfilename: 'onnx/model.onnx', size: 9e9, blobId: 'a'.repeat(40) },
    { rfilename: 'README.md' },
  ];
  return { sha: 'abc1234', siblings: [...siblings, ...others] };
}

const never = () => new AbortController().signal;

describe('a download', () => {
  it('brings the files that are needed, whole, and tells how far it is', async () => {
    const folder = join(scratch, 'there', 'model');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'old.txt'), 'of an older one');
    const told: number[] = [];
    const onBytes = (bytes: number, of: number) => void told.push(bytes / of);
    await downloadModel(model, folder, { signal: never(), onBytes }, await storeAt());
    for (const name of names) expect(readFileSync(join(folder, name))).toEqual(contentOf(name));
    expect(existsSync(join(folder, 'old.txt'))).toBe(false);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(told.at(-1)).toBe(1);
  });

  const last = '/storage';
  it.each<[string, string, Answer]>([
    [
      'another content of the same size',
      'is not what was promised',
      ({ url }, response) =>
        url === last && !!response.end(Buffer.alloc(contentOf('onnx/model_quantized.onnx').length)),
    ],
    [
      'more than was promised',
      'is not what was promised',
      ({ url }, response) => url === last && !!response.end(Buffer.alloc(1e6)),
    ],
    ['less', 'is not what was promised', ({ url }, response) => url === last && !!response.end('x')],
    ['a refusal', '403', ({ url }, response) => url === last && !!response.writeHead(403).end()],
    ['no list', 'did not give', ({ url }, response) => !!url?.startsWith('/api') && !!response.end('<html>')],
    [
      'a list without the network',
      'has no config.json',
      ({ url }, response) =>
        !!url?.startsWith('/api') && !!response.end(JSON.stringify({ sha: 'abc1234', siblings: [] })),
    ],
    [
      'a list with a size below 0',
      'has no config.json',
      ({ url }, response) => {
        const { sha, siblings } = listing();
        const sized = siblings.map((one) => (one.rfilename === 'config.json' ? { ...one, size: -1e9 } : one));
        return !!url?.startsWith('/api') && !!response.end(JSON.stringify({ sha, siblings: sized }));
      },
    ],
    [
      'a way to another host',
      'elsewhere.example',
      ({ url }, response) =>
        url === last && !!response.writeHead(302, { Location: 'http://elsewhere.example/x' }).end(),
    ],
    [
      'a way in circles',
      '302',
      ({ url }, response) => url === last && !!response.writeHead(302, { Location: last }).end(),
    ],
    [
      'an end in the middle',
      'did not give',
      ({ url, socket }) => {
        if (url === last) socket.destroy();
        return url === last;
      },
    ],
  ])('that gets %s leaves nothing behind, and says why', async (what, told, instead) => {
    const folder = join(scratch, `failed ${what}`, 'model');
    const failed = downloadModel(model, folder, { signal: never() }, await storeAt(instead));
    await expect(failed).rejects.toThrow(told);
    await expect(failed).rejects.toBeInstanceOf(InputError);
    expect(existsSync(join(folder, '..')) ? readdirSync(join(folder, '..')) : []).toEqual([]);
  });

  it('refuses what has grown beyond what was agreed to', async () => {
    const folder = join(scratch, 'grown', 'model');
    const small = { ...model, megabytes: 0.0001 };
    await expect(downloadModel(small, folder, { signal: never() }, await storeAt())).rejects.toThrow(
      'MB by now',
    );
  });

  it('that is cancelled leaves nothing behind, and keeps what was there', async () => {
    const folder = join(scratch, 'cancelled', 'model');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'old.txt'), 'of an older one');
    const controller = new AbortController();
    const hanging = await storeAt(({ url }, response) => {
      if (url === last) response.write('x', () => controller.abort(new Error('enough')));
      return url === last;
    });
    const cancelled = downloadModel(model, folder, { signal: controller.signal }, hanging);
    await expect(cancelled).rejects.toThrow('enough');
    expect(readdirSync(join(scratch, 'cancelled'))).toEqual(['model']);
    expect(readdirSync(folder)).toEqual(['old.txt']);
  });
});
