/** Records in which an item could have stood: all of them, or those that have such a field at all. */
export class Opportunity {
  /** Windows of the history that have any. */
  readonly windows: number;
  readonly records: number;
  /** Σ n². */
  readonly recordsSquared: number;
  /** Pairs of records in the same window. */
  readonly pairs: number;
  /** Of all values that could stand in these records (`pooledCorrelation`); 0 where they are not of one kind. */
  pooledCorrelation = 0;
  /** Of these windows, ascending. */
  private readonly sizes: Uint32Array;

  /** `byWindow`: of the history. */
  constructor(
    readonly focus: number,
    readonly against: number,
    readonly byWindow: Uint32Array,
  ) {
    this.sizes = byWindow.filter((n) => n > 0).sort();
    this.windows = this.sizes.length;
    this.records = this.sizes.reduce((sum, n) => sum + n, 0);
    this.recordsSquared = this.sizes.reduce((sum, n) => sum + n * n, 0);
    this.pairs = (this.recordsSquared - this.records) / 2;
  }

  /** Records in the window of one of them: larger windows count as often as they have records. */
  get usualSize(): number {
    return this.records === 0 ? 0 : this.recordsSquared / this.records;
  }

  /** The same history, of another number of records in focus. */
  withFocus(focus: number): Opportunity {
    const other = new Opportunity(focus, this.against, this.byWindow);
    other.pooledCorrelation = this.pooledCorrelation;
    return other;
  }

  /** How many windows have at least so many. */
  windowsOf(least: number): number {
    let low = 0;
    let high = this.sizes.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.sizes[middle] < least) low = middle + 1;
      else high = middle;
    }
    return this.sizes.length - low;
  }
}
