import type { Detector, DetectorInput } from '../../../src/engine/detectors/detector';
import type { Sentence } from '../../../src/engine/model/finding';
import { type BuiltLog, finish, lookedAt, statisticsOf } from '../log-builder';

export interface Scored {
  readonly input: DetectorInput;
  readonly scores: Float32Array;
  readonly notJudged: Sentence | undefined;
}

/** Runs a detector over a built log. */
export function scoreAll(detector: Detector, log: BuiltLog, seed = 1): Scored {
  const input = { records: log.records, templates: statisticsOf(log), ...lookedAt(log), seed };
  const notJudged = finish(detector.learn(input));
  return { input, scores: scoresOfLogs(detector, log), notJudged };
}

/** Records of baselines have none. */
function scoresOfLogs(detector: Detector, { records }: BuiltLog): Float32Array {
  const scores = new Float32Array(records.recordCount);
  for (const { firstRecord, records: count } of records.sources.filter(({ role }) => role === 'log')) {
    for (let record = firstRecord; record < firstRecord + count; record++)
      scores[record] = detector.scoreOf(record);
  }
  return scores;
}
