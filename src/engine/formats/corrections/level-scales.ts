import type { LevelName } from '../../model/level';

/** A level by number. */
export type Scale = ReadonlyMap<string, LevelName>;

function scale(levels: Readonly<Record<number, LevelName>>): Scale {
  return new Map(Object.entries(levels));
}

const info = 'info';

/** Numbers of the common loggers; of those that fit, the context decides. */
const scales: readonly Scale[] = [
  // Syslog's severities (RFC 5424).
  scale({ 0: 'fatal', 1: 'fatal', 2: 'fatal', 3: 'error', 4: 'warn', 5: info, 6: info, 7: 'debug' }),
  // Ascending (.NET's LogLevel).
  scale({ 0: 'trace', 1: 'debug', 2: info, 3: 'warn', 4: 'error', 5: 'fatal' }),
  // Android's priorities.
  scale({ 2: 'trace', 3: 'debug', 4: info, 5: 'warn', 6: 'error', 7: 'fatal' }),
  // Python's logging; pino and bunyan.
  scale({ 10: 'debug', 20: info, 30: 'warn', 40: 'error', 50: 'fatal' }),
  scale({ 10: 'trace', 20: 'debug', 30: info, 40: 'warn', 50: 'error', 60: 'fatal' }),
  // Monolog; java.util.logging; log4j 1.
  scale({
    ...{
      100: 'debug',
      200: info,
      250: info,
      300: 'warn',
      400: 'error',
      500: 'fatal',
      550: 'fatal',
      600: 'fatal',
    },
  }),
  scale({
    ...{ 300: 'trace', 400: 'trace', 500: 'debug', 700: info, 800: info, 900: 'warn', 1000: 'error' },
  }),
  scale({ 5000: 'trace', 10000: 'debug', 20000: info, 30000: 'warn', 40000: 'error', 50000: 'fatal' }),
];

/**
 * The one scale that has all the numbers, agrees with what the person said, and by which the commonest of them is
 * information, as in nearly every log. Undefined where several do, or none.
 */
export function scaleOf(
  counts: ReadonlyMap<string, number>,
  told: Readonly<Record<string, LevelName>>,
): Scale | undefined {
  const agreeing = scales
    .filter((one) => [...counts.keys()].every((number) => one.has(number)))
    .filter((one) => Object.entries(told).every(([number, level]) => one.get(number) === level));
  if (agreeing.length === 1) return agreeing[0];
  const commonest = [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), ['', 0])[0];
  const usual = agreeing.filter((one) => one.get(commonest) === info);
  return usual.length === 1 ? usual[0] : undefined;
}
