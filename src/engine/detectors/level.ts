import type { Reason, Sentence } from '../model/finding';
import { Level, levelName } from '../model/level';
import type { RecordIndex, SignatureId } from '../model/units';
import type { Detector, DetectorInput } from './detector';
import { type Failure, findFailure } from './failure-search';
import { detectorPatterns } from './sentences';

interface LevelWeight {
  /** Of the level alone. */
  readonly base: number;
  /** How far words of failure are believed at this level: at info the author saw no failure in them. */
  readonly trust: number;
}

/** By level: none, trace, debug, info, warn, error, fatal. */
const weights: readonly LevelWeight[] = [
  { base: 0, trust: 1 },
  { base: 0, trust: 0.3 },
  { base: 0, trust: 0.3 },
  { base: 0, trust: 0.6 },
  { base: 0.2, trust: 0.6 },
  { base: 0.6, trust: 1 },
  { base: 0.9, trust: 1 },
];
const stepSignatures = 4096;
const stepRecords = 1 << 16;

/** The level a record carries and the words of failure in it; words are looked for once a signature. */
export class LevelDetector implements Detector {
  readonly id = 'level';

  *score({ records, templates }: DetectorInput, scores: Float32Array): Generator<void, Sentence | undefined> {
    const failureWeights = new Float32Array(templates.mined.signatureCount);
    for (let signature = 0; signature < failureWeights.length; signature++) {
      failureWeights[signature] =
        findFailure(templates.mined.tokensOf(signature as SignatureId))?.weight ?? 0;
      if (signature % stepSignatures === 0) yield;
    }
    for (let record = 0; record < records.recordCount; record++) {
      scores[record] = scoreOf(
        records.levelAt(record as RecordIndex),
        failureWeights[records.signature.get(record)],
      );
      if (record % stepRecords === 0) yield;
    }
    return undefined;
  }

  explain({ records, templates }: DetectorInput, record: RecordIndex, score: number): Reason {
    const signature = records.signature.get(record) as SignatureId;
    const failure = findFailure(templates.mined.tokensOf(signature));
    return { detector: this.id, score, message: messageOf(records.levelAt(record), failure), evidence: [] };
  }
}

/** Noisy or: the level and the words each may be right on their own. */
function scoreOf(level: Level, failureWeight: number): number {
  const { base, trust } = weights[level];
  return 1 - (1 - base) * (1 - trust * failureWeight);
}

function messageOf(level: Level, failure: Failure | undefined): Sentence {
  if (failure === undefined) return { pattern: detectorPatterns.level, values: [levelName(level)] };
  if (level === Level.none) return { pattern: detectorPatterns.words, values: [failure.words] };
  return { pattern: detectorPatterns.levelAndWords, values: [levelName(level), failure.words] };
}
