import { integer, type Random } from './draws';

const slotMs = 10_000;
const bursts = 4;
const burstSlots = { fewest: 4, most: 10 };
const burstFactor = 3;

/** When requests arrive: a rate that wavers from one ten seconds to the next, and a few bursts. */
export class Traffic {
  /** Share of all requests up to and including each slot, not normalised. */
  private readonly cumulative: Float64Array;

  constructor(
    private readonly random: Random,
    private readonly start: number,
    durationMs: number,
  ) {
    const rates = Array.from({ length: Math.ceil(durationMs / slotMs) }, () => 0.7 + 0.6 * random());
    for (let burst = 0; burst < bursts; burst++) this.addBurst(rates);
    let sum = 0;
    this.cumulative = Float64Array.from(rates, (rate) => (sum += rate));
  }

  private addBurst(rates: number[]): void {
    const first = integer(this.random, 0, rates.length - 1);
    const length = integer(this.random, burstSlots.fewest, burstSlots.most);
    for (let slot = first; slot < Math.min(first + length, rates.length); slot++) rates[slot] *= burstFactor;
  }

  /** Whole milliseconds since the epoch; arrivals come in no order. */
  nextArrival(): number {
    const wanted = this.random() * this.cumulative[this.cumulative.length - 1];
    const slot = this.cumulative.findIndex((sum) => sum > wanted);
    return this.start + slot * slotMs + integer(this.random, 0, slotMs - 1);
  }
}
