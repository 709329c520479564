import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
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
