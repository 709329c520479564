/** How long a time between two lines is, 0 to 4: from under 0.1 s to a minute and more. Colour goes by it. */
export type Heat = 0 | 1 | 2 | 3 | 4;

const heatSteps = [100, 1000, 10_000, 60_000];

/** A clock that went back is as remarkable as one that went on so much. */
export function heatOf(milliseconds: number): Heat {
  const size = Math.abs(milliseconds);
  return heatSteps.filter((step) => size >= step).length as Heat;
}

/** Of two times in nanoseconds since the epoch, in decimal; null where one is missing. */
export function gapBetween(before: string | null, after: string | null): number | null {
  if (before === null || after === null) return null;
  return Number(BigInt(after) - BigInt(before)) / 1e6;
}

/** `+1.25 s`, `−3 min 5 s` where the clock went back, `+0` without a difference. */
export function gapText(milliseconds: number): string {
  if (milliseconds === 0) return '+0';
  return milliseconds < 0 ? durationText(milliseconds) : `+${durationText(milliseconds)}`;
}

/** At most two units, as people say it: `40 ns`, `0.4 ms`, `1.25 s`, `3 min 5 s`, `2 h`, `3 d 4 h`. */
export function durationText(milliseconds: number): string {
  const size = Math.abs(milliseconds);
  const sign = milliseconds < 0 ? '−' : '';
  const small = smallUnits.find(([unit]) => rounded(size / unit) < 1000 && size < unit * mostOf(unit));
  if (size === 0) return '0 ms';
  return small ? `${sign}${rounded(size / small[0])} ${small[1]}` : sign + twoUnits(Math.round(size / 1000));
}

/** In milliseconds, the smallest first. */
const smallUnits = [
  [1e-6, 'ns'],
  [1e-3, 'µs'],
  [1, 'ms'],
  [1000, 's'],
] as const;

/** A minute is no thousand seconds. */
function mostOf(unit: number): number {
  return unit === 1000 ? 59.95 : 1000;
}

/** Three digits that count. */
function rounded(value: number): number {
  return Number(value.toPrecision(3));
}

const units = [
  [86_400, 'd'],
  [3600, 'h'],
  [60, 'min'],
  [1, 's'],
] as const;

function twoUnits(seconds: number): string {
  const first = units.findIndex(([size]) => seconds >= size);
  const [size, name] = units[first];
  const whole = Math.floor(seconds / size);
  const lesser = units[first + 1];
  const rest = lesser ? Math.floor((seconds % size) / lesser[0]) : 0;
  return rest === 0 ? `${whole} ${name}` : `${whole} ${name} ${rest} ${lesser[1]}`;
}
