import type { Reason, Sentence } from '../model/finding';
import { Level, type LevelName, levelName } from '../model/level';
import type { RecordIndex, SignatureId } from '../model/units';
import type { Detector, DetectorInput } from './detector';
import { type Gravity, gravities } from './failure-gravity';
import { type Failure, findFailure } from './failure-search';
import { detectorPatterns } from './sentences';

/**
 * Score of a record by its level and by the gravity of its words. A level is the author's own judgement, so
 * words count least at debug, less at info and most where no level is given. From 0.5 on a record is a
 * finding: every error is; a warning is when it is rare as well, or tells of a disaster.
 */
const scoreTable: Readonly<Record<LevelName, Readonly<Record<Gravity | 'none', number>>>> = {
  none: { none: 0, refusal: 0.3, failure: 0.5, outage: 0.65, disaster: 0.92 },
  trace: { none: 0, refusal: 0, failure: 0.1, outage: 0.2, disaster: 0.4 },
  debug: { none: 0, refusal: 0, failure: 0.1, outage: 0.2, disaster: 0.4 },
  info: { none: 0, refusal: 0.1, failure: 0.25, outage: 0.35, disaster: 0.6 },
  warn: { none: 0.36, refusal: 0.4, failure: 0.44, outage: 0.48, disaster: 0.75 },
  error: { none: 0.6, refusal: 0.65, failure: 0.7, outage: 0.78, disaster: 0.93 },
  fatal: { none: 0.9, refusal: 0.9, failure: 0.92, outage: 0.94, disaster: 0.97 },
};

/** The table by number, as columns hold levels and gravities; gravity 0 is "none". */
const scoreOf = Object.values(Level).map((level) =>
  (['none', ...gravities] as const).map((gravity) => scoreTable[levelName(level)][gravity]),
);
const stepSignatures = 4096;
const stepRecords = 1 << 16;

/** The level a record carries and the words of failure in it; words are looked for once a signature. */
export class LevelDetector implements Detector {
  readonly id = 'level';

  *score({ records, templates }: DetectorInput, scores: Float32Array): Generator<void, Sentence | undefined> {
    const gravityOf = new Uint8Array(templates.mined.signatureCount);
    for (let signature = 0; signature < gravityOf.length; signature++) {
      const failure = findFailure(templates.mined.tokensOf(signature as SignatureId));
      if (failure !== undefined) gravityOf[signature] = gravities.indexOf(failure.gravity) + 1;
      if (signature % stepSignatures === 0) yield;
    }
    for (let record = 0; record < records.recordCount; record++) {
      scores[record] = scoreOf[records.level.get(record)][gravityOf[records.signature.get(record)]];
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

function messageOf(level: Level, failure: Failure | undefined): Sentence {
  if (failure === undefined) return { pattern: detectorPatterns.level, values: [levelName(level)] };
  if (level === Level.none) return { pattern: detectorPatterns.words, values: [failure.words] };
  return { pattern: detectorPatterns.levelAndWords, values: [levelName(level), failure.words] };
}
