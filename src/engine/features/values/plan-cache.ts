import type { SignatureId } from '../../model/units';
import { ShapeHash } from '../../templates/shape-hash';
import { SignatureCache } from '../../templates/signature-cache';
import { type PlannedValue, planShape, type ShapePlan } from './shape-plan';

/** Where the values stand in a text that is the first of its shape. */
export type FindValues = (bytes: Uint8Array, start: number, end: number) => readonly PlannedValue[];

/** The plans of texts, by their shape. Making one takes about 20 µs, finding one a hash over the text. */
export class PlanCache {
  private readonly hash = new ShapeHash();
  private readonly ids = new SignatureCache();
  private readonly plans: ShapePlan[] = [];

  /** `mostPlans` are made at most: a log in which every text has its own shape is not worth one each. */
  constructor(private readonly mostPlans: number) {}

  /** Undefined where the shape is a new one and there are enough. Texts of another `salt` have plans of their own. */
  planOf(
    bytes: Uint8Array,
    start: number,
    end: number,
    salt: number,
    find: FindValues,
  ): ShapePlan | undefined {
    this.hash.hash(bytes, start, end, salt);
    const { a, b } = this.hash;
    const known = this.ids.get(a, b);
    if (known >= 0) return this.plans[known];
    if (this.plans.length >= this.mostPlans) return undefined;
    const plan = planShape(bytes, start, end, find(bytes, start, end));
    this.ids.set(a, b, (this.plans.push(plan) - 1) as SignatureId);
    return plan;
  }
}
