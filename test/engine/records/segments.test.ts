import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SignatureId } from '../../../src/engine/model/units';
import { segmentReaderBy } from '../../../src/engine/records/decided-segments';
import { SegmentIds } from '../../../src/engine/records/segment-ids';
import { openSource, type ReadSource } from './read-source';

const encoder = new TextEncoder();
const lineFeed = 0x0a;

/** Lines a format is decided by, and lines that make it hard to begin in the middle. */
interface Kind {
  readonly name: string;
  readonly ordinary: (i: number) => string;
  readonly odd: readonly string[];
}

const clock = (i: number) =>
  `${String(Math.floor(i / 3600) % 24).padStart(2, '0')}:${String(Math.floor(i / 60) % 60).padStart(2, '0')}:${String(i % 60).padStart(2, '0')}`;

const traceback = [
  'Traceback (most recent call last):\n',
  '  File "kiln.py", line 7, in fire\n',
  'kiln.TooHot: 1400\n',
  'KeyError: 3\n',
];
const goTrace = [
  'panic: kiln is empty\n',
  'goroutine 7 [running]:\n',
  'main.(*Kiln).fire(0xc0, {0x1})\n',
  'created by main.run\n',
];

const kinds: readonly Kind[] = [
  {
    name: 'log4j, stack traces, blank lines',
    ordinary: (i) =>
      `2026-06-12 ${clock(i)},${100 + (i % 900)} INFO  [kiln-${i % 7}] org.pots.Kiln${i % 5} - tile ${i} fired\n`,
    odd: [
      '2026-06-12 23:00:00,100 ERROR [kiln-1] org.pots.Glaze - 釉 failed: no 铅\r\n',
      'java.lang.IllegalStateException: too hot\n\tat org.pots.Kiln.fire(Kiln.java:7)\n',
      'Caused by: java.io.IOException: no gas\n\t... 3 more\n',
      '\n',
      '   \r\n',
      '\u001b[31m2026-06-12 23:00:01,100 WARN  [kiln-2] org.pots.Oven - door open\u001b[0m\n',
      'WARN of another program: the belt is late\n',
      '\u0000\u0000\u0000\n',
    ],
  },
  {
    name: 'JSON lines among tracebacks',
    ordinary: (i) =>
      `{"ts":"2026-06-12T${clock(i)}Z","level":"info","service":"kiln${i % 3}","msg":"tile ${i} fired"}\n`,
    odd: [
      ...traceback,
      ...goTrace,
      'a line of its own\n',
      '{"level":"error","msg":"door \\"left\\" open"}\n',
    ],
  },
  {
    name: 'JSON lines and another format',
    ordinary: (i) =>
      i % 3 === 0
        ? `2026-06-12 ${clock(i)} WARN kiln - fired ${i}\n`
        : `{"ts":"2026-06-12T${clock(i)}Z","level":"info","msg":"tile ${i} fired"}\n`,
    odd: ['belongs to the line before or not\n', 'neither this\n', ...traceback],
  },
  {
    name: 'text without headers',
    ordinary: (i) => `tile ${i} left the kiln after ${i % 90} minutes\n`,
    odd: [...traceback, ...goTrace, '  indented\n', 'at last\n'],
  },
  {
    name: 'times without a year',
    ordinary: (i) => `Jun 12 ${clock(i)} pottery kilnd[${i % 90}]: tile ${i} fired\n`,
    odd: ['Dec 31 23:59:59 pottery kilnd[1]: last tile\n', 'Jan  1 00:00:01 pottery ovend: first tile\n'],
  },
];

/** More lines than a head and bytes than decide an encoding, then odd ones among ordinary ones. */
function logOf(kind: Kind, picks: readonly number[]): Uint8Array {
  const lines = Array.from({ length: 2010 }, (_, i) => kind.ordinary(i));
  for (const [i, pick] of picks.entries())
    lines.push(pick % 2 === 0 ? kind.ordinary(3000 + i + pick) : kind.odd[pick % kind.odd.length]);
  return encoder.encode(lines.join(''));
}

const rowsOf = <Value>(count: number, at: (index: number) => Value) =>
  Array.from({ length: count }, (_, i) => at(i));

/** Every column, every number and what the numbers stand for. */
function resultOf({ records, miner, components, reader }: ReadSource) {
  reader.end();
  const { lineCount, recordCount, sources } = records;
  return {
    sources,
    cutLines: reader.cutLines,
    decodedBytes: reader.decodedBytes,
    lines: rowsOf(lineCount, (i) => [records.lineStart.get(i), records.lineBlank.get(i)]),
    unfit: rowsOf(records.unfit.length, (i) => records.unfit.get(i)),
    records: rowsOf(recordCount, (i) => [
      records.firstLine.get(i),
      records.signature.get(i),
      records.time.nanosecondsAt(i),
      records.level.get(i),
      records.component.get(i),
    ]),
    signatures: rowsOf(miner.signatureCount, (id) => [
      miner.tokensOf(id as SignatureId),
      miner.hashOf(id as SignatureId),
      miner.templateOf(id as SignatureId),
    ]),
    components: rowsOf(components.count, (id) => components.name(id)),
  };
}

/** The first place behind a line feed at or after `at`. */
const afterLineFeed = (bytes: Uint8Array, at: number) => bytes.indexOf(lineFeed, at) + 1 || bytes.length;

