import fc from 'fast-check';
import { expect, test } from 'vitest';
import { payloadLines } from '../../../webview/assistant/preview/payload-lines';

test.for<[string, string, readonly string[]]>([
  ['nothing', '', []],
  ['the breaks of JSON', '{\n  "a": 1\n}', ['{\n', '  "a": 1\n', '}']],
  ['line feeds of a string', String.raw`"one\ntwo"`, [String.raw`"one\n`, 'two"']],
  ['a backslash before an n', String.raw`"C:\\new"`, [String.raw`"C:\\new"`]],
  ['a backslash before a line feed', String.raw`"a\\\nb"`, [String.raw`"a\\\n`, 'b"']],
  ['a quote before a line feed', String.raw`"\"\n"`, [String.raw`"\"\n`, '"']],
])('%s', ([, json, lines]) => {
  expect(payloadLines(json)).toEqual(lines);
});

test('nothing is lost, and each line feed breaks', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: fc.constantFrom('a', '"', '\\', '\n', 'n', '\u2028', '😀') })),
      (texts) => {
        const json = JSON.stringify(texts, null, 2);
        const lines = payloadLines(json);
        expect(lines.join('')).toBe(json);
        const feeds = texts.join('').split('\n').length + json.split('\n').length - 1;
        expect(lines).toHaveLength(feeds);
      },
    ),
  );
});

test('a line of 20 MB is one', () => {
  expect(payloadLines(JSON.stringify('x'.repeat(20_000_000)))).toHaveLength(1);
});
