import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { corpus } from '../../../scripts/quality/secrets/corpus.mjs';
import { generateShopLog } from '../../../src/engine/dataset/generator/shop-log';
import { seededRandom } from '../../../src/engine/model/seeded-random';
import { builtInForms } from '../../../src/engine/redact/built-in-forms';
import { FormGates } from '../../../src/engine/redact/form-gates';
import { facts } from '../../../src/engine/redact/line-facts';
import type { SecretForm } from '../../../src/engine/redact/secret';

/** What each fact says, slowly. */
const said: Readonly<Record<keyof typeof facts, RegExp>> = {
  assigned: /[=:：]/,
  longWord: /[\w-]{16}/,
  tokenPart: /[\w-]{24}/,
  longToken: /[\w-]{34}/,
  dotted: /\d(?:\.\d+){3}/,
  colons: /::|(?:.*?:){6}/s,
  digits: /\d(?:[ .()-]*\d){9}/,
  plus: /[+(]\d/,
  longBase64: /[\w+/]{40}/,
  digits7: /\d{7}/,
  longNumber: /\d{11}|\d{4}[ -]\d{4}/,
  digits15: /\d{15}/,
  threeAndFour: /(?<!\d)\d{3}[ .-]\d{4}/,
};

function factsOf(line: string): number {
  const names = Object.keys(facts) as (keyof typeof facts)[];
  return names.reduce((found, name) => (said[name].test(line) ? found | facts[name] : found), 0);
}

/** Whether a form looks at a line, were there nothing that only spares time. */
function looks({ facts, needles }: SecretForm, line: string, found: number): boolean {
  if (facts !== undefined && (facts & found) === 0) return false;
  const lower = line.toLowerCase();
  return needles?.some((needle) => lower.includes(needle)) ?? true;
}

function finds(form: SecretForm, line: string): boolean {
  let found = false;
  form.find(line, () => {
    found = true;
  });
  return found;
}

const gates = new FormGates(builtInForms);

function check(line: string): void {
  const found = factsOf(line);
  const open = new Set(gates.openTo(line));
  for (const [place, form] of builtInForms.entries()) {
    const wanted = looks(form, line, found);
    if (open.has(form)) expect(wanted, `form ${place} of ${JSON.stringify(line)}`).toBe(true);
    else expect(wanted && finds(form, line), `form ${place} misses ${JSON.stringify(line)}`).toBe(false);
  }
}

const needles = [
  ...new Set(builtInForms.flatMap(({ needles = [], besides = [] }) => [...needles, ...besides])),
];
const { planted, clean } = corpus('open', seededRandom);
const secrets = planted.map(({ secret }) => secret);

const piece = fc.oneof(
  fc.constantFrom(...needles),
  fc.constantFrom(...secrets),
  fc.stringMatching(/^[0-9]{1,19}$/),
  fc.stringMatching(/^[0-9]{2,4}[ .-][0-9]{3,4}[ .-][0-9]{3,6}$/),
  fc.stringMatching(/^[(]?0[1-9][0-9]{1,2}[)-] ?[2-8][0-9]{6,7}$/),
  fc.stringMatching(/^[A-Za-z0-9_+/-]{14,42}$/),
  fc.stringMatching(/^[0-9a-f:.]{2,24}$/),
  fc.constantFrom(
    ' ',
    ' ',
    '=',
    ': ',
    '"',
    "'",
    '.',
    '-',
    '+',
    '(',
    ')',
    '/',
    '\\',
    '@',
    '[',
    '::',
    '\t',
    '：',
  ),
  fc.constantFrom('lena', 'l.gruber-7', 'user lena', '王小明', '用户', 'ſ', '\u212a', 'İ', '\0', '😀', '\r'),
);
/** A needle as people write it: in capitals, or with letters that are the same where capitals count for nothing. */
const disguised = fc.tuple(piece, fc.integer({ min: 0, max: 9 })).map(([text, way]) => {
  if (way === 0) return text.toUpperCase();
  if (way === 1) return text.replaceAll('s', 'ſ');
  return way === 2 ? text.replaceAll('k', '\u212a') : text;
});

describe('what is looked for in a line', () => {
  test('is all that it may hold, in lines of planted secrets and in clean ones', () => {
    for (const { before, secret, after } of planted) check(before + secret + after);
    for (const [at, { text }] of clean.entries()) if (at % 8 === 0) check(text);
  });

  test('is all that it may hold, in a log', () => {
    for (const line of generateShopLog({ seed: 5, records: 2_000 }).text.split('\n').slice(-300)) check(line);
  });

  test('is all that it may hold, whatever the line is', () => {
    const line = fc.array(disguised, { maxLength: 9 }).map((parts) => parts.join(''));
    fc.assert(fc.property(line, check), { numRuns: 700 });
  });
});
