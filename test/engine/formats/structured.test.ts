import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newHeader } from '../../../src/engine/formats/header';
import { jsonLines } from '../../../src/engine/formats/json-lines';
import { logfmt } from '../../../src/engine/formats/logfmt';
import { levelName } from '../../../src/engine/model/level';

const context = { referenceSeconds: Date.UTC(2026, 10, 21) / 1000 };

function read(format: typeof jsonLines, line: string) {
  const bytes = Buffer.from(line);
  const header = newHeader();
  if (!format.read(bytes, 0, bytes.length, header, context)) return null;
  return {
    nanos: Number.isNaN(header.seconds)
      ? null
      : String(BigInt(header.seconds) * 1_000_000_000n + BigInt(header.nanos)),
    level: levelName(header.level),
    component: bytes.toString('utf8', header.componentStart, header.componentEnd),
    message: bytes.toString('utf8', header.messageStart, header.messageEnd),
  };
}

test.each([
  ['pino', 10, 'trace'],
  ['pino', 35, 'info'],
  ['pino', 60, 'fatal'],
  ['syslog', 0, 'fatal'],
  ['syslog', 3, 'error'],
  ['syslog', 7, 'debug'],
])('%s level %i is %s', (_, level, expected) => {
  expect(read(jsonLines, JSON.stringify({ level, msg: 'm' }))?.level).toBe(expected);
  expect(read(jsonLines, JSON.stringify({ level: String(level), msg: 'm' }))?.level).toBe(expected);
});

describe('JSON: names of the object itself count', () => {
  test.each([
    ['nested before', '{"a":{"msg":"no","level":"fatal"},"msg":"yes"}', 'yes'],
    ['nested after', '{"msg":"yes","a":[{"msg":"no"}]}', 'yes'],
    ['a name in a value', '{"a":"\\",\\"msg\\":\\"no","msg":"yes"}', 'yes'],
    ['the last of duplicates', '{"msg":"no","msg":"yes"}', 'yes'],
    ['the more certain name', '{"event":"no","message":"yes","log":"no"}', 'yes'],
    ['an object is no text', '{"message":{"a":1}}', '{"message":{"a":1}}'],
    ['case does not matter', '{"Message":"yes"}', 'yes'],
  ])('%s', (_, line, message) => expect(read(jsonLines, line)?.message).toBe(message));

  test.each(['{', '{}x', '{"a"}', '{"a":1}{"b":2}', '{a:1}', '{"a":1,}', '[1]', '"x"', '{"a":}'])(
    '%j is no record',
    (line) => expect(read(jsonLines, line)).toBeNull(),
  );

  test('epoch floats with an exponent', () => {
    expect(read(jsonLines, '{"ts":1.78125726725e+09,"level":"info"}')?.nanos).toBe('1781257267250000000');
  });

  test('a line cut short is read as far as it goes', () => {
    expect(read(jsonLines, '{"level":"warn","msg":"long te')).toMatchObject({ level: 'warn' });
  });

  test('any object: level and message are found whatever stands beside them', () => {
    const name = fc.string().filter((key) => !/^(msg|message|level|lvl)$/i.test(key) && key !== '__proto__');
    const others = fc.dictionary(
      name.map((key) => `x${key}`),
      fc.jsonValue({ maxDepth: 3 }),
      { noNullPrototype: true },
    );
    fc.assert(
      fc.property(others, others, fc.string(), (before, after, msg) => {
        const line = JSON.stringify({ ...before, level: 'error', msg, ...after });
        const found = read(jsonLines, line);
        expect(found?.level).toBe('error');
        expect(JSON.parse(`"${found?.message}"`)).toBe(JSON.parse(JSON.stringify(msg)));
      }),
    );
  });
});

describe('logfmt', () => {
  test.each([
    ['a quoted message with escapes', 'level=info msg="a \\"b\\" c=d" x=1', 'a \\"b\\" c=d'],
    ['an unterminated quote', 'level=info msg="to the end', 'to the end'],
    ['no message', 'level=info a=1', 'level=info a=1'],
  ])('%s', (_, line, message) => expect(read(logfmt, line)?.message).toBe(message));

  test.each(['a=1 b=2', 'plain level=info', 'msg=x', '=info level=info'])('%j is no record', (line) => {
    expect(read(logfmt, line)).toBeNull();
  });
});

test('any bytes: neither throws nor answers a range outside the line', () => {
  const pieces = fc.constantFrom(
    '{',
    '}',
    '"',
    '\\',
    ':',
    ',',
    '[',
    ']',
    '=',
    ' ',
    'msg',
    'level',
    'info',
    'time',
    '1',
    '\0',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
      const bytes = Buffer.from(parts.join(''));
      for (const format of [jsonLines, logfmt]) {
        const header = newHeader();
        if (!format.read(bytes, 0, bytes.length, header, context)) continue;
        expect(header.messageStart).toBeLessThanOrEqual(header.messageEnd);
        expect(header.messageEnd).toBeLessThanOrEqual(bytes.length);
        expect(header.componentEnd).toBeLessThanOrEqual(bytes.length);
      }
    }),
    { numRuns: 2000 },
  );
});
