const firstLength = 1024;

/** A column of numbers that grows as rows come. */
export class GrowingNumbers {
  private held = new Float64Array(firstLength);
  length = 0;

  push(value: number): void {
    if (this.length === this.held.length) {
      const larger = new Float64Array(2 * this.held.length);
      larger.set(this.held);
      this.held = larger;
    }
    this.held[this.length++] = value;
  }

  /** A view of what it holds, until the next `push`. */
  get all(): Float64Array {
    return this.held.subarray(0, this.length);
  }
}
