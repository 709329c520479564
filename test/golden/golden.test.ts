import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { formatTable } from '../../src/engine/formats/format-table';
import { corpusNames, corpusOf } from './corpus';
import { type Summary, summarise } from './summary';

/**
 * What reading makes of a corpus for each format, as it was when somebody last looked. `ODDLINE_GOLDEN=write` keeps what
 * it makes now: look at the difference before you commit it.
 */
const folder = fileURLToPath(new URL('./files/', import.meta.url));
const writes = process.env.ODDLINE_GOLDEN === 'write';
const cure =
  'If that is meant, run `ODDLINE_GOLDEN=write npx vitest run test/golden` and look at the difference.';

const fileOf = (name: string): string => `${folder}${name.replaceAll(' ', '-')}.json`;

function golden(name: string): Summary | undefined {
  return existsSync(fileOf(name)) ? JSON.parse(readFileSync(fileOf(name), 'utf8')) : undefined;
}

describe.each(corpusNames)('%s', (name) => {
  const summary = summarise(corpusOf(name));
  if (writes) writeFileSync(fileOf(name), `${JSON.stringify(summary, null, 2)}\n`);

  test('is read as its golden file says', () => {
    expect(summary, `test/golden/files: ${name} is read differently. ${cure}`).toEqual(golden(name));
  });
});

test('every format has a corpus, and is found in it', () => {
  const found = Object.fromEntries(formatTable.map(({ name }) => [name, golden(name)?.format]));
  expect(found).toEqual(Object.fromEntries(formatTable.map(({ name }) => [name, name])));
});

test('there is no golden file without a corpus', () => {
  const files = readdirSync(folder).map((file) => folder + file);
  expect(files.sort()).toEqual(corpusNames.map(fileOf).sort());
});
