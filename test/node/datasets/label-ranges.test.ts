import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { labelRanges } from '../../../src/node/datasets/label-ranges';
import { sentenceText } from '../../../src/protocol/sentence';
import { temporaryFolder } from '../temporary-folder';

const path = join(temporaryFolder(), 'labels');
const read = (...lines: readonly string[]) => {
  writeFileSync(path, lines.map((line) => `${line}\n`).join(''));
  return labelRanges(path);
};
const label = { at: 1, line: 3, endLine: 3, isAbnormal: true, category: null, note: null };

describe('labels of lines are read', () => {
  it.each<[string, readonly string[], Partial<typeof label>]>([
    ['in numbers', ['{"line":3,"label":1}'], {}],
    ['in numbers as "evaluate" takes them', ['{"line":3,"label":2}'], {}],
    ['in Chinese', ['{"line":3,"label":"异常"}'], {}],
    ['in words', ['{"line":3,"endLine":5,"label":"anomalous"}'], { endLine: 5 }],
    ['of what is normal', ['{"line":3,"label":"正常"}'], { isAbnormal: false }],
    ['from a table', ['line,label', '3,anomalous'], { at: 2 }],
  ])('%s', async (_, lines, wanted) => {
    const { labels, damaged } = await read(...lines);
    expect(labels).toEqual([{ ...label, ...wanted }]);
    expect(damaged).toEqual([]);
  });

  it('beside what names no line, which is told', async () => {
    const { labels, damaged } = await read(
      '{"line":3,"label":1}',
      '{"template":"cart <*> read","label":1}',
      '{"finding":"0123456789abcdef","label":"anomalous","at":"2026-11-20T08:00:00Z"}',
      '{oops',
    );
    expect(labels).toEqual([label]);
    const told = damaged.map((one) => sentenceText(one));
    for (const line of [2, 3, 4])
      expect(told.some((text) => text.startsWith(`Line ${line} of ${path}`))).toBe(true);
  });
});

describe('are refused, with what to do', () => {
  it.each<[string, readonly string[], RegExp]>([
    [
      'where a store holds them',
      [
        '{"oddline":"labels","version":1}',
        '{"finding":"0123456789abcdef","label":"anomalous","at":"2026-11-20T08:00:00Z"}',
      ],
      /as a store keeps them.*\.oddline\/ says is heeded without it/,
    ],
    ['where none names a line', ['{"session":"r7","label":1}'], /names no line of the log \(session\)/],
    ['where there is none', ['{oops'], /holds no label/],
  ])('%s', async (_, lines, wanted) => {
    const refusal = await read(...lines).catch((error) => error);
    expect(sentenceText(refusal.sentence)).toMatch(wanted);
  });
});
