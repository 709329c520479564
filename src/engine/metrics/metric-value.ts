/** A cell that holds no number on purpose. */
const missing = /^(?:|-|--|nan|[+-]?inf(?:inity)?|null|nil|none|na|n\/a|undefined|unknown)$/i;
const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?$/i;
/** `12,5` and `1.234,5`, but `1,234` too: nobody can tell that from a decimal comma. */
const commas = /^[+-]?\d{1,3}(?:[.,\d]*),\d+$/;

export type CellKind = 'number' | 'missing' | 'commas' | 'text';

export function kindOfCell(text: string): CellKind {
  const cell = withoutPercent(text);
  if (decimal.test(cell)) return 'number';
  if (missing.test(cell)) return 'missing';
  return commas.test(cell) ? 'commas' : 'text';
}

/** NaN where it is none, or none that can be drawn. A percent sign behind it is no part of it. */
export function valueOfCell(text: string): number {
  const cell = withoutPercent(text);
  const value = decimal.test(cell) ? Number(cell) : Number.NaN;
  return Number.isFinite(value) ? value : Number.NaN;
}

function withoutPercent(text: string): string {
  const cell = text.trim();
  return cell.endsWith('%') ? cell.slice(0, -1).trimEnd() : cell;
}
