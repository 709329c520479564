/** So many are listed; all are counted. 4 MB. */
const mostListed = 1_000_000;

/** Lines that were found, in order, from 0. */
export class Hits {
  private found = new Uint32Array(256);
  /** All of them, listed or not. */
  total = 0;

  add(line: number): void {
    if (this.total < mostListed) {
      if (this.total === this.found.length) {
        const larger = new Uint32Array(2 * this.found.length);
        larger.set(this.found);
        this.found = larger;
      }
      this.found[this.total] = line;
    }
    this.total++;
  }

  get listed(): number {
    return Math.min(this.total, mostListed);
  }

  at(index: number): number {
    return this.found[index];
  }

  /** Those that are listed (a view). */
  lines(): Uint32Array {
    return this.found.subarray(0, this.listed);
  }
}
