import type { Sentence } from '../model/finding';
import type { LineIndex } from '../model/units';

/** One of the three things people want to know first of a log with trouble in it. */
export interface Headline {
  readonly kind: 'since' | 'new' | 'loudest';
  readonly message: Sentence;
  /** Where to look; null where there is no such line. */
  readonly line: LineIndex | null;
}
