import type { RandomLog } from '../random-log';

/** What must hold of any log. It throws where it does not, so that tests and the fuzzer can hold the engine to it. */
export interface Claim {
  readonly name: string;
  /** Reads a thousand lines and more: a tenth of a second a log. */
  readonly costly?: true;
  holds(log: RandomLog): void;
}
