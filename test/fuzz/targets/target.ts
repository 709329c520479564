import type * as fc from 'fast-check';
import type { RandomLog } from '../../properties/random-log';

/** What is tried with ever new inputs. */
export interface FuzzTarget {
  readonly name: string;
  readonly input: fc.Arbitrary<RandomLog>;
  /** Throws, or takes long, where something is wrong. */
  holds(input: RandomLog): void | Promise<void>;
}
