import type { Concern, Detector, DetectorInput } from '../detectors/detector';
import { type DetectorEntry, detectorTable } from '../detectors/detector-table';
import type { RecordScorer } from '../evaluate/log-evaluation';
import { featurePatterns } from '../features/sentences';
import type { DetectorWeights } from '../labels/label-report';
import { WeightedFusion } from '../labels/learn/weighted-fusion';
import type { DetectorId, Reason, Sentence } from '../model/finding';
import type { RecordIndex } from '../model/units';
import { Fusion, type Judge } from './fusion';

interface NamedJudge extends Judge {
  readonly detector: Detector;
}

/** Weaker reasons are noise beside a stronger one. */
export const leastReasonScore = 0.1;
const stepRecords = 1 << 16;

/** What the detectors of the table made of a log. */
export class Judgement {
  constructor(
    readonly judges: readonly NamedJudge[],
    readonly notJudged: readonly Sentence[],
  ) {}

  get detectors(): DetectorId[] {
    return this.judges.map(({ detector }) => detector.id);
  }

  /** Built in where no weights were learned. */
  fusion(weights: DetectorWeights | null | undefined): Fusion {
    return weights ? new WeightedFusion(this.judges, weights) : new Fusion(this.judges);
  }

  /** All detectors together, then each by itself. */
  scorers(fused: (record: RecordIndex) => number): RecordScorer[] {
    const alone = this.judges.map(({ detector }) => ({
      detector: detector.id,
      scoreOf: (record: RecordIndex) => detector.scoreOf(record),
    }));
    return [{ detector: 'fused', scoreOf: fused }, ...alone];
  }

  /** Strongest first; the strongest is always there where any detector scored the record. */
  reasons(input: DetectorInput, record: RecordIndex): Reason[] {
    const reasons = this.explanations(input, record);
    const saysRarity = reasons.some(({ detector }) => detector === 'rarity');
    return reasons.filter(({ message }) => !(saysRarity && restatesRarity(message)));
  }

  /** What a record is about, where a detector knows. */
  concernOf(record: RecordIndex): Concern | undefined {
    for (const { detector } of this.judges) {
      const concern = detector.concernOf?.(record);
      if (concern !== undefined) return concern;
    }
    return undefined;
  }

  private explanations(input: DetectorInput, record: RecordIndex): Reason[] {
    return this.judges
      .map(({ detector }) => ({ detector, score: detector.scoreOf(record) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score)
      .filter(({ score }, rank) => rank === 0 || score >= leastReasonScore)
      .map(({ detector, score }) => detector.explain(input, record, score));
  }
}

/** The forest decided by a count that the rarity detector already tells, with the lines to check it by. */
function restatesRarity({ pattern }: Sentence): boolean {
  return pattern === featurePatterns.template || pattern === featurePatterns.signature;
}

/** Runs the table; yields the share done, 0 to 1. */
export function* judge(input: DetectorInput): Generator<number, Judgement> {
  const judges: NamedJudge[] = [];
  const notJudged: Sentence[] = [];
  let done = 0;
  for (const entry of detectorTable) {
    const detector = entry.create();
    const gap = yield* run(entry, detector, input, done);
    if (gap === undefined) judges.push({ kind: entry.kind, detector });
    const untold = gap ?? detector.unseen?.();
    if (untold !== undefined) notJudged.push(untold);
    done += entry.cost;
  }
  return new Judgement(judges, notJudged);
}

/** A detector's steps are not known in number: progress nears its share and is set right at its end. */
function* run(
  { cost }: DetectorEntry,
  detector: Detector,
  input: DetectorInput,
  done: number,
): Generator<number, Sentence | undefined> {
  const expected = 1 + input.records.recordCount / stepRecords;
  const steps = detector.learn(input);
  let taken = 0;
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    taken++;
    yield done + cost * (taken / (taken + expected));
  }
}
