/** Rows that are to be appended to a record table, column by column; of each array as many count as there are rows. */
export interface RowColumns {
  /** Counted from an offset of their source. */
  readonly lineStart: Uint32Array<ArrayBuffer>;
  /** 1 where the line is blank. */
  readonly lineBlank: Uint8Array<ArrayBuffer>;
  /** Counted from a line of the table. */
  readonly firstLine: Uint32Array<ArrayBuffer>;
  readonly signature: Uint32Array<ArrayBuffer>;
  /** NaN without a time. */
  readonly seconds: Float64Array<ArrayBuffer>;
  readonly nanos: Uint32Array<ArrayBuffer>;
  readonly level: Uint8Array<ArrayBuffer>;
  readonly component: Uint16Array<ArrayBuffer>;
}

/** How many rows columns hold, and what their lines and offsets count from. */
export interface RowExtent {
  readonly lines: number;
  readonly records: number;
  readonly firstLine: number;
  readonly offset: number;
}
