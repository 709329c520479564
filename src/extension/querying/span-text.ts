import type { TimeSpan } from '../../protocol/log-source';

const units: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };

/** `90m`, `2h 30m`; undefined where it is none. */
export function secondsOf(text: string): number | undefined {
  const parts = [...text.trim().matchAll(/(\d{1,9})\s*([smhdw])\s*/gy)];
  if (parts.length === 0 || parts.map(([part]) => part).join('') !== text.trim()) return undefined;
  return parts.reduce((sum, [, count, unit]) => sum + Number(count) * units[unit], 0);
}

/** The last so many seconds until `nowMs`, milliseconds since the epoch. */
export function lastSeconds(seconds: number, nowMs: number): TimeSpan {
  const until = BigInt(Math.ceil(nowMs)) * 1_000_000n;
  return { from: String(until - BigInt(seconds) * 1_000_000_000n), until: String(until) };
}
