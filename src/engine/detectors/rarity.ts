import { BaselineComparison, usualWeight } from '../features/baseline-comparison';
import type { TemplateStatistics } from '../features/template-statistics';
import type { Evidence, Reason, Sentence } from '../model/finding';
import type { LineIndex, RecordIndex, SignatureId, TemplateId } from '../model/units';
import { fewestForDecades, scoreOfDecades } from './decades-score';
import type { Detector, DetectorInput } from './detector';
import { RarityScores } from './rarity-scores';
import { detectorPatterns } from './sentences';

/** In fewer records nothing is surprising enough to score. */
const fewestRecords = fewestForDecades;

/** Templates and wordings seldom or never seen. */
export class RarityDetector implements Detector {
  readonly id = 'rarity';
  private scores: RarityScores | undefined;
  private templates: TemplateStatistics | undefined;
  private bySignature: SignatureScores | undefined;

  *learn({ templates }: DetectorInput): Generator<void, Sentence | undefined> {
    if (templates.recordCount < fewestRecords) return tooFew(templates.recordCount);
    yield;
    this.templates = templates;
    this.bySignature = new SignatureScores(this.scoresOf(templates), templates);
    return undefined;
  }

  scoreOf(record: RecordIndex): number {
    const { templates, bySignature } = this;
    if (templates === undefined || bySignature === undefined) return 0;
    return bySignature.score(templates.records.signature.get(record), templates.experience(record));
  }

  explain(input: DetectorInput, record: RecordIndex, score: number): Reason {
    const signature = input.records.signature.get(record);
    const cause = this.scoresOf(input.templates).cause(signature);
    return {
      detector: this.id,
      score,
      message: cause === 'wording' ? wordingMessage(input, signature) : kindMessage(input, record, cause),
      evidence: occurrences(input, record),
    };
  }

  private scoresOf(templates: TemplateStatistics): RarityScores {
    this.scores ??= new RarityScores(templates);
    return this.scores;
  }
}

/** What a signature scores once its rarity can be known: a table, as all but a log's first records come after that. */
class SignatureScores {
  private readonly decades: Float64Array;
  private readonly weights: Float64Array;
  private readonly scores: Float32Array;
  /** Records it takes to know. */
  private readonly needed: Float64Array;

  constructor(rarity: RarityScores, templates: TemplateStatistics) {
    const weightOf = weights(templates);
    this.decades = Float64Array.from(templates.templateOfSignature, (_, i) => rarity.decades(i));
    this.weights = Float64Array.from(this.decades, (_, i) => weightOf(i as SignatureId));
    this.scores = Float32Array.from(this.decades, (decades, i) => scoreOfDecades(decades) * this.weights[i]);
    this.needed = this.decades.map((decades) => 10 ** decades);
  }

  score(signature: number, experience: number): number {
    if (experience >= this.needed[signature]) return this.scores[signature];
    // After n records nothing can be called rarer than one in n: start-up lines, each written once, do not stand out.
    const decades = Math.min(this.decades[signature], Math.log10(experience));
    return Math.fround(scoreOfDecades(decades) * this.weights[signature]);
  }
}

/** What the baseline holds at a like rate is known, however rare it is in both. */
function weights(templates: TemplateStatistics): (signature: SignatureId) => number {
  if (templates.baselineRecords === 0) return () => 1;
  const comparison = new BaselineComparison(templates);
  return (signature) => {
    const template = templates.templateOfSignature[signature] as TemplateId;
    return comparison.templateIsUsual(template) && comparison.wordingIsUsual(signature) ? usualWeight : 1;
  };
}

function tooFew(count: number): Sentence {
  return { pattern: detectorPatterns.rarityTooFew, values: [count, fewestRecords] };
}

function wordingMessage({ templates }: DetectorInput, signature: number): Sentence {
  const template = templates.templateOfSignature[signature];
  return {
    pattern: detectorPatterns.wording,
    values: [templates.signatureCounts[signature], templates.templateCounts[template]],
  };
}

function kindMessage({ templates }: DetectorInput, record: RecordIndex, cause: string): Sentence {
  if (cause === 'baseline') {
    return { pattern: detectorPatterns.notInBaseline, values: [templates.baselineRecords] };
  }
  const count = templates.templateCounts[templates.templateOf(record)];
  if (count === 1) return { pattern: detectorPatterns.onlyOne, values: [templates.recordCount] };
  return { pattern: detectorPatterns.seldom, values: [count, templates.recordCount] };
}

/** Where its template first and last occurs in the log, itself left out. */
function occurrences({ records, templates }: DetectorInput, record: RecordIndex): Evidence[] {
  const template = templates.templateOf(record);
  const seen = [
    { at: templates.firstRecord(template), pattern: detectorPatterns.firstSeen },
    { at: templates.lastRecord(template), pattern: detectorPatterns.lastSeen },
  ];
  return seen.flatMap(({ at, pattern }) => {
    if (at === undefined || at === record) return [];
    const line = records.firstLine.get(at) as LineIndex;
    return [
      { source: records.sourceOfLine(line), line: records.lineNumber(line), note: { pattern, values: [] } },
    ];
  });
}
