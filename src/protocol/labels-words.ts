import type { Sentence } from '../engine/model/finding';
import { grouped } from './sentence';

/** Of labels on sessions, where not all of a log was looked at. */
export function lookedAtSentence(records: number): Sentence {
  return {
    pattern: 'The log is too large for the sessions of all its records: {0} were looked at.',
    values: [grouped(records)],
  };
}
