/** How much words say about a failure; 0 to 1. */
export const failureWeight = {
  /** The process or machine is lost, or data is. */
  disaster: 0.9,
  /** Something it depends on is gone. */
  outage: 0.5,
  /** An operation did not work. */
  failure: 0.3,
  /** Something was turned away or took too long: often routine. */
  refusal: 0.2,
} as const;

export interface WordGroup {
  readonly weight: number;
  readonly phrases: readonly string[];
}
