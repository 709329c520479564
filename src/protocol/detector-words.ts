import type { DetectorId, Sentence } from '../engine/model/finding';
import type { Tell } from './overview';

/** What people call the detectors. */
const detectorWords: Readonly<Record<DetectorId, Sentence>> = {
  rarity: { pattern: 'template rarity', values: [] },
  level: { pattern: 'level and failure words', values: [] },
  'isolation-forest': { pattern: 'Isolation Forest', values: [] },
  volume: { pattern: 'volume', values: [] },
  sequence: { pattern: 'sequence', values: [] },
  parameter: { pattern: 'parameter', values: [] },
  rules: { pattern: 'rule', values: [] },
  label: { pattern: 'label', values: [] },
};

export function detectorWord(detector: DetectorId, tell: Tell): string {
  return tell(detectorWords[detector]);
}

/**
 * A sentence about detectors, which names them by their ids among its values, with what people call them. Not for one that quotes a log: a
 * word of it may be such an id.
 */
export function namingDetectors(sentence: Sentence, tell: Tell): Sentence {
  const named = sentence.values.map((value) => (isDetector(value) ? detectorWord(value, tell) : value));
  return { pattern: sentence.pattern, values: named };
}

function isDetector(value: string | number): value is DetectorId {
  return Object.hasOwn(detectorWords, value);
}
