import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contentKeyOfFile, locateSource } from '../../../src/node/cases/locate-source';
import { readCase } from '../../../src/node/cases/read-case';
import { mostStoryLines, type StoryLine, story } from '../../../src/node/cases/story';
import { writeCase } from '../../../src/node/cases/write-case';
import { InputError } from '../../../src/protocol/input-error';
import type { Reading } from '../../../src/protocol/reading';

let folder: string;
const inFolder = (...names: string[]) => path.join(folder, ...names);
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'oddline-case-'));
  mkdirSync(inFolder('logs'));
  writeFileSync(inFolder('logs', 'app.log'), firstDay);
});
afterEach(() => rmSync(folder, { recursive: true }));

const firstDay = '2026-11-20 09:00:00 INFO up\n2026-11-20 09:00:01 ERROR mail jo@example.org failed\n';
const reading = {
  filter: {
    clauses: [
      { mode: 'include', enabled: true, test: { kind: 'level', atLeast: 'warn' } },
      {
        mode: 'exclude',
        enabled: false,
        test: {
          kind: 'search',
          pattern: { kind: 'regex', text: 'a+', caseSensitive: true, wholeWord: false },
        },
      },
      { mode: 'include', enabled: true, test: { kind: 'time', from: '1763629200000000000', until: null } },
    ],
    context: 2,
  },
  noise: 3,
  unfolded: [],
  unfoldedTemplates: [['up']],
  highlights: [{ kind: 'word', text: 'mail', colour: 2 }],
  bookmarks: [
    {
      source: 0,
      line: 2,
      key: '0123456789abcdef',
      ordinal: 0,
      note: 'here it began',
      finding: { id: 'aa', severity: 'high', title: 'never seen' },
    },
  ],
  zone: 'Asia/Shanghai',
  showsGaps: true,
  wraps: false,
  clockOffsets: [1500],
} as unknown as Reading;

async function saved(texts: readonly string[] | null, read = reading): Promise<string> {
  const file = inFolder('found.oddline-case');
  const contentKey = (await contentKeyOfFile(inFolder('logs', 'app.log'))) ?? '';
  const sources = [{ path: inFolder('logs', 'app.log'), contentKey, size: firstDay.length, lines: 2 }];
  const logs = [{ kind: 'file' as const, name: 'app.log', sources, reading: read, texts }];
  await writeCase(file, { logs, savedAt: new Date('2026-11-21T10:00:00Z') });
  return file;
}

describe('a case', () => {
  it('gives back how the log was read', async () => {
    const { logs, savedAt } = await readCase(await saved(null));
    expect(savedAt).toBe('2026-11-21T10:00:00.000Z');
    expect(logs[0].reading).toEqual(reading);
    expect(logs[0].sources[0].relative).toBe('logs/app.log');
  });

  it('holds no log text unless asked for, and then no secret', async () => {
    expect(readFileSync(await saved(null), 'utf8')).not.toContain('ERROR');
    const text = readFileSync(await saved([firstDay.split('\n')[1]]), 'utf8');
    expect(text).toContain('ERROR mail <EMAIL_1> failed');
    expect(text).not.toContain('jo@');
  });

  it('says why a line is an anomaly without the secrets in it', async () => {
    const finding = { id: 'aa', severity: 'high', title: 'jo@example.org was never seen' };
    const bookmarks = reading.bookmarks.map((one) => ({ ...one, finding }));
    const text = readFileSync(await saved(null, { ...reading, bookmarks } as Reading), 'utf8');
    expect(text).toContain('<EMAIL_1> was never seen');
  });
});

type Damage = (data: Record<string, unknown>) => unknown;
const log = (data: Record<string, unknown>) => (data.logs as Record<string, unknown>[])[0];
const readingOf = (data: Record<string, unknown>) => log(data).reading as Record<string, unknown>;
const source = (data: Record<string, unknown>) => (log(data).sources as Record<string, unknown>[])[0];
const changedReading =
  (change: Record<string, unknown>): Damage =>
  (data) => ({ ...data, logs: [{ ...log(data), reading: { ...readingOf(data), ...change } }] });
const damaged: readonly (readonly [what: string, code: string, damage: Damage])[] = [
  ['another kind of file', 'no-case', () => ({ oddline: 'labels', version: 1 })],
  ['no object', 'no-case', () => [1]],
  ['a newer version', 'case-version', (data) => ({ ...data, version: 2 })],
  ['no logs', 'damaged-case', (data) => ({ ...data, logs: [] })],
  ['a log of no kind', 'damaged-case', (data) => ({ ...data, logs: [{ ...log(data), kind: 'url' }] })],
  [
    'a source without a key',
    'damaged-case',
    (data) => ({ ...data, logs: [{ ...log(data), sources: [{ path: 'a' }] }] }),
  ],
  [
    'a filter of no kind',
    'damaged-case',
    (data) => ({
      ...data,
      logs: [
        {
          ...log(data),
          reading: {
            ...readingOf(data),
            filter: { clauses: [{ mode: 'include', enabled: true, test: { kind: 'toString' } }], context: 0 },
          },
        },
      ],
    }),
  ],
  [
    'a filter by a level there is not',
    'damaged-case',
    changedReading({
      filter: {
        clauses: [{ mode: 'include', enabled: true, test: { kind: 'level', atLeast: 'toString' } }],
        context: 0,
      },
    }),
  ],
  ['a zone there is not', 'damaged-case', changedReading({ zone: 'Mars/Base' })],
  [
    'a bookmark before the first line',
    'damaged-case',
    changedReading({ bookmarks: [{ source: 0, line: 0, key: '', ordinal: 0, note: '' }] }),
  ],
  ...['/etc/hosts', '\\\\host\\share\\app.log', '//host/share/app.log', 'C:app.log'].map(
    (relative): (typeof damaged)[number] => [
      `a place beside the case that is elsewhere (${relative})`,
      'damaged-case',
      (data) => ({ ...data, logs: [{ ...log(data), sources: [{ ...source(data), relative }] }] }),
    ],
  ),
  [
    'tabs without end',
    'damaged-case',
    (data) => ({ ...data, logs: Array.from({ length: 5000 }, () => log(data)) }),
  ],
  [
    'a bookmark nowhere',
    'damaged-case',
    (data) => ({
      ...data,
      logs: [{ ...log(data), reading: { ...readingOf(data), bookmarks: [{ note: '' }] } }],
    }),
  ],
];

