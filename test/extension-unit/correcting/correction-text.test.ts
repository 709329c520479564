import { describe, expect, test } from 'vitest';
import type { TemplateCorrection } from '../../../src/engine/templates/corrections/correction';
import {
  correctedPatterns,
  correctionSentence,
  saidLast,
} from '../../../src/extension/correcting/correction-text';
import { sentenceText } from '../../../src/protocol/sentence';

const pattern = ['door', ' <number>', ' opened'];
const where = { pattern, position: 2 };

const cases: readonly (readonly [TemplateCorrection, string, readonly string[]])[] = [
  [{ kind: 'name', pattern, name: 'Door' }, 'Template named “Door”', ['door <number> opened']],
  [
    { kind: 'merge', patterns: [pattern, ['gate', ' opened']] },
    '2 templates merged',
    ['door <number> opened', 'gate opened'],
  ],
  [{ kind: 'split', pattern, position: 1 }, 'Template split at “<number>”', ['door <number> opened']],
  [{ kind: 'split', pattern, position: 9 }, 'Template split at “”', ['door <number> opened']],
  [
    { kind: 'pin', token: 'opened', as: 'variable', where },
    '“opened” treated as a variable here',
    ['door <number> opened'],
  ],
  [{ kind: 'pin', token: 'opened', as: 'variable' }, '“opened” treated as a variable everywhere', []],
  [
    { kind: 'pin', token: 'ada', as: 'word', where },
    '“ada” treated as a word here',
    ['door <number> opened'],
  ],
  [{ kind: 'pin', token: 'ada', as: 'word' }, '“ada” treated as a word everywhere', []],
];

test.each(cases)('%j: %s', (correction, text, patterns) => {
  expect(sentenceText(correctionSentence(correction))).toBe(text);
  expect(correctedPatterns(correction)).toEqual(patterns);
});

describe('the one said last', () => {
  test.each([
    ['is the newest, wherever it is kept', ['2026-05-01', '2026-05-03', '2026-05-02'], 1],
    ['is of equally new ones the one kept last', ['2026-05-01', '2026-05-01'], 1],
    ['is none of none', [], undefined],
  ])('%s', (_, times, index) => {
    const kept = times.map((at) => ({ at }));
    expect(saidLast(kept)).toBe(index === undefined ? undefined : kept[index]);
  });
});
