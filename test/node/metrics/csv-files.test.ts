import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { CsvMetricsFiles } from '../../../src/node/metrics/csv-files';
import { sentenceText } from '../../../src/protocol/sentence';
import { temporaryFolder } from '../temporary-folder';

const never = new AbortController().signal;
const folder = temporaryFolder();
const first = 1_772_323_200;
const text = ['time,load', ...Array.from({ length: 100 }, (_, i) => `${first + i},${i}`)].join('\n');
const window = (from: number, until: number) => ({
  from: `${BigInt(first + from) * 1_000_000_000n}`,
  until: `${BigInt(first + until) * 1_000_000_000n}`,
  points: 500,
});

function written(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('metrics of a file', () => {
  it.each([
    ['plain', text],
    ['packed', gzipSync(text)],
    ['as a spreadsheet writes it', Buffer.from(`\ufeff${text}`, 'utf16le')],
  ])('%s are those of the window and one point around it', async (name, content) => {
    const path = written(`${name}.csv`, content);
    const { series, notes } = await new CsvMetricsFiles().metrics(path, window(10, 12), never);
    expect(series.map((one) => [one.name, ...one.values])).toEqual([['load', 9, 10, 11, 12]]);
    expect(notes).toEqual([]);
  });

  it('are all of it where no window is named', async () => {
    const { series } = await new CsvMetricsFiles().metrics(written('all.csv', text), null, never);
    expect(series[0].values).toHaveLength(100);
  });

  it('are none where they lie in another time, which is said', async () => {
    const path = written('other.csv', text);
    const { series, notes } = await new CsvMetricsFiles().metrics(path, window(500, 600), never);
    expect(series).toEqual([]);
    expect(notes.map((note) => sentenceText(note))).toEqual([
      'other.csv has figures from 2026-03-01 00:00:00 to 2026-03-01 00:01:39 (UTC), none of them in the time shown.',
    ]);
  });

  it('are read anew when the file has changed', async () => {
    const files = new CsvMetricsFiles();
    const path = written('growing.csv', text);
    await files.metrics(path, null, never);
    appendFileSync(path, `\n${first + 100},7`);
    const { series } = await files.metrics(path, null, never);
    expect(series[0].values.at(-1)).toBe(7);
  });

  it('of one that was given up are read when asked again', async () => {
    const files = new CsvMetricsFiles();
    const path = written('again.csv', text);
    const reason = new Error('Given up.');
    await expect(files.metrics(path, null, AbortSignal.abort(reason))).rejects.toBe(reason);
    expect((await files.metrics(path, null, never)).series).toHaveLength(1);
  });

  it('are not told to who has given up, though they are there', async () => {
    const files = new CsvMetricsFiles();
    const path = written('there.csv', text);
    await files.metrics(path, null, never);
    const reason = new Error('Given up.');
    await expect(files.metrics(path, null, AbortSignal.abort(reason))).rejects.toBe(reason);
    expect((await files.metrics(path, null, never)).series).toHaveLength(1);
  });

  it('are still told to who waits where another gives up', async () => {
    const files = new CsvMetricsFiles();
    const path = written('both.csv', text);
    const abort = new AbortController();
    const both = [files.metrics(path, null, abort.signal), files.metrics(path, null, never)] as const;
    abort.abort(new Error('Given up.'));
    await expect(both[0]).rejects.toThrow('Given up.');
    expect((await both[1]).series).toHaveLength(1);
  });

  it.each([
    ['that is not there', () => join(folder, 'none.csv'), 'missing'],
    ['that is a folder', () => folder, 'folder'],
    [
      'of other bytes',
      () =>
        written(
          'picture.csv',
          new Uint8Array(4096).map((_, i) => i % 7),
        ),
      'binary',
    ],
    ['of prose', () => written('prose.csv', 'The pump runs.\nIt ran.\n'), 'no-metrics'],
  ])('of a file %s are refused', async (_, path, code) => {
    await expect(new CsvMetricsFiles().metrics(path(), null, never)).rejects.toMatchObject({ code });
  });
});
