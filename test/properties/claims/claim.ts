import type { RandomLog } from '../random-log';

/** What must hold of any log. It throws where it does not, so that tests and the fuzzer can hold the engine to it. */
export interface Claim {
  readonly name: string;
  holds(log: RandomLog): void;
}
