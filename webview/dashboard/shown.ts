/** What a section shows: in words, as tables, as a picture. The report and the menu "Save as" are made of it. */
export type Shown = ShownContent | Empty;

export interface ShownContent {
  readonly kind: 'content';
  /** One sentence that says what the chart shows; also what a screen reader is told in its place. */
  readonly sentence: string;
  /** What the picture shows, as tables: each a file of its own when saved. */
  readonly tables: readonly DataTable[];
  /** The chart as an SVG that stands by itself: theme colours as `var(--…)`, which whoever saves it resolves. Null where there is only a table. */
  readonly picture: (() => SVGSVGElement) | null;
}

/** Nothing to draw: why, and what would change that. */
export interface Empty {
  readonly kind: 'empty';
  readonly text: string;
  readonly cure?: { readonly label: string; readonly press: () => void };
}

export interface DataTable {
  readonly title: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly Cell[])[];
}

export interface TableColumn {
  readonly title: string;
  /** Numbers stand to the right and are grouped; in a CSV they are plain. */
  readonly kind: 'text' | 'number';
}

export type Cell = string | number | null;
