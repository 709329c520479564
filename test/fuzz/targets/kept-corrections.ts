import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { Session } from '../../../src/engine/session';
import { FormatStore } from '../../../src/node/store/formats';
import { TemplateCorrections } from '../../../src/node/store/templates';
import { outcomeOf, referenceSeconds } from '../../properties/outcome';
import { anyDraws } from '../../properties/random-log';
import type { FuzzTarget } from './target';

const text = fc.oneof(
  fc.constantFrom(
    '',
    '{',
    '}',
    '{?',
    '{time}',
    '{word}',
    '{text} ',
    '{digits}.',
    '{day}.{month}.{year}',
    'iso',
    'ts=',
    '[',
    '\\',
  ),
  fc.string({ maxLength: 10 }),
);
const layout = fc.array(text, { maxLength: 5 }).map((parts) => parts.join(''));
const anything = fc.anything({ maxDepth: 1, withNullPrototype: false });
const some = (value: fc.Arbitrary<unknown>) =>
  fc.oneof({ weight: 9, arbitrary: value }, { weight: 1, arbitrary: anything });
const place = fc.oneof(
  fc.record({ behind: some(layout) }),
  fc.record({ key: some(text) }),
  fc.record({ nth: some(fc.nat(3)) }),
);
const words = fc.dictionary(
  fc.string({ maxLength: 4 }),
  some(fc.constantFrom('error', 'warn', 'none', 'toString')),
);
const format = fc.record({
  at: some(fc.constant('2026-11-21T00:00:00Z')),
  files: some(fc.constantFrom('*', 'any.log', '[', '**/?')),
  correction: some(
    fc.record({
      role: some(fc.constantFrom('time', 'level', 'id', 'recordStart')),
      place: some(place),
      stamp: some(layout),
      until: some(text),
      words: some(words),
      shape: some(layout),
    }),
  ),
});
const pattern = fc.array(some(fc.constantFrom('crate', ' <number>', ' is', ' packed', '', ' ', '<word>')), {
  maxLength: 5,
});
const template = fc.record({
  at: some(fc.constant('2026-11-21T00:00:00Z')),
  kind: some(fc.constantFrom('name', 'merge', 'split', 'pin')),
  name: some(text),
  pattern: some(pattern),
  patterns: some(fc.array(pattern, { maxLength: 3 })),
  position: some(fc.nat(6)),
  token: some(fc.constantFrom('crate', '7', 'packed', '')),
  as: some(fc.constantFrom('word', 'variable')),
});

function fileOf(kind: string, entry: fc.Arbitrary<object>): fc.Arbitrary<string> {
  const header = fc.constantFrom(`{"oddline":"${kind}","version":1}`);
  const line = fc.oneof(
    { weight: 6, arbitrary: entry.map((value) => JSON.stringify(value) ?? '') },
    { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
    { weight: 1, arbitrary: fc.json() },
  );
  return fc
    .tuple(header, fc.array(line, { maxLength: 8 }))
    .map(([first, lines]) => [first, ...lines].join('\n'));
}

const log = Array.from(
  { length: 12 },
  (_, i) => `21.11.2026 13h05 E [dock] crate ${i} is packed ts=${i}\n#${i}. note\n`,
).join('');

/** What was taken for corrections is kept as it stands beside what is none, and a log can be read by it. */
async function check(formats: string, templates: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'oddline-fuzz-'));
  try {
    const paths = { formats: join(folder, 'formats.jsonl'), templates: join(folder, 'templates.jsonl') };
    writeFileSync(paths.formats, formats);
    writeFileSync(paths.templates, templates);
    const { rules } = await new FormatStore(paths.formats).list();
    const { corrections } = await new TemplateCorrections(paths.templates).list();
    const session = new Session({ templateCorrections: corrections });
    const formatCorrections = rules.map(({ correction }) => correction);
    session.openSource({ path: 'any.log', role: 'log', referenceSeconds, formatCorrections });
    session.push(Buffer.from(log));
    session.closeSource();
    outcomeOf(session, Buffer.from(log));
    await checkRewriting(paths.templates);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A change keeps every line that is no entry. */
async function checkRewriting(path: string): Promise<void> {
  const store = new TemplateCorrections(path);
  const before = await store.list();
  await store.add({ kind: 'name', pattern: ['a'], name: 'b', at: '2026-11-21T00:00:00Z' });
  const after = await new TemplateCorrections(path).list();
  assert.deepEqual(
    after.damaged.map(({ text }) => text),
    before.damaged.map(({ text }) => text),
    readFileSync(path, 'utf8'),
  );
}

/** The two files, one behind the other: a fuzzer's input is one stretch of bytes. */
const files = fc
  .tuple(fileOf('formats', format), fileOf('templates', template))
  .map((texts) => Buffer.from(JSON.stringify(texts)));

export const keptCorrections: FuzzTarget = {
  name: 'formats.jsonl and templates.jsonl with garbage between their entries',
  input: fc.record({ bytes: files, draws: anyDraws }),
  async holds({ bytes }) {
    const [formats, templates] = JSON.parse(Buffer.from(bytes).toString());
    await check(formats, templates);
  },
};
