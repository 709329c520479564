import type { Column } from '../engine/columns/columns';
import type { LogFilter, NoiseNotch } from '../engine/filter/filter';
import type { Severity } from '../engine/model/finding';
import type { LineNumber, SourceIndex } from '../engine/model/units';
import type { TemplatePattern } from '../engine/templates/corrections/correction';

/**
 * How a person reads a log: what is hidden, highlighted and remembered of it. Both editors show by it, and a case keeps it. All of it
 * is plain JSON.
 */
export interface Reading {
  readonly filter: LogFilter;
  readonly noise: NoiseNotch;
  /** First lines of runs the dial folds that are shown all the same. */
  readonly unfolded: readonly LinePlace[];
  /** Templates never folded, by their words. */
  readonly unfoldedTemplates: readonly TemplatePattern[];
  readonly highlights: readonly Highlight[];
  readonly bookmarks: readonly Bookmark[];
  /** Times are shown as they are written (`written`), in the reader's zone (`local`), in `UTC`, or in an IANA zone. */
  readonly zone: string;
  /** Δt to the line shown before. */
  readonly showsGaps: boolean;
  readonly wraps: boolean;
  /** Labels before the entries of a remote log stand there whole; else folded to what tells the streams apart. */
  readonly showsLabels?: boolean;
  /** Fields of JSON and logfmt that stand side by side in the place of the text; none: the text. */
  readonly columns?: readonly Column[];
  /** Milliseconds added to the times of each source of a merge, by its index. */
  readonly clockOffsets: readonly number[];
}

/** What of it lasts as long as the workspace, with nobody saving it. Bookmarks have a store of their own. */
export type KeptReading = Pick<Reading, 'filter' | 'noise' | 'unfoldedTemplates' | 'highlights'>;

/** The log as it is. */
export const plainReading: Reading = {
  filter: { clauses: [], context: 0 },
  noise: 0,
  unfolded: [],
  unfoldedTemplates: [],
  highlights: [],
  bookmarks: [],
  zone: 'written',
  showsGaps: false,
  wraps: false,
  clockOffsets: [],
};

/** A line of a file, also after the file changed: `key` is of its text (`contentKey`), `ordinal` counts equal lines before it. */
export interface LinePlace {
  readonly source: SourceIndex;
  readonly line: LineNumber;
  readonly key: string;
  readonly ordinal: number;
}

export interface Bookmark extends LinePlace {
  /** '' without one; may have several lines. */
  readonly note: string;
  /** The finding that begins on the line, where it was pinned. */
  readonly finding?: PinnedFinding;
}

export interface PinnedFinding {
  readonly id: string;
  readonly severity: Severity;
  /** Why, in the words of whoever pinned it: the first reason, translated. */
  readonly title: string;
}

/** A word, or all lines of a template, in a colour that stays its own. */
export type Highlight =
  | { readonly kind: 'word'; readonly text: string; readonly colour: HighlightColour }
  | {
      readonly kind: 'template';
      readonly title: string;
      readonly pieces: TemplatePattern;
      readonly colour: HighlightColour;
    };

/** Of the theme colours `oddline.highlight1Background` … 8. */
export type HighlightColour = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;
