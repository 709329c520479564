import type { UnixNs } from '../../engine/model/units';

/** `2026-03-14 09:26:53.589` in UTC from nanoseconds in decimal; the ISO text of years JavaScript's Date does not reach is left as it came. */
export function timeText(nanoseconds: string): string {
  const ns: UnixNs = BigInt(nanoseconds);
  const date = new Date(Number(ns / 1_000_000n));
  return Number.isNaN(date.getTime()) ? nanoseconds : date.toISOString().replace('T', ' ').replace('Z', '');
}
