import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Redactor } from '../../../src/engine/redact/redactor';

function redactorWith(line: string): Redactor {
  const redactor = new Redactor();
  redactor.redact(line);
  return redactor;
}

const known = 'from 203.0.113.9 by mira@example.org, 身份证 11010519491231002X';

describe('a placeholder that a model writes', () => {
  it.each([
    ['<IP_1>', '203.0.113.9'],
    ['`<IP_1>`', '`203.0.113.9`'],
    ['\\<IP_1\\>', '203.0.113.9'],
    ['\\<IP\\_1\\>', '203.0.113.9'],
    ['&lt;IP_1&gt;', '203.0.113.9'],
    ['at IP_1, then', 'at 203.0.113.9, then'],
    ['来自IP_1的连接', '来自203.0.113.9的连接'],
    ['<ID_NUMBER_1>', '11010519491231002X'],
    ['<EMAIL_1><IP_1>', 'mira@example.org203.0.113.9'],
  ])('%s is put back', (written, restored) => {
    expect(redactorWith(known).restore(written)).toBe(restored);
  });

  it.each(['<IP_2>', 'SHIP_1', 'IP_12', 'IP_1x', '<ip_1>', '<IP_>', 'C:\\<IP_2>'])(
    '%s stays as it is',
    (written) => {
      expect(redactorWith(known).restore(written)).toBe(written);
    },
  );
});

const pieces = [
  '<',
  '>',
  '\\',
  '&lt;',
  '&gt;',
  'IP',
  'EMAIL',
  'ID_NUMBER',
  '_',
  '\\_',
  '1',
  '2',
  '9',
  ' ',
  'x',
  '的',
  '203.0.113.9',
  '\n',
];
const text = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 3 })), { maxLength: 30 })
  .map((all) => all.join(''));

describe('text that streams', () => {
  it('is restored alike in whatever pieces it comes', () => {
    const redactor = redactorWith(known);
    fc.assert(
      fc.property(text, fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1 }), (whole, lengths) => {
        const restorer = redactor.restorer();
        let told = '';
        for (let at = 0, i = 0; at < whole.length; i++) {
          const length = lengths[i % lengths.length];
          told += restorer.push(whole.slice(at, at + length));
          at += length;
        }
        expect(told + restorer.end()).toBe(redactor.restore(whole));
      }),
    );
  });

  it('never shows half a placeholder, and holds back nothing else', () => {
    const restorer = redactorWith(known).restorer();
    const pieces = [
      'The ',
      'ship <',
      'IP',
      '_1',
      '>',
      ' is',
      ' at',
      ' IP',
      '_1',
      ' a <',
      ' b',
      ' &',
      'l',
      'x',
    ];
    const told = pieces.map((piece) => restorer.push(piece));
    expect(told).toEqual([
      ...[
        'The ',
        'ship ',
        '',
        '',
        '203.0.113.9',
        ' is',
        ' at',
        ' ',
        '',
        '203.0.113.9 a ',
        '< b',
        ' ',
        '',
        '&lx',
      ],
    ]);
    expect(restorer.end()).toBe('');
  });
});

describe('what was redacted', () => {
  it('is restored to what it was, whatever it was', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        const redactor = new Redactor();
        const [first, second] = [redactor.redact(one), redactor.redact(other)];
        expect([redactor.restore(first), redactor.restore(second)]).toEqual([one, other]);
      }),
    );
  });
});
