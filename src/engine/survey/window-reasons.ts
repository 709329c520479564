import type { Departure } from '../detectors/volume/history';
import type { TimeWindows } from '../detectors/volume/windows';
import type { Sentence } from '../model/finding';
import type { LevelShift } from './level-shift';
import type { VolumeSeries } from './volume-series';

/** `*` is all. Hostile: names and values are the log's own. */
function whose({ labels }: VolumeSeries): string {
  return labels.length === 0 ? '*' : labels.map(([name, value]) => `${name}=${value}`).join(', ');
}

/** Entries as a number; bytes with their unit. */
function amount(count: number, { unit }: VolumeSeries): string | number {
  if (unit === 'entries') return Math.round(count);
  const power = Math.min(4, Math.max(0, Math.floor(Math.log10(Math.max(1, count)) / 3)));
  return `${(count / 1000 ** power).toPrecision(3)} ${['B', 'kB', 'MB', 'GB', 'TB'][power]}`;
}

/** `scale`: what one of the departure's counts stands for. */
export function reasonOf(
  departure: Departure,
  series: VolumeSeries,
  windows: TimeWindows,
  scale: number,
): Sentence {
  const { from, to } = departure;
  const place = [windows.clock(from), whose(series)];
  if (departure.kind === 'silence') {
    return {
      pattern: 'Nothing for {0} from {1} on ({2}), after {3} before.',
      values: [windows.duration(to - from), ...place, amount(departure.before * scale, series)],
    };
  }
  const [count, low, high] = [departure.count, departure.usualLow, departure.usualHigh].map((n) =>
    amount(n * scale, series),
  );
  const values = [count, windows.duration(1), ...place, low, high];
  return departure.kind === 'up'
    ? { pattern: 'Up to {0} in {1} from {2} on ({3}); usual are {4} to {5}.', values }
    : { pattern: 'Only {0} in {1} from {2} on ({3}); usual are {4} to {5}.', values };
}

export function shiftReason(
  shift: LevelShift,
  series: VolumeSeries,
  windows: TimeWindows,
  scale: number,
): Sentence {
  return {
    pattern: 'From {0} on about {1} in {2} instead of {3} ({4}).',
    values: [
      windows.clock(shift.at),
      amount(shift.after * scale, series),
      windows.duration(1),
      amount(shift.before * scale, series),
      whose(series),
    ],
  };
}

export function rareReason(
  from: number,
  count: number,
  present: number,
  series: VolumeSeries,
  windows: TimeWindows,
): Sentence {
  return {
    pattern: '{0} from {1} on ({2}), which come in {3} of {4} steps only.',
    values: [amount(count, series), windows.clock(from), whose(series), present, series.counts.length],
  };
}