interface Division {
  /** Bytes read in order before the first segment. */
  readonly headEnd: number;
  /** Where segments end: at the line feed that follows. */
  readonly cuts: readonly number[];
  /** Bytes before a segment that its reader guesses the state from. */
  readonly before: number;
}

/** By its decision, which went through a message. */
function readerLike({ reader }: ReadSource) {
  const { decision } = reader;
  if (decision === undefined) throw new Error('it takes no segments');
  return segmentReaderBy(structuredClone(decision));
}

/** Two readers take turns, as threads would; what is not adopted is read in order. */
function readInSegments(bytes: Uint8Array, { headEnd, cuts, before }: Division) {
  const opened = openSource();
  opened.reader.push(bytes.subarray(0, headEnd));
  const others = [0, 1].map(() => ({ reader: readerLike(opened), ids: new SegmentIds() }));
  const ends = new Set([headEnd, ...cuts.map((cut) => afterLineFeed(bytes, headEnd + cut))]);
  const bounds = [...ends].sort((a, b) => a - b);
  let adopted = 0;
  for (let i = 0; i + 1 < bounds.length; i++) {
    const { reader, ids } = others[i % 2];
    const segment = bytes.subarray(bounds[i], bounds[i + 1]);
    const rows = reader.read(bytes.subarray(bounds[i] - before, bounds[i]), [segment]);
    ids.learn(rows);
    if (opened.reader.adopt(rows, ids)) adopted++;
    else opened.reader.push(segment);
  }
  opened.reader.push(bytes.subarray(bounds[bounds.length - 1]));
  return { opened, adopted };
}

function readInOrder(bytes: Uint8Array): ReadSource {
  const opened = openSource();
  opened.reader.push(bytes);
  return opened;
}

/** As much of `kind` as decides its format and its encoding. */
const headOf = (kind: Kind) =>
  encoder.encode(Array.from({ length: 2005 }, (_, i) => kind.ordinary(i)).join(''));

describe('a source read in segments', () => {
  it.each(kinds)('gives what reading it in order gives: $name', (kind) => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(60), { minLength: 20, maxLength: 120 }),
        fc.array(fc.nat(4000), { minLength: 1, maxLength: 12 }),
        fc.constantFrom(0, 30, 400),
        (picks, cuts, before) => {
          const bytes = logOf(kind, picks);
          const { opened } = readInSegments(bytes, { headEnd: headOf(kind).length, cuts, before });
          expect(resultOf(opened)).toEqual(resultOf(readInOrder(bytes)));
        },
      ),
      { numRuns: 6 },
    );
  });

  const tracebacks = kinds[1];
  const cases: readonly { name: string; tail: string; cut: string; before: number; adopted: number }[] = [
    {
      name: 'is taken where a record begins in the bytes before it',
      tail: `${tracebacks.ordinary(1)}${tracebacks.ordinary(2)}`,
      cut: tracebacks.ordinary(1),
      before: 200,
      adopted: 1,
    },
    {
      name: 'is not taken where it was read as beginning outside a traceback that is open',
      tail: traceback.join(''),
      cut: traceback.slice(0, 2).join(''),
      before: 0,
      adopted: 0,
    },
    {
      name: 'is taken where the bytes before it show that a traceback is open',
      tail: traceback.join(''),
      cut: traceback.slice(0, 2).join(''),
      before: 200,
      adopted: 1,
    },
  ];
  it.each(cases)('a segment $name', ({ tail, cut, before, adopted }) => {
    const head = headOf(tracebacks);
    const bytes = encoder.encode(new TextDecoder().decode(head) + tail);
    const headEnd = head.length + cut.length;
    const division = { headEnd, cuts: [tail.length], before };
    const read = readInSegments(bytes, division);
    expect(read.adopted).toBe(adopted);
    expect(resultOf(read.opened)).toEqual(resultOf(readInOrder(bytes)));
  });

  it('is not taken from a reader that met more components than it can number', () => {
    const kind = kinds[0];
    const opened = readInOrder(headOf(kind));
    const { reader } = opened;
    const rows = readerLike(opened).read(new Uint8Array(0), [encoder.encode(kind.ordinary(7))]);
    const ids = new SegmentIds();
    ids.learn(rows);
    expect(reader.adopt({ ...rows, complete: false }, ids)).toBe(false);
    expect(reader.adopt(rows, ids)).toBe(true);
  });

  it('is not taken where its last line is open: none of its rows is that line', () => {
    const kind = kinds[0];
    const opened = readInOrder(headOf(kind));
    const line = encoder.encode(kind.ordinary(7));
    const ids = new SegmentIds();
    const rows = readerLike(opened).read(new Uint8Array(0), [line, line.subarray(0, 40)]);
    ids.learn(rows);
    expect(opened.reader.adopt(rows, ids)).toBe(false);
  });

  it('goes on where the segment before ended, without a look at it', () => {
    const bytes = encoder.encode(`${traceback.slice(0, 3).join('')}${tracebacks.ordinary(1)}`);
    const cut = afterLineFeed(bytes, 50);
    const reader = readerLike(readInOrder(headOf(tracebacks)));
    const first = reader.read(new Uint8Array(0), [bytes.subarray(0, cut)]);
    const second = reader.read(undefined, [bytes.subarray(cut)]);
    expect(second.stateBefore).toEqual(first.stateAfter);
    expect(second.stateBefore).not.toEqual(first.stateBefore);
    expect(second.records).toBe(1);
  });
});
