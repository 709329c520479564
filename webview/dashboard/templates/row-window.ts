export const rowHeight = 26;
/** Rows kept above and below what is seen. */
const around = 6;

export interface RowWindow {
  readonly from: number;
  /** Behind the last. */
  readonly to: number;
}

/** The rows of so many that stand in the page while `height` pixels from `top` on are seen. */
export function rowWindow(top: number, height: number, rows: number): RowWindow {
  const from = Math.max(0, Math.floor(top / rowHeight) - around);
  const to = Math.min(rows, Math.ceil((top + height) / rowHeight) + around);
  return { from: Math.min(from, Math.max(0, to)), to: Math.max(0, to) };
}

/** Where to scroll to so that a row is seen whole: as little as it takes. */
export function scrolledTo(row: number, top: number, height: number): number {
  const start = row * rowHeight;
  if (start < top) return start;
  return start + rowHeight > top + height ? start + rowHeight - height : top;
}

/** Where a key takes the cursor among so many rows; undefined where it is none of these. */
export function movedBy(key: string, cursor: number, rows: number, height: number): number | undefined {
  const page = Math.max(1, Math.floor(height / rowHeight) - 1);
  const to: Readonly<Record<string, number>> = {
    ArrowDown: cursor + 1,
    ArrowUp: cursor - 1,
    PageDown: cursor + page,
    PageUp: cursor - page,
    Home: 0,
    End: rows - 1,
  };
  return Object.hasOwn(to, key) ? Math.max(0, Math.min(rows - 1, to[key])) : undefined;
}
