import { dash, dot, isDigit, zero } from '../time/ascii';

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

/** Numbers of so many digits, and powers of ten up to that of them, are exact: their quotient is rounded once, as `Number` does it. */
const exactDigits = 15;

/** The value of `bytes[start, end)` where it is digits with a point at most; undefined where `valueOfCell` must look. */
export function plainValue(bytes: Uint8Array, start: number, end: number): number | undefined {
  const isNegative = bytes[start] === dash;
  const from = isNegative ? start + 1 : start;
  if (from >= end || end - from > exactDigits) return undefined;
  let digits = 0;
  let pointAt = -1;
  for (let i = from; i < end; i++) {
    const byte = bytes[i];
    if (byte === dot && pointAt < 0 && i > from) pointAt = i;
    else if (isDigit(byte)) digits = digits * 10 + byte - zero;
    else return undefined;
  }
  const value = pointAt < 0 ? digits : digits / powersOfTen[end - 1 - pointAt];
  return isNegative ? -value : value;
}

const powersOfTen = Float64Array.from({ length: exactDigits + 1 }, (_, i) => 10 ** i);

function withoutPercent(text: string): string {
  const cell = text.trim();
  return cell.endsWith('%') ? cell.slice(0, -1).trimEnd() : cell;
}
