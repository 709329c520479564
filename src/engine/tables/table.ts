/** How the numbers of a level column are meant. */
export type LevelScale = 'syslog' | 'tens' | 'windows';

/**
 * How a value stands in a message made of the row: text that is hardly ever the same twice in quotes, so that it is one value;
 * what visitors send as they like (a browser's name) not at all.
 */
export type Shown = 'bare' | 'quoted' | 'not';

export interface Column {
  /** '' in a table without names. */
  readonly name: string;
  /** `name=` as it is put before a value in a message made of the row; blanks in the name become `_`. */
  readonly label: Uint8Array;
  readonly shown: Shown;
}

/** Where the parts of a row stand; -1 where the table has none. */
export interface TableRoles {
  readonly time: number;
  /** The time of day where `time` holds the date alone. */
  readonly clock: number;
  /** `time` is a date without a time of day: its midnight counts. */
  readonly dateOnly: boolean;
  readonly level: number;
  readonly scale: LevelScale;
  readonly component: number;
  readonly message: number;
  /** An HTTP status: level and kind of the event, where there is no level column. */
  readonly status: number;
  /** Windows' keywords: `Audit Failure`. */
  readonly keywords: number;
}

/** A table of records: how its rows are cut and what its columns are for. */
export interface Table {
  readonly name: string;
  readonly delimiter: number;
  readonly columns: readonly Column[];
  readonly roles: TableRoles;
}

const encoder = new TextEncoder();

export function columnOf(name: string, shown: Shown): Column {
  const key = name.trim().replaceAll(/[\s="]+/g, '_');
  return { name: name.trim(), label: encoder.encode(key === '' ? '' : `${key}=`), shown };
}
