import type { Sentence } from '../../../engine/model/finding';
import type { Label } from '../../store/label-line';
import type { Member } from './members';

/** What a line of an imported file is read as. */
export type FileRow =
  /** Texts without blanks around them; none that is empty. */
  | { readonly kind: 'row'; readonly at: number; readonly cells: ReadonlyMap<Member, string> }
  /** A line of another store's `labels.jsonl`. */
  | { readonly kind: 'label'; readonly at: number; readonly label: Label }
  | { readonly kind: 'damaged'; readonly why: Sentence };
