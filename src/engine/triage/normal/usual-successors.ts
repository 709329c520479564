import type { TemplateStatistics } from '../../features/template-statistics';
import type { TemplateId } from '../../model/units';

/** A habit: so many times at least, and this share of them. */
const leastDepartures = 20;
const leastShare = 0.9;

export interface UsualSuccessor {
  readonly template: TemplateId;
  /** How often it followed, of how many times. */
  readonly taken: number;
  readonly left: number;
}

/** For each template the other one that nearly always follows it. */
export class UsualSuccessors {
  private readonly successorOf = new Map<number, UsualSuccessor>();

  constructor({ transitions, departures }: TemplateStatistics) {
    transitions.forEach((from, to, taken) => {
      const left = departures[from];
      if (left < leastDepartures || taken < left * leastShare || from === to) return;
      this.successorOf.set(from, { template: to as TemplateId, taken, left });
    });
  }

  after(template: TemplateId): UsualSuccessor | undefined {
    return this.successorOf.get(template);
  }
}
