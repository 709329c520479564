import type { Detector } from './detector';
import { IsolationForestDetector } from './isolation-forest';
import { LevelDetector } from './level';
import { ParameterDetector } from './parameter/parameter-detector';
import { RarityDetector } from './rarity';
import { RulesDetector } from './rules/rules-detector';
import { SequenceDetector } from './sequence-detector';
import { VolumeDetector } from './volume/volume';

/**
 * What a detector goes by. Those that go by the same must not add up: rarity is also a feature of the
 * Isolation Forest, so both saying "rare" is one piece of evidence.
 */
export type EvidenceKind = 'content' | 'frequency' | 'volume' | 'value' | 'sequence';

export interface DetectorEntry {
  readonly kind: EvidenceKind;
  /** Share of the whole run it takes, for progress; they sum to 1. */
  readonly cost: number;
  /** A detector keeps what it learned of one log, so every run makes its own. */
  readonly create: () => Detector;
}

/** All detectors, in the order they run. */
export const detectorTable: readonly DetectorEntry[] = [
  { kind: 'content', cost: 0.1, create: () => new LevelDetector() },
  { kind: 'content', cost: 0.1, create: () => new RulesDetector() },
  { kind: 'frequency', cost: 0.2, create: () => new RarityDetector() },
  { kind: 'frequency', cost: 0.35, create: () => new IsolationForestDetector() },
  { kind: 'volume', cost: 0.05, create: () => new VolumeDetector() },
  { kind: 'value', cost: 0.15, create: () => new ParameterDetector() },
  { kind: 'sequence', cost: 0.05, create: () => new SequenceDetector() },
];
