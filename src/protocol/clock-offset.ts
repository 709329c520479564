/** Milliseconds; a minute and more may be put together of several units, the longest first: `-1h30m`, `+2.5s`, `250ms`. */
const offset =
  /^([+\-−]?)(?=[\d.])(?:(\d+(?:\.\d+)?)\s*d)?\s*(?:(\d+(?:\.\d+)?)\s*h)?\s*(?:(\d+(?:\.\d+)?)\s*m(?!s))?\s*(?:(\d*\.?\d+)\s*s)?\s*(?:(\d*\.?\d+)\s*ms)?$/;
const unitMs = [86_400_000, 3_600_000, 60_000, 1000, 1];
const unitNames = ['d', 'h', 'm', 's', 'ms'];
/** Eleven days more than a year: a clock may have the wrong year. */
const most = 377 * 86_400_000;

/** What is to be added to a clock's times, in milliseconds; `0` needs no unit. Undefined for what is no offset, or above 377 days. */
export function parseClockOffset(text: string): number | undefined {
  const trimmed = text.trim();
  if (/^[+\-−]?0$/.test(trimmed)) return 0;
  const parts = offset.exec(trimmed);
  if (!parts) return undefined;
  const [, sign, ...amounts] = parts;
  const milliseconds = amounts.reduce((sum, amount, i) => sum + Number(amount ?? 0) * unitMs[i], 0);
  if (milliseconds > most) return undefined;
  // Whole nanoseconds, so that what is written out and read again is the same.
  const rounded = Math.round(milliseconds * 1e6) / 1e6;
  return sign === '' || sign === '+' || rounded === 0 ? rounded : -rounded;
}

/** As `parseClockOffset` reads it: `+1h30m`, `-2.5s`, `0`. */
export function clockOffsetText(milliseconds: number): string {
  if (milliseconds === 0) return '0';
  let rest = Math.abs(milliseconds);
  let text = milliseconds < 0 ? '-' : '+';
  for (const [i, unit] of unitMs.slice(0, 3).entries()) {
    const whole = Math.floor(rest / unit);
    if (whole > 0) text += `${whole}${unitNames[i]}`;
    rest -= whole * unit;
  }
  if (rest >= 1000) return `${text}${rounded(rest / 1000, 9)}s`;
  return rest > 0 ? `${text}${rounded(rest, 6)}ms` : text;
}

function rounded(value: number, digits: number): string {
  return value.toFixed(digits).replace(/\.?0+$/, '');
}
