import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compareLogs, foundLines } from './compare-logs';

const folder = '/work/shared/data/compare';
const cases = existsSync(folder) ? readdirSync(folder) : [];

interface Measured {
  readonly recall: number;
  readonly precision: number;
}

/** Of lines with text: those that explain the failure (E), and those that may be told beside (C). */
function measure(name: string): Measured {
  const text = readFileSync(join(folder, name, 'fail.log'), 'utf8');
  const lines = text.split(/\r\n|\n|\r/);
  const isWritten = (line: number) => lines[line - 1]?.trim() !== '' && line <= lines.length;
  const truth = { E: new Set<number>(), C: new Set<number>() };
  const rows = readFileSync(join(folder, name, 'groundtruth'), 'utf8').matchAll(
    /^([EC]) (\d+)(?:-(\d+))?\s*$/gm,
  );
  for (const [, kind, first, last = first] of rows)
    for (let line = Number(first); line <= Number(last); line++)
      if (isWritten(line)) truth[kind as 'E' | 'C'].add(line);
  const good = readFileSync(join(folder, name, 'pass.log'));
  const found = foundLines(compareLogs(Buffer.from(text), [good])).filter(isWritten);
  const hits = found.filter((line) => truth.E.has(line)).length;
  const right = found.filter((line) => truth.E.has(line) || truth.C.has(line)).length;
  return { recall: hits / Math.max(1, truth.E.size), precision: right / Math.max(1, found.length) };
}

describe.skipIf(cases.length === 0)('failed builds with a good run each', () => {
  it('find the lines that explain the failure, and few others', () => {
    const measured = cases.map(measure);
    const mean = (of: keyof Measured) => measured.reduce((sum, one) => sum + one[of], 0) / measured.length;
    expect(mean('recall')).toBeGreaterThanOrEqual(0.97);
    expect(mean('precision')).toBeGreaterThanOrEqual(0.9);
  });
});
