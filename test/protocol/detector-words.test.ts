import { expect, test } from 'vitest';
import type { DetectorId, Sentence } from '../../src/engine/model/finding';
import { tellerIn } from '../../src/node/texts-of-language';
import { detectorWord, namingDetectors } from '../../src/protocol/detector-words';

const english = tellerIn('en', process.cwd());
const chinese = tellerIn('zh', process.cwd());
const disagree: Sentence = {
  pattern: 'Detectors disagree: {0} says {1}, {2} says {3}.',
  values: ['rules', '0.80', 'isolation-forest', '0.05'],
};

test.each([
  { tell: english, text: 'Detectors disagree: rule says 0.80, Isolation Forest says 0.05.' },
  { tell: chinese, text: '检测器意见不一：规则给出 0.80，孤立森林给出 0.05。' },
])('a sentence about detectors calls them what people do: $text', ({ tell, text }) => {
  expect(tell(namingDetectors(disagree, tell))).toBe(text);
});

test('numbers and other words stay', () => {
  const values = [3, '0.50', 'constructor', 'toString', ''];
  expect(namingDetectors({ pattern: '{0}', values }, english).values).toEqual(values);
});

test('no two detectors are called the same', () => {
  const ids: Readonly<Record<DetectorId, true>> = {
    rarity: true,
    level: true,
    'isolation-forest': true,
    volume: true,
    sequence: true,
    parameter: true,
    rules: true,
    label: true,
  };
  for (const tell of [english, chinese]) {
    const words = Object.keys(ids).map((id) => detectorWord(id as DetectorId, tell));
    expect(new Set(words).size).toBe(words.length);
  }
});
