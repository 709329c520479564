import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecordIndex } from '../../../src/engine/model/units';
import { EntryTexts } from '../../../src/node/sources/entry-text';
import type { Labels, SourceEntry } from '../../../src/node/sources/source-reader';
import { InputError } from '../../../src/protocol/input-error';
import { readSource } from '../../engine/records/read-source';
import { textsOf } from '../../engine/source-texts';

const entry = (text: string, more: Partial<SourceEntry> = {}): SourceEntry => ({
  time: '1781257267250123456',
  labels: [['app', 'ledger']],
  own: null,
  text,
  ...more,
});
const written = (...entries: SourceEntry[]): string => new EntryTexts().of(entries);

/** What the engine reads of entries that were written. */
function readBack(entries: readonly SourceEntry[]) {
  const bytes = new TextEncoder().encode(written(...entries));
  const { records, cutter, reader } = readSource([bytes]);
  const rows = Array.from({ length: records.recordCount }, (_, i) => {
    const { message, component, fields } = cutter.cut(i as RecordIndex, textsOf(bytes));
    return {
      time: String(records.time.nanosecondsAt(i)),
      message: new TextDecoder().decode(message),
      component,
      fields: Object.fromEntries(fields.map(({ name, value }) => [name, value])),
    };
  });
  return { format: reader.formatName, rows };
}

describe('the text of an entry', () => {
  const cases: readonly [what: string, entry: SourceEntry, text: string][] = [
    ['plain', entry('book 7'), '2026-06-12T09:41:07.250123456Z {app="ledger"} book 7\n'],
    ['without labels', entry('x', { labels: [] }), '2026-06-12T09:41:07.250123456Z {} x\n'],
    [
      'with labels of its own',
      entry('x', { own: [['trace', '9']] }),
      '2026-06-12T09:41:07.250123456Z {app="ledger", trace="9"} x\n',
    ],
    [
      'a label no selector could hold bare',
      entry('x', { labels: [['a b', 'c\n"d"\u001b']] }),
      '2026-06-12T09:41:07.250123456Z {"a b"="c\\n\\"d\\"\\u001b"} x\n',
    ],
    [
      'the last of the first second',
      entry('x', { time: '999999999', labels: [] }),
      '1970-01-01T00:00:00.999999999Z {} x\n',
    ],
    ['the first nanosecond', entry('x', { time: '1', labels: [] }), '1970-01-01T00:00:00.000000001Z {} x\n'],
    [
      'further lines',
      entry('a\n  b\r\nc\n', { labels: [] }),
      '2026-06-12T09:41:07.250123456Z {} a\n  b\r\nc\n',
    ],
    ['blank lines first', entry('\n \r\n  b', { labels: [] }), '2026-06-12T09:41:07.250123456Z {}   b\n'],
  ];

  it.each(cases)('%s', (_, one, text) => {
    expect(written(one)).toBe(text);
  });

  it('a further line that reads as a head of an entry gets one blank in front', () => {
    const inside = written(entry('x')).trimEnd();
    expect(written(entry(`a\n${inside}\r${inside}`))).toBe(
      `2026-06-12T09:41:07.250123456Z {app="ledger"} a\n ${inside}\r ${inside}\n`,
    );
  });

  it.each(['', '-1', '1e9', '1.5', '12345678901234567890'])('%j is no time', (time) => {
    expect(() => written(entry('x', { time }))).toThrow(InputError);
  });

  it('labels of any size leave room for the text', () => {
    const labels: Labels = Array.from({ length: 500 }, (_, i) => [`field_${i}`, 'ü'.repeat(9000)]);
    const { rows } = readBack([entry('short', { labels })]);
    expect(rows.map(({ message }) => message)).toEqual(['short']);
    expect(rows[0].fields['…']).toBe('497');
    expect(rows[0].fields.field_0).toBe(`${'ü'.repeat(4000)}…`);
  });
});

describe('what was written is read back', () => {
  const name = fc.oneof(
    fc.constantFrom('pod', 'service.name', 'a b', '=', '0e0', 'null'),
    fc.string({ minLength: 1 }),
  );
  const labels = fc.dictionary(name, fc.string({ unit: 'grapheme' }), { maxKeys: 4, noNullPrototype: true });
  const line = fc.oneof(
    fc.constantFrom(
      'shelf 7 is ready',
      '  at ledger',
      '2026-06-12T09:41:07.250123456Z {app="x"} no entry',
      '\u001b[31m2026-06-12T09:41:07.250123456Z {} no entry',
      '}',
    ),
    fc.string(),
  );
  const entries = fc.array(
    fc.record({
      time: fc.bigInt({ min: 946684800n * 10n ** 9n, max: 4102444800n * 10n ** 9n }).map(String),
      labels: labels.map((of) => Object.entries(of)),
      own: fc.constant(null),
      text: fc.array(line, { maxLength: 3 }).map((more) => ['shelf is full', ...more].join('\n')),
    }),
    { minLength: 1, maxLength: 8 },
  );

  it('every entry is one record with its time, labels and text', () => {
    fc.assert(
      fc.property(entries, (given) => {
        expect(readBack(given).rows).toEqual(
          given.map(({ time, labels: all }) => ({
            time,
            message: 'shelf is full',
            component: expect.any(String),
            fields: expect.objectContaining(Object.fromEntries(all)),
          })),
        );
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['{"ts":"2026-04-02T10:00:00Z","level":"warn","msg":"shelf 7"}', 'json-lines'],
    ['level=info msg="shelf 7" kg=12', 'logfmt'],
    ['2026-04-02 10:00:00,001 INFO  [main] lager.Shelf - shelf 7', 'log4j'],
  ])('%s is read by its own format', (text, format) => {
    const read = readBack([entry(text), entry(text), entry(text)]);
    expect(read.format).toBe(`labelled-entry › ${format}`);
    expect(read.rows[0].message).toBe('shelf 7');
  });
});