describe('a file that is no case', () => {
  it.each(damaged)('is refused: %s', async (_, code, damage) => {
    const file = await saved(null);
    writeFileSync(file, JSON.stringify(damage(JSON.parse(readFileSync(file, 'utf8')))));
    const error = await readCase(file).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(InputError);
    expect((error as InputError).code).toBe(code);
  });

  it('is refused when it is cut off', async () => {
    const file = await saved(null);
    writeFileSync(file, readFileSync(file, 'utf8').slice(0, 100));
    await expect(readCase(file)).rejects.toThrow(InputError);
  });
});

type Move = readonly [what: string, move: () => void, path: string | undefined, change: string];
const moves: readonly Move[] = [
  ['where it was', () => undefined, 'logs/app.log', 'same'],
  [
    'where it was, with more lines',
    () => writeFileSync(inFolder('logs', 'app.log'), `${firstDay}2026-11-20 10:00:00 INFO more\n`),
    'logs/app.log',
    'grown',
  ],
  [
    'rotated',
    () => {
      renameSync(inFolder('logs', 'app.log'), inFolder('logs', 'app.log.1'));
      writeFileSync(inFolder('logs', 'app.log'), '2026-11-21 09:00:00 INFO up\n');
    },
    'logs/app.log.1',
    'moved',
  ],
  [
    'rotated and packed',
    () => {
      writeFileSync(inFolder('logs', 'app.log.2.gz'), gzipSync(firstDay));
      writeFileSync(inFolder('logs', 'app.log'), '2026-11-21 09:00:00 INFO up\n');
    },
    'logs/app.log.2.gz',
    'moved',
  ],
  [
    'overwritten',
    () => writeFileSync(inFolder('logs', 'app.log'), '2026-11-21 09:00:00 INFO up\n'),
    'logs/app.log',
    'rewritten',
  ],
  ['gone', () => rmSync(inFolder('logs', 'app.log')), undefined, ''],
];

describe('a source of a case is found', () => {
  it.each(moves)('%s', async (_: string, move: () => void, where: string | undefined, change: string) => {
    const file = await saved(null);
    const { logs } = await readCase(file);
    move();
    const located = await locateSource(file, logs[0].sources[0]);
    expect(located).toEqual(where && { path: inFolder(where), change });
  });

  it('in another folder, beside the case', async () => {
    const { logs } = await readCase(await saved(null));
    mkdirSync(inFolder('elsewhere', 'logs'), { recursive: true });
    renameSync(inFolder('logs', 'app.log'), inFolder('elsewhere', 'logs', 'app.log'));
    const located = await locateSource(inFolder('elsewhere', 'found.oddline-case'), logs[0].sources[0]);
    expect(located).toEqual({ path: inFolder('elsewhere', 'logs', 'app.log'), change: 'same' });
  });
});

it('asks no other machine for a source, wherever the case says it is', async () => {
  const { logs } = await readCase(await saved(null));
  const named = { ...logs[0].sources[0], relative: null };
  for (const path of [`/${named.path}`, `\\\\host\\share${named.path}`])
    expect(await locateSource(inFolder('found.oddline-case'), { ...named, path })).toBeUndefined();
});

const words = { title: 'Timeline', leftOut: (count: number) => `${count} more` };
const line = (text: string, note = ''): StoryLine => ({
  time: '10:00:00',
  file: 'app.log',
  line: 7,
  text,
  note,
});

describe('a story', () => {
  it('quotes each line with its place and note, without secrets', () => {
    expect(story([line('login of jo@example.org', 'first')], words, 'markdown')).toBe(
      '**Timeline**\n\n10:00:00 · `app.log:7`\nfirst\n```text\nlogin of <EMAIL_1>\n```\n',
    );
  });

  it('is not ended by what a line holds', () => {
    expect(story([line('a ```` b')], words, 'markdown')).toContain('\n`````text\na ```` b\n`````\n');
    expect(story([line('a ``` b')], words, 'slack')).toContain("\n```\na ''' b\n```\n");
  });

  it(`has at most ${mostStoryLines} lines of the log, and says so`, () => {
    const told = story(
      Array.from({ length: 70 }, () => line('x')),
      words,
      'slack',
    );
    expect(told.match(/app\.log:7/g)).toHaveLength(mostStoryLines);
    expect(told).toContain('_10 more_');
  });
});
