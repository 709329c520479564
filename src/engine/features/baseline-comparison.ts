import type { SignatureId, TemplateId } from '../model/units';
import type { TemplateStatistics } from './template-statistics';

/** Up to so many times the baseline's share a share is like it: load and hour differ between two good days. */
const likeTimes = 3;
/** A greater share than this many times still counts as alike where chance makes it at least so often. */
const likelyByChance = 0.01;

/** What a score is multiplied by where the baseline holds the same at a like rate: two such scores fuse to no finding. */
export const usualWeight = 0.2;

/**
 * Whether the log holds something about as often as its baseline.
 *
 * Of k times in n records of the log and b times in m of the baseline, all k + b are taken as given: at one
 * rate for both, k is binomial with p = n / (n + m) (the conditional test of Przyborowski and Wilenski,
 * Biometrika 1940). The chance of k or more is at most exp(−(k + b) · KL(k / (k + b) ‖ p)) (Chernoff;
 * Hoeffding 1963, theorem 1). Unlike are shares more than 3 times the baseline's where that chance is below
 * 1 %, and whatever the baseline never had.
 */
export class BaselineComparison {
  private readonly logRecords: number;
  private readonly templateUsual: Uint8Array;
  private readonly newWordingUsual: Uint8Array;

  constructor(private readonly statistics: TemplateStatistics) {
    this.logRecords = statistics.recordCount - statistics.baselineRecords;
    this.templateUsual = new Uint8Array(statistics.templateLimit);
    this.newWordingUsual = new Uint8Array(statistics.templateLimit);
    this.compareTemplates();
  }

  /** Its share of the log over its share of the baseline. */
  timesAsFrequent(logCount: number, baselineCount: number): number {
    return logCount / this.logRecords / (baselineCount / this.statistics.baselineRecords);
  }

  isLike(logCount: number, baselineCount: number): boolean {
    if (baselineCount === 0) return false;
    if (this.timesAsFrequent(logCount, baselineCount) <= likeTimes) return true;
    return this.chanceOf(logCount, baselineCount) >= likelyByChance;
  }

  templateIsUsual(template: TemplateId): boolean {
    return this.templateUsual[template] === 1;
  }

  wordingIsUsual(signature: SignatureId): boolean {
    const { signatureCounts, baselineSignatureCounts, templateOfSignature } = this.statistics;
    const inBaseline = baselineSignatureCounts[signature];
    if (inBaseline === 0) return this.newWordingUsual[templateOfSignature[signature]] === 1;
    return this.isLike(signatureCounts[signature] - inBaseline, inBaseline);
  }

  /** The bound above; the share is greater than the baseline's. */
  private chanceOf(logCount: number, baselineCount: number): number {
    const all = logCount + baselineCount;
    const expected = this.logRecords / this.statistics.recordCount;
    const found = logCount / all;
    const divergence =
      found * Math.log(found / expected) + (1 - found) * Math.log((1 - found) / (1 - expected));
    return Math.exp(-all * divergence);
  }

  /**
   * A name in a message makes ever new wordings of one template. By Good and Turing what the baseline has of
   * them once is what it would have of new ones: so often new wordings are usual.
   */
  private compareTemplates(): void {
    const { baselineTemplateCounts, baselineSignatureCounts, signatureCounts, templateOfSignature } =
      this.statistics;
    const once = new Uint32Array(this.statistics.templateLimit);
    const unseen = new Uint32Array(this.statistics.templateLimit);
    baselineSignatureCounts.forEach((count, signature) => {
      const template = templateOfSignature[signature];
      if (count === 1) once[template]++;
      if (count === 0) unseen[template] += signatureCounts[signature];
    });
    baselineTemplateCounts.forEach((count, template) => {
      if (this.isLike(this.statistics.logCount(template as TemplateId), count)) {
        this.templateUsual[template] = 1;
      }
      if (this.isLike(unseen[template], once[template])) this.newWordingUsual[template] = 1;
    });
  }
}
