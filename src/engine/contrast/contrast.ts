import type { FilterTest } from '../filter/filter';
import type { Sentence } from '../model/finding';
import type { LineIndex, TemplateId, UnixNs } from '../model/units';

/** Both included; null is open. */
export interface ContrastWindow {
  readonly from: UnixNs | null;
  readonly until: UnixNs | null;
}

export interface ContrastQuestion {
  readonly focus: ContrastWindow;
  /** Null: all of the log that is not in focus. */
  readonly against: ContrastWindow | null;
  /** `none`: levels, templates and components alone, from columns, without a look at the text. */
  readonly values: 'none' | 'sampled' | 'exact';
  readonly limit: number;
  /** Milliseconds added to the times of each source, by its index; none where left out. */
  readonly clockOffsets?: readonly number[] | undefined;
}

export interface Contrast {
  readonly focusRecords: number;
  readonly againstRecords: number;
  /** Records that values were looked at of; null where all were, or none was asked for. */
  readonly lookedAt: number | null;
  /** What is surely different, the most telling first; what is the same by another name is left out. */
  readonly contrasts: readonly Contrasted[];
  /** Compared in all: each could have differed by chance. */
  readonly compared: number;
  /** What could not be compared, and why. */
  readonly notJudged: readonly Sentence[];
}

export type ContrastKind = 'level' | 'template' | 'component' | 'host' | 'value';

export interface Contrasted {
  readonly kind: ContrastKind;
  /** A field's or parameter's name (`status`), '' of what needs none. */
  readonly name: string;
  /** The level's name, the template's title, the component, the value. */
  readonly value: string;
  /** What the records it was counted among have in common (a template's title, a level, `name = value`); null: no more than that they could have it. */
  readonly within: string | null;
  /** Of a template, and of a value that stands in one template alone. */
  readonly template: TemplateId | null;
  readonly direction: 'over' | 'under';
  readonly focusCount: number;
  readonly againstCount: number;
  /** Records it could have stood in. */
  readonly focusOf: number;
  readonly againstOf: number;
  /** Its share in focus over its share against; null where one of them is 0. */
  readonly ratio: number | null;
  /** Of the ratio, 95 %; the upper end is null where it is open. */
  readonly interval: readonly [number, number | null];
  /** How often chance does as much, corrected for all that were compared. */
  readonly chance: number;
  /** Its counts are of the records looked at, not of all. */
  readonly isSampled: boolean;
  /** Says it in one sentence with its figures. */
  readonly message: Sentence;
  /** Its first line: in focus, or where it is gone from there, against. */
  readonly line: LineIndex;
  /** Shows its lines alone; null where no clause can. */
  readonly filter: FilterTest | null;
}
