import type { Shares } from './compare-shares';
import type { ContrastKind } from './contrast';
import type { Difference } from './difference';

/** Something that is surely different, before it is known whether it is so by itself. */
export interface Candidate {
  readonly kind: ContrastKind;
  /** What excludes each other has one: a record has one level, one template, one component, one value of a field. */
  readonly factor: string;
  /** Equal of the same thing, whatever it was counted among. */
  readonly subject: string;
  /** Counted among the records of something else that differs. */
  readonly isScoped: boolean;
  readonly shares: Shares;
  readonly difference: Difference;
  /** Corrected for all that were compared. */
  readonly chance: number;
  /** Which of the records looked at have it, by their place among them; in any order, none twice. */
  readonly rows: Uint32Array;
  /** Which could have; null: all. */
  readonly of: Uint32Array | null;
  /** It is as good as decided by the template, in what focus is held against: of a new template it says nothing. */
  readonly followsTemplate: boolean;
}
