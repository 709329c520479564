import { BaselineComparison, usualWeight } from '../../features/baseline-comparison';
import type { TemplateStatistics } from '../../features/template-statistics';
import type { Reason, Sentence } from '../../model/finding';
import { Level, levelName } from '../../model/level';
import type { RecordTable } from '../../model/record-table';
import type { RecordIndex, SignatureId, TemplateId } from '../../model/units';
import type { Concern, Detector, DetectorInput } from '../detector';
import { fatalCountsAs } from '../inflated-level';
import { detectorPatterns } from '../sentences';
import { BurstRules } from './burst-rules';
import { defaultRules } from './defaults/default-rules';
import type { Rule } from './rule';
import { RuleBook } from './rule-book';
import { RuleScores } from './rule-scores';
import { type Saying, sayingOfBurst, sayingOfValue, sayingOfWords } from './saying';
import { gravest, SignatureRules } from './signature-rules';
import { ValueRules } from './value-rules';

const stepSignatures = 1024;

/**
 * Troubles everybody knows by their words, and those a person wrote rules for. Rules run once a masked message, so their cost grows
 * with the kinds of lines and not with the lines; those about values look at the values of the templates that fit them.
 */
export class RulesDetector implements Detector {
  readonly id = 'rules';
  private records: RecordTable | undefined;
  private scores = new RuleScores(Level.fatal);
  private signatures = new SignatureRules(0, this.scores);
  private bursts = new BurstRules();
  private values: ValueRules | undefined;
  /** By signature, where rules fit it: the gravest, whatever the level. */
  private readonly gravestOf = new Map<SignatureId, Rule>();
  private weightOf: (signature: SignatureId) => number = () => 1;

  *learn(input: DetectorInput): Generator<void, Sentence | undefined> {
    const { templates, records } = input;
    const book = new RuleBook(input.rules ?? defaultRules);
    this.weightOf = weights(templates);
    this.values = new ValueRules(templates.mined, book.nameless);
    this.scores = new RuleScores(fatalCountsAs(templates));
    this.signatures = new SignatureRules(templates.mined.signatureCount, this.scores);
    for (let id = 0; id < templates.mined.signatureCount; id++) {
      if (id % stepSignatures === 0) yield;
      this.match(id as SignatureId, templates, book);
    }
    yield* this.bursts.look(records);
    if (!this.values.isEmpty) yield* this.values.look(yield* input.values.table(), records);
    this.records = records;
    return undefined;
  }

  scoreOf(record: RecordIndex): number {
    const { records, bursts, values } = this;
    if (records === undefined) return 0;
    if (bursts.hits.has(record) || values?.hits.has(record)) return this.sayingOf(record)?.score ?? 0;
    return this.signatures.score(records.signature.get(record), records.level.get(record));
  }

  explain(_input: DetectorInput, record: RecordIndex, score: number): Reason {
    const message = this.sayingOf(record)?.message ?? { pattern: detectorPatterns.rule, values: ['', ''] };
    return { detector: this.id, score, message, evidence: [] };
  }

  /** The rule its score comes from, else the gravest that its words fit: an untroubled level makes it no other subject. */
  concernOf(record: RecordIndex): Concern | undefined {
    const { records } = this;
    if (records === undefined) return undefined;
    const rule = this.sayingOf(record)?.rule ?? this.ruleOf(records.signature.get(record) as SignatureId);
    if (rule === undefined) return undefined;
    const { id, severity, category, title, hint } = rule;
    return { rule: id, severity, category, title, hint };
  }

  /** The gravest rule the words of a masked message fit, values and numbers aside. */
  ruleOf(signature: SignatureId): Rule | undefined {
    return this.gravestOf.get(signature);
  }

  private match(signature: SignatureId, { mined }: TemplateStatistics, book: RuleBook): void {
    const matches = book.matches({
      tokens: mined.tokensOf(signature),
      eventClass: mined.eventClassOf(signature),
      text: () => mined.maskedTextOf(signature),
    });
    if (matches.length === 0) return;
    const plain = matches.filter(({ rule }) => rule.value === null && rule.burst === null);
    this.signatures.set(signature, plain, this.weightOf(signature));
    const top = gravest(plain);
    if (top !== undefined) this.gravestOf.set(signature, top.rule);
    for (const match of matches) {
      if (match.rule.burst !== null) this.bursts.add(signature, match);
      else if (match.rule.value !== null) this.values?.add(signature, match);
    }
  }

  /** The strongest of what its words, its value and the burst that begins with it say. */
  private sayingOf(record: RecordIndex): Saying | undefined {
    const { records } = this;
    if (records === undefined) return undefined;
    const signature = records.signature.get(record) as SignatureId;
    const level = records.levelAt(record);
    const sayings = [
      sayingOfWords(this.signatures.match(signature, level), levelName(level), this.scores),
      sayingOfBurst(this.bursts.hits.get(record)),
      sayingOfValue(this.values?.hits.get(record), levelName(level), this.scores),
    ].filter((saying) => saying !== undefined);
    if (sayings.length === 0) return undefined;
    const strongest = sayings.reduce((best, saying) => (saying.score > best.score ? saying : best));
    return { ...strongest, score: Math.fround(strongest.score * this.weightOf(signature)) };
  }
}

/** What the baseline holds at a like rate is known, however grave its words. */
function weights(templates: TemplateStatistics): (signature: SignatureId) => number {
  if (templates.baselineRecords === 0) return () => 1;
  const comparison = new BaselineComparison(templates);
  return (signature) => {
    const template = templates.templateOfSignature[signature] as TemplateId;
    return comparison.templateIsUsual(template) && comparison.wordingIsUsual(signature) ? usualWeight : 1;
  };
}
