import type { Detector, DetectorInput } from '../../../src/engine/detectors/detector';
import type { Sentence } from '../../../src/engine/model/finding';
import { type BuiltLog, finish, statisticsOf } from '../log-builder';

export interface Scored {
  readonly input: DetectorInput;
  readonly scores: Float32Array;
  readonly notJudged: Sentence | undefined;
}

/** Runs a detector over a built log. */
export function scoreAll(detector: Detector, log: BuiltLog, seed = 1): Scored {
  const input = { records: log.records, templates: statisticsOf(log), seed };
  const scores = new Float32Array(log.records.recordCount);
  const notJudged = finish(detector.score(input, scores));
  return { input, scores, notJudged };
}
