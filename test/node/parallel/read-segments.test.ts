import { closeSync, openSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { generateShopLog } from '../../../src/engine/dataset/generator/shop-log';
import type { SourceIndex } from '../../../src/engine/model/units';
import { Session } from '../../../src/engine/session';
import { type MinedLogs, mineLogs } from '../../../src/node/analyse-logs';
import { openLogFile } from '../../../src/node/files/log-file';
import type { ReadableLog } from '../../../src/node/files/readable-log';
import { windowLogs } from '../../../src/node/files/time-window';
import { spansOf } from '../../../src/node/parallel/byte-span';
import type { SegmentPoolOptions } from '../../../src/node/parallel/segment-pool';
import { SegmentThread } from '../../../src/node/parallel/segment-thread';
import { temporaryFolder } from '../temporary-folder';

const folder = temporaryFolder();
const workerPath = join(folder, 'segment-worker.js');
const shop = generateShopLog({ seed: 3 }).text;
const referenceSeconds = Date.UTC(2026, 10, 21) / 1000;
const small: SegmentPoolOptions = { workerPath, threads: 2, leastBytes: 0, segmentBytes: 40_000 };

beforeAll(async () => {
  await build({
    entryPoints: [resolve(import.meta.dirname, '../../../src/node/parallel/segment-worker.ts')],
    outfile: workerPath,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
  });
});

function fileOf(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function resultOf({ templates, session }: MinedLogs) {
  const source = 0 as SourceIndex;
  return { templates, lines: session.lineCount, ofLines: [...session.templates.templatesOfLines(source)] };
}

type Cut = (logs: readonly ReadableLog[]) => readonly ReadableLog[];

async function mine(path: string, segments?: SegmentPoolOptions, cut: Cut = (logs) => logs) {
  const log = await openLogFile(path);
  try {
    return resultOf(await mineLogs({ logs: cut([log]), segments }));
  } finally {
    await log.close();
  }
}

const docker = (line: string) =>
  JSON.stringify({ log: `${line}\n`, stream: 'stdout', time: '2026-06-12T09:41:07Z' });

describe('several threads', () => {
  const texts: readonly (readonly [name: string, text: string])[] = [
    ['a service log', shop],
    ['no line end at its end', shop.trimEnd()],
    ['a byte order mark and CR LF', `\ufeff${shop.replaceAll('\n', '\r\n')}`],
    ['CR alone', shop.replaceAll('\n', '\r')],
    ['a wrapped log, which is read in order', shop.split('\n').map(docker).join('\n')],
    ['fewer lines than decide a format', shop.slice(0, 20_000)],
    ['nothing', ''],
  ];
  it.each(texts)('give what one gives: %s', async (name, text) => {
    const path = fileOf(`${name.replaceAll(' ', '-')}.log`, text);
    expect(await mine(path, small)).toEqual(await mine(path));
  });

  it.each([30_000, 50_000, 70_000, 90_000])(
    'read an open last line whoever comes to it (%i)',
    async (segmentBytes) => {
      const path = fileOf('open.log', shop.trimEnd());
      expect(await mine(path, { ...small, segmentBytes })).toEqual(await mine(path));
    },
  );

  it('give what one gives of a window of time', async () => {
    const path = fileOf('window.log', `\ufeff${shop}`);
    const from = { beforeEnd: 600_000_000_000n };
    const options = { leastBytes: 0, contextBytes: 1000 };
    const cut = (logs: readonly ReadableLog[]) => windowLogs(logs, { from, until: null }, options).logs;
    const [many, one] = [await mine(path, small, cut), await mine(path, undefined, cut)];
    expect(many).toEqual(one);
    expect(many.lines).toBeLessThan(shop.split('\n').length / 2);
  });

  it('are not needed: where none can start, everything is read in order', async () => {
    const path = fileOf('alone.log', shop);
    const broken = { ...small, workerPath: join(folder, 'no-such-worker.js') };
    expect(await mine(path, broken)).toEqual(await mine(path));
  });

  it('stop when the analysis is cancelled', async () => {
    const log = await openLogFile(fileOf('cancelled.log', shop));
    const cancel = new AbortController();
    const onProgress = () => cancel.abort(new Error('enough'));
    const mined = mineLogs({ logs: [log], segments: small, signal: cancel.signal, onProgress });
    await expect(mined).rejects.toThrow('enough');
    await log.close();
  });

  it('say that the file became shorter', async () => {
    const path = fileOf('shrunk.log', shop);
    const log = await openLogFile(path);
    truncateSync(path, 50_000);
    await expect(mineLogs({ logs: [log], segments: small })).rejects.toMatchObject({ code: 'shrunk' });
    await log.close();
  });
});

function decisionOn(path: string) {
  const session = new Session();
  session.openSource({ path, role: 'log', referenceSeconds });
  session.push(readFileSync(path));
  const { decision } = session;
  if (decision === undefined) throw new Error('it takes no segments');
  return decision;
}

describe('one thread', () => {
  function start(path: string) {
    const file = { descriptor: openSync(path, 'r'), textStart: 0, size: readFileSync(path).length };
    const spans = spansOf(file, 100_000);
    return new Promise<{ thread: SegmentThread; spans: typeof spans; stop: () => Promise<void> }>((ready) => {
      const thread = new SegmentThread(workerPath, file, () => {
        ready({
          thread,
          spans,
          async stop() {
            await thread.stop();
            closeSync(file.descriptor);
          },
        });
      });
      thread.decide(decisionOn(path));
    });
  }

  it('reads the segments it is asked for', async () => {
    const { thread, spans, stop } = await start(fileOf('one.log', shop));
    const asked = [1, 2].map((index) => thread.read({ index, span: spans[index] }));
    expect(thread.load).toBe(2);
    const read = await Promise.all(asked);
    expect(read.map((segment) => segment?.rows.bytes)).toEqual(
      [1, 2].map((i) => spans[i].end - spans[i].start),
    );
    expect(read[0]?.rows.records).toBeGreaterThan(100);
    await stop();
  });

  it('answers with nothing once it was stopped', async () => {
    const { thread, spans, stop } = await start(fileOf('stopped.log', shop));
    const asked = thread.read({ index: 1, span: spans[1] });
    await stop();
    expect(await asked).toBeUndefined();
    expect(await thread.read({ index: 2, span: spans[2] })).toBeUndefined();
  });
});

describe('spans', () => {
  it('end behind line feeds and leave nothing out', () => {
    const path = fileOf('spans.log', `${'a\n'.repeat(30)}${'b'.repeat(50)}\r\nc`);
    const bytes = readFileSync(path);
    const file = { descriptor: openSync(path, 'r'), textStart: 0, size: bytes.length };
    const spans = spansOf(file, 10);
    closeSync(file.descriptor);
    expect(Buffer.concat(spans.map(({ start, end }) => bytes.subarray(start, end)))).toEqual(bytes);
    for (const { end } of spans.slice(0, -1)) expect(bytes[end - 1]).toBe(0x0a);
    expect(spans.map(({ start, end }) => end - start)).toEqual([10, 10, 10, 10, 10, 10, 52, 1]);
  });
});
