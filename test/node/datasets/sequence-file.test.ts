import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { lineLabels } from '../../../src/node/datasets/label-file';
import { type LabelledSequence, labelledSequences } from '../../../src/node/datasets/sequence-file';

const folder = mkdtempSync(join(tmpdir(), 'oddline-datasets-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
function file(content: string | Uint8Array): string {
  const path = join(folder, `set-${files++}.jsonl`);
  writeFileSync(path, content);
  return path;
}

async function sequences(path: string): Promise<LabelledSequence[]> {
  const found: LabelledSequence[] = [];
  for await (const sequence of labelledSequences(path)) found.push(sequence);
  return found;
}

const good = '{"sequence_id": "s1", "label": 1, "length": 2, "log_entries": ["door opened", "door closed"]}';
const read = { id: 's1', label: 1, entries: ['door opened', 'door closed'] };

describe('a file of labelled sequences', () => {
  it.each([
    ['with a line each', `${good}\n${good}\n`, [read, read]],
    ['with CR LF, blank lines and no end of the last line', `\r\n${good}\r\n\n${good}`, [read, read]],
    ['with a byte order mark', `\ufeff${good}`, [read]],
    [
      'with a number as id and no entries',
      '{"sequence_id":7,"label":0,"log_entries":[]}',
      [{ id: 7, label: 0, entries: [] }],
    ],
  ])('%s is read', async (_, content, expected) => {
    expect(await sequences(file(content))).toEqual(expected);
    expect(await sequences(file(gzipSync(content)))).toEqual(expected);
  });

  it.each([
    ['{"sequence_id": "s1", "label": 0', 2, 'no JSON'],
    ['[1, 2]', 2, 'sequence_id'],
    ['null', 2, 'sequence_id'],
    ['{"sequence_id":"s","log_entries":[]}', 2, 'label'],
    ['{"sequence_id":"s","label":"0","log_entries":[]}', 2, 'label'],
    ['{"sequence_id":"s","label":0}', 2, 'log_entries'],
    ['{"sequence_id":"s","label":0,"log_entries":[{}]}', 2, 'log_entries'],
  ])('with %s names line %i and what is wrong', async (line, at, what) => {
    const reading = sequences(file(`${good}\n${line}\n${good}\n`));
    await expect(reading).rejects.toThrow(new RegExp(`^Line ${at} of .*${what}`));
  });

  it('with nothing in it says what it should hold', async () => {
    await expect(sequences(file('\n \n'))).rejects.toThrow('holds no sequence');
  });
});

describe('a file of line labels', () => {
  it('is read with and without categories', async () => {
    const path = file('{"line":3,"label":1,"category":"disk"}\n{"line":4,"label":0}\n');
    expect(await lineLabels(path)).toEqual([
      { at: 1, line: 3, isAbnormal: true, category: 'disk' },
      { at: 2, line: 4, isAbnormal: false, category: null },
    ]);
  });

  it.each([
    ['{"line":0,"label":1}', 'line'],
    ['{"line":1.5,"label":1}', 'line'],
    ['{"label":1}', 'line'],
    ['{"line":1}', 'label'],
    ['{"line":1,"label":1,"category":7}', 'category'],
    ['oops', 'no JSON'],
  ])('with %s names the line and what is wrong', async (line, what) => {
    await expect(lineLabels(file(`{"line":1,"label":0}\n${line}`))).rejects.toThrow(
      new RegExp(`^Line 2 of .*${what}`),
    );
  });

  it('with nothing in it says what it should hold', async () => {
    await expect(lineLabels(file(''))).rejects.toThrow('holds no label');
  });
});
