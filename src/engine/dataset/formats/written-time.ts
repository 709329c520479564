const nanosPerSecond = 1_000_000_000n;
const isoTime = /^([+-]?\d{4,6}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?Z$/;

/** Nanoseconds since the epoch in decimal as ISO 8601 in UTC, with as many digits of the second as it has. */
export function writtenTime(nanos: string): string {
  const all = BigInt(nanos);
  const rest = ((all % nanosPerSecond) + nanosPerSecond) % nanosPerSecond;
  const seconds = Number((all - rest) / nanosPerSecond);
  const whole = new Date(seconds * 1000).toISOString().slice(0, -'.000Z'.length);
  const fraction =
    rest === 0n
      ? ''
      : `.${String(rest)
          .padStart(9, '0')
          .replace(/(?:000){1,2}$/, '')}`;
  return `${whole}${fraction}Z`;
}

/** Undefined for what is no such time. */
export function timeOfWritten(text: string): string | undefined {
  const found = isoTime.exec(text);
  if (!found) return undefined;
  const milliseconds = Date.parse(`${found[1]}Z`);
  if (Number.isNaN(milliseconds)) return undefined;
  const fraction = (found[2] ?? '').padEnd(9, '0');
  return String(BigInt(milliseconds) * 1_000_000n + BigInt(fraction));
}
