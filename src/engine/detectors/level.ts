import { usualWeight } from '../features/baseline-comparison';
import type { TemplateStatistics } from '../features/template-statistics';
import type { Evidence, Reason, Sentence } from '../model/finding';
import { Level, type LevelName, levelName } from '../model/level';
import type { RecordTable } from '../model/record-table';
import type { LineIndex, RecordIndex, SignatureId } from '../model/units';
import type { Detector, DetectorInput } from './detector';
import { type Gravity, gravities } from './failure-gravity';
import { type Failure, findFailure } from './failure-search';
import { goodEnds } from './failure-words';
import { fatalCountsAs } from './inflated-level';
import { type Excess, KnownFailures } from './known-failures';
import { lookedAt, type TokenMemory } from './message-words';
import { detectorPatterns } from './sentences';

type KindOfWords = Gravity | 'none' | 'good end';

/**
 * Score of a record by its level and by the gravity of its words. A level is the author's own judgement, so
 * words count least at debug, less at info and most where no level is given. From 0.5 on a record is a
 * finding: every error is; a warning is when it is rare as well, or tells of a disaster.
 */
const scoreTable: Readonly<Record<LevelName, Readonly<Record<KindOfWords, number>>>> = {
  none: { 'good end': 0, none: 0, refusal: 0.3, failure: 0.5, outage: 0.65, disaster: 0.92 },
  trace: { 'good end': 0, none: 0, refusal: 0, failure: 0.1, outage: 0.2, disaster: 0.4 },
  debug: { 'good end': 0, none: 0, refusal: 0, failure: 0.1, outage: 0.2, disaster: 0.4 },
  info: { 'good end': 0, none: 0, refusal: 0.1, failure: 0.25, outage: 0.35, disaster: 0.6 },
  warn: { 'good end': 0.25, none: 0.36, refusal: 0.4, failure: 0.44, outage: 0.48, disaster: 0.75 },
  error: { 'good end': 0.6, none: 0.6, refusal: 0.65, failure: 0.7, outage: 0.78, disaster: 0.93 },
  fatal: { 'good end': 0.9, none: 0.9, refusal: 0.9, failure: 0.92, outage: 0.94, disaster: 0.97 },
};

const kindsOfWords = ['none', ...gravities, 'good end'] as const;
/** The table by number, a row a level, a column a kind of words in that order. */
const scores = Float32Array.from(
  Object.values(Level).flatMap((level) =>
    kindsOfWords.map((gravity) => scoreTable[levelName(level)][gravity]),
  ),
);
const levels = scores.length / kindsOfWords.length;
const stepSignatures = 4096;

/**
 * The level a record carries and the words of failure in it; words are looked for once a signature. What a
 * baseline holds at a like rate counts for little.
 */
export class LevelDetector implements Detector {
  readonly id = 'level';
  private records: RecordTable | undefined;
  private scores = scores;
  /** By signature; its place in `kindsOfWords`. */
  private kindOf = new Uint8Array();
  private known: KnownFailures | undefined;
  private readonly failures = new Map<SignatureId, Failure>();
  /** By signature and level, where no baseline is there: then nothing else goes into a reason, and findings share it. */
  private readonly reasons = new Map<number, Reason>();

  *learn({ records, templates, prior }: DetectorInput): Generator<void, Sentence | undefined> {
    const kindOf = new Uint8Array(templates.mined.signatureCount);
    const known: TokenMemory = new Map();
    for (let signature = 0; signature < kindOf.length; signature++) {
      const tokens = templates.mined.tokensOf(signature as SignatureId);
      const failure = findFailure(tokens, known);
      if (failure !== undefined) this.failures.set(signature as SignatureId, failure);
      kindOf[signature] = kindsOfWords.indexOf(failure?.gravity ?? (endsWell(tokens) ? 'good end' : 'none'));
      if (signature % stepSignatures === 0) yield;
    }
    this.records = records;
    this.scores = scoresFor(templates);
    this.kindOf = kindOf;
    if (templates.baselineRecords === 0) return undefined;
    const failures = new KnownFailures(templates, kindOf, kindsOfWords.length);
    yield* failures.gather((record) => this.ownScore(record) > 0);
    failures.addPrior(
      prior?.counts.messages ?? [],
      (signature, level) => this.scoreOfWords(signature, level) > 0,
    );
    this.known = failures;
    return undefined;
  }

  scoreOf(record: RecordIndex): number {
    const score = this.ownScore(record);
    if (score === 0 || !this.known?.isUsual(record)) return score;
    return Math.fround(score * usualWeight);
  }

  private ownScore(record: RecordIndex): number {
    const { records } = this;
    if (records === undefined) return 0;
    return this.scoreOfWords(records.signature.get(record), records.level.get(record));
  }

  private scoreOfWords(signature: number, level: number): number {
    return this.scores[level * kindsOfWords.length + this.kindOf[signature]];
  }

  explain(input: DetectorInput, record: RecordIndex, score: number): Reason {
    if (this.known === undefined) return this.sharedReason(input, record, score);
    const excess = this.known.excess(record);
    const evidence = excess === undefined ? [] : [excessEvidence(input, excess)];
    return { detector: this.id, score, message: this.messageOf(input, record), evidence };
  }

  private sharedReason(input: DetectorInput, record: RecordIndex, score: number): Reason {
    const { records } = input;
    const key = records.signature.get(record) * levels + records.level.get(record);
    const known = this.reasons.get(key);
    if (known !== undefined) return known;
    const message = this.messageOf(input, record);
    const reason: Reason = { detector: this.id, score, message, evidence: [] };
    this.reasons.set(key, reason);
    return reason;
  }

  private messageOf({ records }: DetectorInput, record: RecordIndex): Sentence {
    const failure = this.failures.get(records.signature.get(record) as SignatureId);
    return messageOf(records.levelAt(record), failure);
  }
}

/** Whether a message without words of failure says that something came right. */
function endsWell(tokens: readonly string[]): boolean {
  return lookedAt(tokens).some((token) => goodEnds.has(token));
}

/** With the row of what the highest level counts as in this log. */
function scoresFor(templates: TemplateStatistics): typeof scores {
  const width = kindsOfWords.length;
  const counted = fatalCountsAs(templates) * width;
  const own = scores.slice();
  own.set(scores.subarray(counted, counted + width), Level.fatal * width);
  return own;
}

function messageOf(level: Level, failure: Failure | undefined): Sentence {
  if (failure === undefined) return { pattern: detectorPatterns.level, values: [levelName(level)] };
  if (level === Level.none) return { pattern: detectorPatterns.words, values: [failure.words] };
  return { pattern: detectorPatterns.levelAndWords, values: [levelName(level), failure.words] };
}

function excessEvidence({ records }: DetectorInput, { times, example }: Excess): Evidence {
  const line = records.firstLine.get(example) as LineIndex;
  const values = [times < 10 ? Number(times.toPrecision(2)) : Math.round(times)];
  return {
    source: records.sourceOfLine(line),
    line: records.lineNumber(line),
    note: { pattern: detectorPatterns.excess, values },
  };
}
