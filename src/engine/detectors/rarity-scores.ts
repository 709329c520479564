import { tailMasses, tailMassesWithin } from '../features/tail-mass';
import type { TemplateStatistics } from '../features/template-statistics';

/** Why a signature is rare. */
export type RarityCause = 'template' | 'wording' | 'baseline';

/**
 * How surprising each signature is, in decades: −log10 of the chance to meet something that rare.
 *
 * Three ways to be rare, the most surprising one counts: the template is seldom seen, the template is
 * common but not with these words, or a baseline is there and never had it.
 */
export class RarityScores {
  private readonly ofTemplate: Float64Array;
  private readonly ofWording: Float64Array;
  private readonly unseenInBaseline: number;

  constructor(private readonly statistics: TemplateStatistics) {
    const { templateCounts, signatureCounts, templateOfSignature, templateLimit } = statistics;
    const { templateEpisodes, signatureEpisodes } = statistics;
    const wordings = tailMassesWithin(signatureCounts, templateOfSignature, templateLimit);
    this.ofTemplate = surprise(tailMasses(templateCounts), templateEpisodes.counts);
    this.ofWording = surprise(wordings, signatureEpisodes.counts);
    this.unseenInBaseline = decades(massOfTheUnseen(statistics.baselineTemplateCounts));
  }

  decades(signature: number): number {
    const template = this.statistics.templateOfSignature[signature];
    return Math.max(this.ofTemplate[template], this.ofWording[signature], this.novelty(template));
  }

  cause(signature: number): RarityCause {
    const template = this.statistics.templateOfSignature[signature];
    const strongest = this.decades(signature);
    if (this.novelty(template) === strongest) return 'baseline';
    return this.ofTemplate[template] === strongest ? 'template' : 'wording';
  }

  private novelty(template: number): number {
    const { baselineRecords, baselineTemplateCounts } = this.statistics;
    return baselineRecords > 0 && baselineTemplateCounts[template] === 0 ? this.unseenInBaseline : 0;
  }
}

/** Good and Turing: what was never met has about the mass of what was met once; at least one record's. */
function massOfTheUnseen(counts: Uint32Array): number {
  let once = 0;
  let all = 0;
  for (const count of counts) {
    if (count === 1) once++;
    all += count;
  }
  return all === 0 ? 1 : Math.max(1, once) / all;
}

/** What comes back again and again is expected, however small its share: each tenfold costs a decade. */
function surprise(masses: Float64Array, episodes: Uint32Array): Float64Array {
  return masses.map((mass, i) => Math.max(0, decades(mass) - Math.log10(Math.max(1, episodes[i]))));
}

function decades(share: number): number {
  return -Math.log10(share);
}
