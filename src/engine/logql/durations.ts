const unitsNs: Readonly<Record<string, bigint>> = {
  ns: 1n,
  us: 1_000n,
  µs: 1_000n,
  μs: 1_000n,
  ms: 1_000_000n,
  s: 1_000_000_000n,
  m: 60_000_000_000n,
  h: 3_600_000_000_000n,
  d: 86_400_000_000_000n,
  w: 604_800_000_000_000n,
  y: 31_536_000_000_000_000n,
};
const part = /(\d+)(?:\.(\d{1,9})\d*)?(ns|us|µs|μs|ms|s|m|h|d|w|y)/y;

/** Nanoseconds of a duration as Go and Prometheus write it, `30d1h` or `1h59m59.519s`; null where it is none. */
export function durationNs(text: string): bigint | null {
  let sum = 0n;
  let at = 0;
  while (at < text.length) {
    part.lastIndex = at;
    const found = part.exec(text);
    if (!found) return null;
    const [whole, digits, fraction, unit] = found;
    sum += BigInt(digits) * unitsNs[unit] + fractionOf(fraction, unitsNs[unit]);
    at += whole.length;
  }
  return at === 0 ? null : sum;
}

function fractionOf(digits: string | undefined, unit: bigint): bigint {
  return digits === undefined ? 0n : (BigInt(digits) * unit) / 10n ** BigInt(digits.length);
}
