import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { processorMs } from '../../processor-time';
import { readRecords } from './read-records';

const system = (id: number, level: number, keywords = '0x8080000000000000') =>
  `<System><Provider Name='Depot &amp; Co' Guid='{1}'/><EventID Qualifiers='3'>${id}</EventID><Level>${level}</Level><Keywords>${keywords}</Keywords><TimeCreated SystemTime='2026-06-12T09:41:00.1234567Z'/><Computer>edge7</Computer></System>`;
const bare = `<Event xmlns='http://example/event'>${system(41, 4)}<EventData><Data Name='shelf'>7</Data><Data Name='state'>very full</Data></EventData></Event>`;
const rendered = `<Event>${system(7, 2)}<EventData><Data>x</Data></EventData><RenderingInfo Culture='en-US'><Message>Shelf 7 fell.&#13;\nSee &lt;manual&gt;.</Message><Level>Error</Level></RenderingInfo></Event>`;
const failed = `<Event>${system(4625, 0, '0x8010000000000000')}<UserData/></Event>`;
const file = (...events: string[]) =>
  ['<?xml version="1.0"?>', '<Events>', ...events, '</Events>'].join('\n');

const expected = [
  { level: 'info', component: 'Depot & Co', message: 'shelf=7 state="very full"' },
  { level: 'error', component: 'Depot & Co', message: 'Shelf 7 fell.' },
  { level: 'warn', component: 'Depot & Co', message: 'EventID=4625' },
];

describe.each([
  ['an event a line', (event: string) => event],
  ['spread over lines', (event: string) => event.replaceAll('><', '>\n    <')],
  ['spread over indented lines with blank ones', (event: string) => event.replaceAll('><', '>\n\n\t<')],
])('%s', (_, spread) => {
  const text = file(spread(bare), spread(rendered), spread(failed));

  it('is read', () => {
    const read = readRecords(text);
    expect(read.format).toBe('windows-events');
    expect(read.records).toMatchObject(expected);
    expect(read.records.map(({ time }) => time)).toEqual(Array(3).fill('1781257260123456700'));
    expect(read.records[0].fields.slice(-4)).toEqual([
      { name: 'EventID', value: '41' },
      { name: 'Computer', value: 'edge7' },
      { name: 'shelf', value: '7' },
      { name: 'state', value: 'very full' },
    ]);
  });

  it('is read the same in every chunking', () => {
    for (const chunkBytes of [1, 9, 100]) expect(readRecords(text, chunkBytes)).toEqual(readRecords(text));
  });
});

it.each([
  '<Events>',
  '<?xml version="1.0" encoding="utf-8"?><Events>',
  '<?xml version="1.0"?> <Events a="b">',
])('the first event may stand on the line of %s', (preamble) => {
  const { format, records } = readRecords(`${preamble}${bare}\n${rendered}\n${failed}\n</Events>`);
  expect(format).toBe('windows-events');
  expect(records).toMatchObject(expected);
});

describe('hostile XML', () => {
  it('entities a document defines are not expanded', () => {
    const bomb = [
      '<!DOCTYPE Events [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>',
      bare.replace('very full', '&b;'),
    ];
    expect(readRecords(bomb.join('\n')).records[0].message).toBe('shelf=7 state=&b;');
  });

  it('an event nobody closes ends where the next begins', () => {
    const cut = bare.slice(0, 200);
    expect(readRecords(file(cut, rendered, failed)).records).toHaveLength(3);
  });

  it('any mutation is read without an error, in time that grows with its length', () => {
    const pieces = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '&',
      '<![CDATA[',
      ']]>',
      '<!--',
      '</Event>',
      '<Event>',
      '\n',
      '\0',
      '=',
    );
    fc.assert(
      fc.property(fc.nat(bare.length), fc.array(pieces, { maxLength: 20 }), (place, inserted) => {
        const text = file(rendered, bare.slice(0, place) + inserted.join('') + bare.slice(place), failed);
        expect(readRecords(text).records.length).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
    const endless = file(rendered, `<Event>${'<Data Name="'.repeat(200_000)}`);
    expect(processorMs(() => readRecords(endless))).toBeLessThan(5000);
  });
});
