/** How many sequences have how many of one event, as far as they have it at all. */
export class CountHistogram {
  /** Ascending. */
  private readonly bins: number[] = [];
  private readonly weights: number[] = [];
  private total = 0;

  add(bin: number, weight: number): void {
    this.total += weight;
    const found = this.bins.findIndex((each) => each >= bin);
    if (found >= 0 && this.bins[found] === bin) this.weights[found] += weight;
    else {
      const at = found < 0 ? this.bins.length : found;
      this.bins.splice(at, 0, bin);
      this.weights.splice(at, 0, weight);
    }
  }

  /** Sequences that have the event. */
  get having(): number {
    return this.total;
  }

  /** The commonest bin among `size` sequences; 0 where most lack the event. */
  usual(size: number): number {
    let best = 0;
    let most = size - this.total;
    this.weights.forEach((weight, at) => {
      if (weight <= most) return;
      most = weight;
      best = this.bins[at];
    });
    return best;
  }

  /** Nats, of the bins of `size` sequences. */
  entropy(size: number): number {
    const shares = [size - this.total, ...this.weights].map((weight) => weight / size);
    return shares.reduce((sum, share) => (share > 0 ? sum - share * Math.log(share) : sum), 0);
  }

  /**
   * Of `size` sequences those whose bin is as extreme as `bin`, on its side. A bin beyond all others counts as the outermost
   * where it is no further from it than others are apart: of an event with 1, 5 and 15 occurrences 19 are nothing new.
   * `own`: weight of the sequence asked about, which is not to be compared with itself.
   */
  asExtreme(bin: number, size: number, own: number): number {
    let above = 0;
    let below = size - this.total - (bin === 0 ? own : 0);
    for (let at = 0; at < this.bins.length; at++) {
      const others = this.bins[at] === bin ? this.weights[at] - own : this.weights[at];
      if (this.bins[at] >= bin) above += others;
      if (this.bins[at] <= bin) below += others;
    }
    const alike = bin === 0 ? below : Math.min(above, below);
    return alike > 0 || bin === 0 ? alike : this.nearBy(bin, own);
  }

  private nearBy(bin: number, own: number): number {
    const others = [...this.bins.keys()].filter((at) => this.bins[at] !== bin || this.weights[at] > own);
    const bins = others.map((at) => this.bins[at]);
    const widest = Math.max(0, ...bins.slice(1).map((each, at) => each - bins[at]));
    if (widest < 2) return 0;
    const [first, last] = [others[0], others[others.length - 1]];
    if (bin > this.bins[last]) return bin - this.bins[last] <= widest ? this.weights[last] : 0;
    return this.bins[first] - bin <= widest ? this.weights[first] : 0;
  }
}
