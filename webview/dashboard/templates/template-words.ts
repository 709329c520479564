import { grouped } from '../../../src/protocol/sentence';
import { tell } from '../../shared/tell';
import { clockText, momentText, nanosOf } from '../time-words';
import type { Sparkline } from './sparklines';

/** `12.3 %`; what is there but small is not called nothing. */
export function percentText(share: number): string {
  const percent = share * 100;
  if (percent > 0 && percent < 0.1) return '< 0.1 %';
  return `${percent >= 99.95 || percent === 0 ? Math.round(percent) : percent.toFixed(1)} %`;
}

/** When a record came, or where it stands in a log without times. `isOneDay`: all of the log is of one day. */
export function placeText(seconds: number, line: number, zone: string, isOneDay: boolean): string {
  if (!Number.isFinite(seconds)) return tell('line {0}', line + 1);
  const time = nanosOf(seconds);
  return isOneDay ? clockText(time, zone) : momentText(time, zone);
}

/** The tallest bar of a sparkline, in words. */
export function peakText({ bins, counts }: Sparkline, zone: string, isOneDay: boolean): string {
  let peak = 0;
  for (const [bin, count] of counts.entries()) if (count > counts[peak]) peak = bin;
  const from = String(BigInt(bins.from) + BigInt(bins.width) * BigInt(peak));
  const time = isOneDay ? clockText(from, zone) : momentText(from, zone);
  return tell('most from {0} on: {1}', time, grouped(counts[peak]));
}
