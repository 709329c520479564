import { type Sensitivity, sensitivities } from '../engine/triage/sensitivity';
import { UsageError } from './usage-error';

/** One of the words, or a number from 0 to 1. @throws UsageError */
export function sensitivityOf(option: string, value: string): Sensitivity {
  const word = sensitivities.find((one) => one === value);
  if (word !== undefined) return word;
  const share = value.trim() === '' ? Number.NaN : Number(value);
  if (share >= 0 && share <= 1) return share;
  throw new UsageError({
    pattern: '{0} takes {1} or a number from 0 to 1, not "{2}".',
    values: [option, sensitivities.join(', '), value],
  });
}
