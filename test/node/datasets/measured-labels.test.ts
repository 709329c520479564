import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { labelRanges } from '../../../src/node/datasets/label-ranges';
import { measuredLabels } from '../../../src/node/datasets/measured-labels';
import { temporaryFolder } from '../temporary-folder';

const path = join(temporaryFolder(), 'labels');
const written = (...lines: readonly string[]) => {
  writeFileSync(path, lines.map((line) => `${line}\n`).join(''));
  return path;
};

describe('labels a log is measured by', () => {
  it.each<[string, readonly string[]]>([
    ['JSON lines', ['{"line":3,"label":2,"category":"disk"}', '{"line":4,"endLine":6,"label":"正常"}']],
    ['a table', ['line;end line;label;category', '3;;anomalous;disk', '4;6;0;']],
  ])('are read from %s as for an export', async (_, lines) => {
    const labels = await measuredLabels(written(...lines));
    expect(labels.map(({ at: _, ...label }) => label)).toEqual([
      { line: 3, endLine: 3, isAbnormal: true, category: 'disk', note: null },
      { line: 4, endLine: 6, isAbnormal: false, category: null, note: null },
    ]);
    expect((await labelRanges(path)).labels).toEqual(labels);
  });

  it.each([
    ['{"line":0,"label":1}', /^Line 2 of .*: line is missing/],
    ['{"line":1.5,"label":1}', /^Line 2 of .*: line is missing/],
    ['{"line":9,"endLine":3,"label":1}', /^Line 2 of .*endLine/],
    ['{"label":1}', /^Line 2 of .*: line is missing/],
    ['{"line":1,"label":"odd"}', /^Line 2 of .*: label is missing or is none of these/],
    ['{"template":"a <*>","label":1}', /^Line 2 of .* names no line of the log \(template\)/],
    ['oops', /^Line 2 of .* is no JSON/],
    ['{"line":1}', /has rows whose label is empty: 1\./],
  ])('are all of a file or none: %s', async (line, wanted) => {
    await expect(measuredLabels(written('{"line":1,"label":0}', line))).rejects.toThrow(wanted);
  });

  it('of a store are none: they teach, and name no lines', async () => {
    const ofStore = '{"finding":"0123456789abcdef","label":"anomalous","at":"2026-11-20T08:00:00Z"}';
    await expect(measuredLabels(written(ofStore))).rejects.toThrow('names no line of the log (record)');
  });

  it('have to be there', async () => {
    await expect(measuredLabels(written())).rejects.toThrow('has no row with a label');
  });
});
