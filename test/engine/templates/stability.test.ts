import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SignatureId } from '../../../src/engine/model/units';
import { maxMessageBytes } from '../../../src/engine/templates/message-masker';
import { TemplateMiner } from '../../../src/engine/templates/template-miner';
import { mine } from './mine';

const word = fc.constantFrom(
  ...[
    'cart',
    'order',
    'refused',
    'accepted',
    'user',
    'ann',
    'bob',
    '用户',
    '登录',
    'café',
    'com.shop.Cart',
    'GET',
  ],
  ...[
    'k=v',
    'id=',
    '[a,',
    'b]',
    '"Ann',
    'Lee"',
    '(',
    ')',
    ':',
    'log4j',
    'KB',
    'ms',
    'Nov',
    '\t',
    '\u0000',
    '<word>',
  ],
);
const variable = fc.oneof(
  fc.integer().map(String),
  fc.uuid(),
  fc.ipV4(),
  fc.ipV6(),
  fc.double({ noNaN: true }).map(String),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  fc.nat(9999).map((n) => `blk_-${n}`),
  fc.nat(9999).map((n) => `${n}ms`),
  fc.stringMatching(/^[a-z0-9]{1,8}$/),
);
const message = fc
  .array(fc.tuple(fc.oneof(word, variable), fc.constantFrom(' ', '', '  ', ',')), { maxLength: 12 })
  .map((parts) => parts.flat().join(''));
const messages = fc.array(message, { maxLength: 40 });
const anyBytes = fc.uint8Array({ maxLength: 200 });

test('the cache changes nothing', () => {
  fc.assert(
    fc.property(messages, (lines) => {
      const repeated = [...lines, ...lines];
      expect(mine(repeated).patterns).toEqual(mine(repeated, { cache: false }).patterns);
    }),
  );
});

test('equal hashes mean equal masked texts, in any bytes', () => {
  fc.assert(
    fc.property(fc.array(anyBytes, { maxLength: 30 }), (lines) => {
      const cached = new TemplateMiner();
      const plain = new TemplateMiner({ cache: false });
      for (const bytes of [...lines, ...lines]) {
        expect(cached.signatureOf(bytes, 0, bytes.length, 0)).toBe(
          plain.signatureOf(bytes, 0, bytes.length, 0),
        );
      }
    }),
  );
});

test('asking between lines changes nothing', () => {
  fc.assert(
    fc.property(messages, (lines) => {
      const quiet = mine(lines);
      const asked = new TemplateMiner();
      const signatures: SignatureId[] = [];
      for (const line of lines) {
        const bytes = new TextEncoder().encode(line);
        signatures.push(asked.signatureOf(bytes, 0, bytes.length, 0));
        for (const signature of signatures) asked.template(asked.templateOf(signature));
      }
      expect(signatures.map((signature) => asked.templateOf(signature))).toEqual(quiet.templates);
    }),
  );
});

test('where a message lies in its buffer changes nothing', () => {
  fc.assert(
    fc.property(message, anyBytes, anyBytes, (line, before, after) => {
      const bytes = new TextEncoder().encode(line);
      const buffer = Uint8Array.from([...before, ...bytes, ...after]);
      const miner = new TemplateMiner();
      const alone = miner.signatureOf(bytes, 0, bytes.length, 0);
      expect(miner.signatureOf(buffer, before.length, before.length + bytes.length, 0)).toBe(alone);
    }),
  );
});

test('the hash of a message depends on its masked text alone, not on what came before', () => {
  const hashAfter = (lines: readonly string[], line: string) => {
    const { miner } = mine(lines);
    const bytes = new TextEncoder().encode(line);
    const signature = miner.signatureOf(bytes, 0, bytes.length, 0);
    return { hash: miner.hashOf(signature), tokens: miner.tokensOf(signature) };
  };
  fc.assert(
    fc.property(messages, message, (lines, line) => {
      expect(hashAfter(lines, line)).toEqual(hashAfter([], line));
    }),
  );
  expect(hashAfter([], 'order 17 paid').hash).toEqual(hashAfter([], 'order 4711 paid').hash);
  expect(hashAfter([], 'order 17 paid').hash).not.toEqual(hashAfter([], 'order 17 lost').hash);
});

test('every value lies in its message and there is one for each parameter', () => {
  fc.assert(
    fc.property(messages, (lines) => {
      const { miner, templates } = mine(lines);
      lines.forEach((line, i) => {
        const bytes = new TextEncoder().encode(line);
        const values = miner.valuesOf(templates[i], bytes, 0, bytes.length);
        expect(values).toHaveLength(miner.template(templates[i]).parameters.length);
        for (const value of values)
          expect(line.replaceAll('\u0000', '').replaceAll('\t', ' ')).toContain(value);
      });
    }),
  );
});

test('a salt makes another signature and another template', () => {
  const miner = new TemplateMiner();
  const bytes = new TextEncoder().encode('GET /cart');
  const ok = miner.signatureOf(bytes, 0, bytes.length, 2);
  const failed = miner.signatureOf(bytes, 0, bytes.length, 5);
  expect(failed).not.toBe(ok);
  expect(miner.templateOf(failed)).not.toBe(miner.templateOf(ok));
  expect(miner.hashOf(failed)).not.toEqual(miner.hashOf(ok));
});

test('only the first 8 KiB of a message count', () => {
  const line = `dump ${'x'.repeat(maxMessageBytes)}`;
  expect(new Set(mine([`${line} one`, `${line} two`]).templates).size).toBe(1);
});
