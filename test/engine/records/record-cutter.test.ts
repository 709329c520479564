import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generateShopLog } from '../../../src/engine/dataset/generator/shop-log';
import { levelName } from '../../../src/engine/model/level';
import type { ByteOffset, RecordIndex, SourceIndex } from '../../../src/engine/model/units';
import { TemplateMiner } from '../../../src/engine/templates/template-miner';
import { decoded, textsOf } from '../source-texts';
import { chunksOf, openSource, readSource } from './read-source';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const first = 0 as SourceIndex;

const lines = {
  withTraces: [
    '2026-04-02 10:00:00,001 INFO  [main] lager.Shelf - shelf 7 is ready',
    '2026-04-02 10:00:00,207 ERROR [main] lager.Shelf - shelf 8 fell over',
    'lager.ShelfException: too much on it: 812 kg',
    '\tat lager.Shelf.carry(Shelf.java:77)',
    'Caused by: lager.WoodException: rotten',
    '2026-04-02 10:00:01,000 INFO  [main] lager.Shelf - shelf 9 is ready',
  ],
  json: [
    '{"ts":"2026-04-02T10:00:00Z","level":"info","msg":"shelf 7 is ready","kg":12}',
    'Starting the shelf watcher',
    '{"ts":"2026-04-02T10:00:02Z","level":"error","msg":"shelf \\"8\\" fell over","kg":812}',
    'panic: no shelf left',
  ],
  plain: [
    'shelf 7 is ready',
    'Traceback (most recent call last):',
    '  File "shelf.py", line 7, in carry',
    'WoodError: rotten',
    'shelf 9 is ready',
    'WoodError: not a part of anything',
  ],
  coloured: ['\u001b[32mINFO\u001b[0m shelf 7 is ready', '\u001b[31mERROR\u001b[0m shelf 8 fell over'],
};

/** What was mined is what is cut: the same messages in the same order make the same signatures. */
function checkCuts(text: string, sizes: readonly number[] = [text.length + 1]): void {
  const bytes = bytesOf(text);
  const { records, cutter, components } = readSource(chunksOf(bytes, sizes));
  const texts = textsOf(decoded(bytes));
  const again = new TemplateMiner();
  for (let record = 0; record < records.recordCount; record++) {
    const { message, level, component } = cutter.cut(record as RecordIndex, texts);
    expect(again.signatureOf(message, 0, message.length, 0)).toBe(records.signature.get(record));
    expect(level).toBe(levelName(records.levelAt(record as RecordIndex)));
    expect(component).toBe(components.name(records.component.get(record)));
  }
}

describe('the message cut again is the message that was mined', () => {
  for (const [name, list] of Object.entries(lines)) {
    for (const lineEnd of ['\n', '\r\n', '\r']) {
      it(`${name}, ${JSON.stringify(lineEnd)}`, () => checkCuts(list.join(lineEnd)));
    }
  }

  it('of the sample, in any chunking', () => {
    const text = generateShopLog({ seed: 5 }).text.slice(0, 200_000);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 30_000 }), { minLength: 1, maxLength: 9 }), (sizes) =>
        checkCuts(text, sizes),
      ),
      { numRuns: 4 },
    );
  });

  it('of a text that NULs make UTF-16', () => checkCuts(' \n\n\0\0'));

  it('of any text', () => {
    const word = fc.constantFrom(
      ...Object.values(lines).flat(),
      '',
      ' ',
      '\u0000\u0000',
      '\u001b[1m',
      '变量 7',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(word, fc.string()), { maxLength: 40 }), (list) =>
        checkCuts(list.join('\n')),
      ),
      { numRuns: 200 },
    );
  });
});

describe('what a cut tells', () => {
  const text = lines.withTraces.join('\n');
  const { cutter } = readSource([bytesOf(text)]);
  const failed = cutter.cut(1 as RecordIndex, textsOf(text));

  it('the header’s fields by their names', () => {
    expect(failed.fields).toEqual([
      { name: 'time', value: '1775124000207000000' },
      { name: 'level', value: 'error' },
      { name: 'component', value: 'lager.Shelf' },
      { name: 'message', value: 'shelf 8 fell over' },
      { name: 'thread', value: 'main' },
    ]);
  });

  it('the values of the template’s parameters, in their order', () => {
    expect([0, 2].map((record) => cutter.values(record as RecordIndex, textsOf(text)))).toEqual([
      ['7'],
      ['9'],
    ]);
  });

  it('nothing of a text that has changed since', () => {
    const changed = cutter.cut(1 as RecordIndex, textsOf(text.replaceAll(/./g, ' ')));
    expect(textOf(changed.message)).toBe('');
    expect(cutter.values(1 as RecordIndex, { read: () => new Uint8Array(0) })).toEqual(['']);
  });

  it('a line longer than is read as far as it was read', () => {
    const long = `2026-04-02 10:00:00,001 INFO  [main] lager.Shelf - ${'x'.repeat(70_000)}`;
    checkCuts([long, ...lines.withTraces].join('\n'));
  });
});

describe('cutting does not disturb a source that is still being read', () => {
  it('in the middle of a traceback', () => {
    const head = Array.from({ length: 9000 }, (_, i) => `shelf ${i} is ready\n`).join('');
    const text = `${head}${lines.plain.join('\n')}\n`;
    const source = openSource();
    source.reader.push(bytesOf(text.slice(0, text.indexOf('WoodError'))));
    const cut = source.cutter.cut((source.records.recordCount - 1) as RecordIndex, textsOf(text));
    expect(textOf(cut.message)).toBe('Traceback (most recent call last):');
    source.reader.push(bytesOf(text.slice(text.indexOf('WoodError'))));
    expect(source.records.recordCount).toBe(9004);
  });
});

describe('offsets slice back to the exact line', () => {
  it('in any chunking and with any line ends', () => {
    const line = fc.string().map((text) => text.replaceAll(/[\r\n]/g, ''));
    const list = fc.array(fc.tuple(line, fc.constantFrom('\n', '\r\n', '\r')), { maxLength: 30 });
    const sizes = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1 });
    fc.assert(
      fc.property(list, sizes, (parts, chunkSizes) => {
        const bytes = bytesOf(parts.flat().join(''));
        const { records } = readSource(chunksOf(bytes, chunkSizes));
        const texts = textsOf(bytes);
        const ends = [...parts.keys()].map((i) =>
          i + 1 < records.lineCount ? records.lineStart.get(i + 1) : bytes.length,
        );
        const read = parts.map((_, i) =>
          i < records.lineCount
            ? textOf(texts.read(first, records.lineStart.get(i) as ByteOffset, ends[i] as ByteOffset))
            : undefined,
        );
        expect(read).toEqual(linesOf(parts));
      }),
    );
  });
});

/** CR followed by an empty line that ends in LF is one line end, not two. */
function linesOf(parts: readonly (readonly [string, string])[]): (string | undefined)[] {
  const lines =
    parts
      .flat()
      .join('')
      .match(/[^\r\n]*(?:\r\n|\r|\n)/g) ?? [];
  return parts.map((_, i) => lines[i]);
}
