/** What numbers measure: seconds, bytes, or nothing we know. */
export type QuantityUnit = 's' | 'B' | null;

export interface Quantity {
  readonly value: number;
  readonly unit: QuantityUnit;
}

const seconds: Readonly<Record<string, number>> = {
  ns: 1e-9,
  us: 1e-6,
  µs: 1e-6,
  μs: 1e-6,
  ms: 1e-3,
  s: 1,
  sec: 1,
  min: 60,
  m: 60,
  h: 3600,
  hr: 3600,
  hrs: 3600,
};
const exponents: Readonly<Record<string, number>> = { b: 0, k: 1, m: 2, g: 3, t: 4 };

const shape = /^([+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)\s*([A-Za-zµμ]{0,3}|%)$/;
const longest = 40;

/**
 * A number with its unit folded to the base one: `10ms` is 0.01 s, `1.5 GB` 1.5e9 B, `2KiB` 2,048 B. A lone `m` or `M` tells by
 * `type` what it is, minutes or megabytes. Undefined for what is no single decimal number; hex is none.
 */
export function quantityOf(text: string, type: string): Quantity | undefined {
  const [, digits, unit] = (text.length <= longest && shape.exec(text)) || [];
  if (digits === undefined) return undefined;
  const value = Number(digits);
  if (unit === '' || unit === '%') return { value, unit: null };
  if (type === 'duration') return scaled(value, seconds[unit], 's');
  const size = sizeOf(unit);
  if (type === 'size' || size === undefined)
    return scaled(value, size ?? seconds[unit], size === undefined ? 's' : 'B');
  return seconds[unit] === undefined ? scaled(value, size, 'B') : scaled(value, seconds[unit], 's');
}

function scaled(value: number, factor: number | undefined, unit: QuantityUnit): Quantity | undefined {
  return factor === undefined ? undefined : { value: value * factor, unit };
}

/** Bytes in `kB`, `KiB`, `G`, `B`. */
function sizeOf(unit: string): number | undefined {
  const isBinary = unit[1] === 'i';
  const rest = unit.slice(isBinary ? 2 : 1);
  const exponent = exponents[unit[0].toLowerCase()];
  if (exponent === undefined || (rest !== '' && rest.toLowerCase() !== 'b')) return undefined;
  if (exponent === 0 && unit.length > 1) return undefined;
  return (isBinary ? 1024 : 1000) ** exponent;
}
