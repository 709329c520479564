import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { newHeader } from '../../../src/engine/formats/header';
import { recogniseFormats } from '../../../src/engine/formats/recognise';

const folder = fileURLToPath(new URL('../../../../shared/data/loghub/', import.meta.url));
const context = { referenceSeconds: Date.UTC(2026, 10, 21) / 1000 };
const systems = [
  'Android',
  'Apache',
  'BGL',
  'HDFS',
  'Linux',
  'OpenStack',
  'Proxifier',
  'Spark',
  'Thunderbird',
  'Windows',
];

/** Rows of a CSV file with quoted fields; no field of these holds a line end. */
function rowsOf(path: string): string[][] {
  const lines = readFileSync(path, 'latin1')
    .split(/\r?\n/)
    .filter((line) => line !== '');
  return lines.map((line) =>
    [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
      (m) => m[1]?.replaceAll('""', '"') ?? m[2],
    ),
  );
}

function measure(system: string): { timed: number; content: number } {
  const path = `${folder}${system}/${system}_2k.log`;
  const [names, ...rows] = rowsOf(`${path}_structured.csv`);
  const column = names.indexOf('Content');
  const lines = readFileSync(path, 'latin1')
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) => Buffer.from(line, 'latin1'));
  const reader = recogniseFormats(lines.slice(0, 1000), context);
  const header = newHeader();
  let timed = 0;
  let content = 0;
  for (const [i, line] of lines.entries()) {
    if (!reader.read(line, 0, line.length, header)) continue;
    if (!Number.isNaN(header.seconds)) timed++;
    if (line.toString('latin1', header.messageStart, header.messageEnd).trim() === rows[i][column].trim())
      content++;
  }
  return { timed: timed / lines.length, content: content / lines.length };
}

describe.skipIf(!existsSync(folder))(
  'logs of well-known systems are read without being told what they are',
  () => {
    test.each(systems)('%s', (system) => {
      const { timed, content } = measure(system);
      expect(timed).toBeGreaterThanOrEqual(0.99);
      expect(content).toBeGreaterThanOrEqual(0.95);
    });
  },
);
