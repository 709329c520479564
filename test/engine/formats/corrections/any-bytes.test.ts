import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FormatCorrection } from '../../../../src/engine/formats/corrections/format-correction';
import { learnCorrection } from '../../../../src/engine/formats/corrections/learn-correction';
import { newHeader } from '../../../../src/engine/formats/header';
import { recogniseFormats } from '../../../../src/engine/formats/recognise';
import { processorMs } from '../../../processor-time';
import { oddHeaders, oddLog, referenceSeconds, showTime } from './odd-headers';
import { taught } from './read-log';

const log = oddLog(Object.values(oddHeaders)[0]);
const lines = log.map(({ text }) => text);
const time = taught(showTime(Object.values(oddHeaders)[0], log, 5), lines);
const all: readonly FormatCorrection[] = [
  time,
  { role: 'time', place: { nth: 1 }, stamp: 'iso' },
  { role: 'level', place: { behind: '{time} {word}' }, until: ' ', words: { x: 'error' } },
  { role: 'level', place: { key: '=' }, until: '', words: {} },
  { role: 'id', place: { behind: '{text} {text}|' }, until: '|' },
  { role: 'recordStart', shape: '{digits}.' },
];

const piece = fc.oneof(
  fc.constantFrom(
    ' ',
    '\t',
    '|',
    '=',
    '{',
    '}',
    '[',
    ']',
    '"',
    '21.11.26 13h05',
    '2026-06-12 09:41:07',
    'ERROR',
    'x',
    '严重',
  ),
  fc.string(),
);
const line = fc.oneof(
  fc.array(piece, { maxLength: 12 }).map((parts) => Buffer.from(parts.join(''))),
  fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes)),
);

test('any bytes under any corrections: a header within the line, the same whatever stands around it', () => {
  fc.assert(
    fc.property(fc.subarray([...all]), line, fc.nat(20), (corrections, bytes, before) => {
      const head = lines.slice(0, 50).map((text) => Buffer.from(text));
      const context = { referenceSeconds, corrections };
      const header = newHeader();
      const padded = Buffer.concat([Buffer.alloc(before, 0x39), bytes, Buffer.from('999 21.11.26 13h05')]);
      const begins = recogniseFormats(head, context).read(bytes, 0, bytes.length, header);
      const first = { ...header };
      expect(recogniseFormats(head, context).read(padded, before, before + bytes.length, header)).toBe(
        begins,
      );
      if (!begins) return;
      for (const key of ['messageStart', 'messageEnd', 'componentStart', 'componentEnd'] as const) {
        expect(header[key]).toBe(first[key] + before);
        expect(first[key]).toBeGreaterThanOrEqual(0);
        expect(first[key]).toBeLessThanOrEqual(bytes.length);
      }
      expect(first.messageStart).toBeLessThanOrEqual(first.messageEnd);
      expect([header.seconds, header.level]).toEqual([first.seconds, first.level]);
    }),
    { numRuns: 60 },
  );
});

test('a gesture anywhere in any lines is answered', () => {
  const text = fc.array(piece, { maxLength: 12 }).map((parts) => parts.join(''));
  const role = fc.constantFrom('time', 'level', 'id', 'recordStart');
  fc.assert(
    fc.property(
      text,
      fc.nat(60),
      fc.nat(60),
      role,
      fc.array(line, { maxLength: 5 }),
      (shown, a, b, as, others) => {
        const start = Math.min(a, b, shown.length);
        const end = Math.min(Math.max(a, b), shown.length);
        const gesture = { role: as, text: shown, start, end } as const;
        const answer = learnCorrection(gesture, [Buffer.from(shown), ...others], { referenceSeconds });
        if ('pattern' in answer) return;
        const context = { referenceSeconds, corrections: [answer] };
        expect(() => recogniseFormats([Buffer.from(shown), ...others], context)).not.toThrow();
      },
    ),
    { numRuns: 300 },
  );
});

test('a line of 64 KiB costs no more than its length', () => {
  const long = Buffer.from(`21.11.26 ${'13h0 '.repeat(13_000)}`);
  const reader = recogniseFormats([Buffer.from(lines[0]), long], { referenceSeconds, corrections: all });
  const took = processorMs(() => {
    for (let i = 0; i < 20; i++) reader.read(long, 0, long.length, newHeader());
  });
  expect(took).toBeLessThan(10_000);
});
