/** How the last word of a name says what it counts in. */
const unitsOfWords: Readonly<Record<string, string>> = {
  percent: '%',
  percentage: '%',
  pct: '%',
  ns: 'ns',
  nanoseconds: 'ns',
  us: 'µs',
  microseconds: 'µs',
  ms: 'ms',
  msec: 'ms',
  millis: 'ms',
  milliseconds: 'ms',
  s: 's',
  sec: 's',
  secs: 's',
  seconds: 's',
  minutes: 'min',
  hours: 'h',
  bits: 'bits',
  bytes: 'bytes',
  kb: 'kB',
  mb: 'MB',
  gb: 'GB',
  kib: 'KiB',
  mib: 'MiB',
  gib: 'GiB',
  celsius: '°C',
  hertz: 'Hz',
  volts: 'V',
  amperes: 'A',
  watts: 'W',
  joules: 'J',
  rps: '1/s',
  qps: '1/s',
};
const signs = /^(?:%|°[CF]|[µm]?s|[kMG]i?B(?:\/s)?|1\/s)$/;

/** `latency (ms)`, `cpu [%]`; without a blank before the bracket it may be a call: `rate(x)`. */
const bracketed = /^(.*?\S)(\s*)[([]\s*([^\s()[\]]{1,12})\s*[)\]]$/;
const perSecond = /[_ .-]per[_ .-](?:second|sec|s)$/;
/** Prometheus's own ending of counters. */
const ofCounter = /[_ .-](?:total|count|sum)$/;
const capitalWithin = /(?<=[a-z])(?=[A-Z])/g;

/** What a column or a metric is called, and what it is counted in as far as that tells ('' else). */
export function namedUnit(text: string): { readonly name: string; readonly unit: string } {
  const whole = text.trim();
  const [, name, gap, within] = bracketed.exec(whole) ?? [];
  if (name !== undefined) {
    const known = unitOfWord(within);
    if (gap !== '' || known !== '') return { name, unit: known === '' ? within : known };
  }
  return { name: whole, unit: unitOfName(whole) };
}

/** As `node_cpu_seconds_total`, `cpu_percent`, `responseTimeMs` and sysstat's `%user` say it; '' where nothing does. */
export function unitOfName(name: string): string {
  if (name.startsWith('%') || name.endsWith('%')) return '%';
  const words = name.replace(capitalWithin, '_').toLowerCase().replace(ofCounter, '');
  const isRate = perSecond.test(words);
  const counted = words.replace(perSecond, '');
  const parts = counted.split(/[_ .-]+/);
  const unit = parts.length > 1 || isRate ? unitOfWord(parts[parts.length - 1]) : longWord(counted);
  return isRate ? `${unit === '' ? '1' : unit}/s` : unit;
}

function unitOfWord(word: string): string {
  if (signs.test(word)) return word;
  const known = word.toLowerCase();
  return Object.hasOwn(unitsOfWords, known) ? unitsOfWords[known] : '';
}

/** A name of one short word, `s` or `mb`, is a name. */
function longWord(word: string): string {
  return word.length > 4 ? unitOfWord(word) : '';
}

const longestName = 400;

/** `cpu{host="a"}`, as Prometheus writes it; a name that would be empty is `otherwise`. Cut where nobody could read it. */
export function seriesName(
  metric: string,
  labels: readonly (readonly [name: string, value: string])[],
  otherwise: string,
): string {
  const pairs = labels.map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  const name = metric === '' && pairs.length === 0 ? otherwise : metric;
  const whole = pairs.length === 0 ? name : `${name}{${pairs.join(', ')}}`;
  return whole.length > longestName ? `${whole.slice(0, longestName)}…` : whole;
}
