import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LineNumber } from '../../../src/engine/model/units';
import { QueriedSources } from '../../../src/extension/assistant/queried-sources';
import type { LogSource } from '../../../src/protocol/log-source';
import type { FetchRequest } from '../../../src/protocol/sources';

const loki = { kind: 'loki', name: 'prod' } as LogSource;
const command = { kind: 'command', name: 'pods', command: ['kubectl'] } as LogSource;
const span = { from: '1000000000000000000', until: '2000000000000000000' };
const asked = { source: 'prod', query: '{app="shop"}', from: null, until: null, limit: 50 };

let folder: string;
let fetched: FetchRequest[];
let text: string;
let sources: QueriedSources;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'oddline-queried-'));
  fetched = [];
  text = 'first entry\nsecond entry\n';
  sources = new QueriedSources({
    source: (name) => [loki, command].find((one) => one.name === name),
    fetch: async (request) => {
      fetched.push(request);
      await writeFile(request.spool, text);
      return { entries: 2, bytes: text.length, complete: true, notes: [], last: null };
    },
    openSpool: async () => {
      const spool = path.join(folder, 'log');
      await writeFile(spool, '');
      return { path: spool, close: () => rm(spool) };
    },
  });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const query = (changes: Partial<typeof asked> & { from?: string | null } = {}) =>
  sources.query({ ...asked, ...changes }, span, new AbortController().signal);

describe('a source a model asks', () => {
  test('answers lines that can be cited by its letter', async () => {
    const { text: answer, document } = await query();
    expect(answer).toBe('Q1:L1: first entry\nQ1:L2: second entry');
    const lines = [2, 3].map((line) => line as LineNumber);
    expect(await document?.citedRecords(lines)).toMatchObject([{ text: 'second entry' }, null]);
    expect((await query()).document?.id).toBe('Q2');
  });

  test.for<[string, object, object]>([
    ['the log’s own time where the model names none', {}, { span, limit: 50 }],
    [
      'the times the model names',
      { from: '2026-01-01T00:00:00Z' },
      { span: { ...span, from: '1767225600000000000' } },
    ],
    ['the log’s own time where what it names is none', { from: 'yesterday' }, { span }],
    ['no more than 200 entries', { limit: 1e9 }, { limit: 200 }],
  ])('is asked for %s', async ([, changes, expected]) => {
    await query(changes);
    expect(fetched[0]?.query).toMatchObject(expected);
  });

  test.for(['pods', 'unknown'])('%s cannot be asked, and nothing is run', async (source) => {
    expect(await query({ source })).toEqual({ text: `There is no source called ${source}.`, document: null });
    expect(fetched).toEqual([]);
  });

  test('says how much of a long answer is left out', async () => {
    text = `${'x'.repeat(7000)}\n`.repeat(3);
    expect((await query()).text).toContain('2 more entries are left out');
  });
});
