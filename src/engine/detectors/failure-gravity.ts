/**
 * How much words say about a failure, in ascending order.
 *
 * - refusal: something was turned away or took too long; often routine
 * - failure: an operation did not work
 * - outage: something it depends on is gone
 * - disaster: the process, the machine or data is lost
 */
export const gravities = ['refusal', 'failure', 'outage', 'disaster'] as const;

export type Gravity = (typeof gravities)[number];

export interface PhraseGroup {
  readonly gravity: Gravity;
  readonly phrases: readonly string[];
}
