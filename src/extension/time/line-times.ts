import { gapBetween, gapText, type Heat, heatOf } from '../../protocol/gap-text';
import type { LineFacts } from '../../protocol/line-facts';
import { clockIn } from '../../protocol/time-text';

export interface TimeOptions {
  readonly showsGaps: boolean;
  /** As of `Reading`: where times are shown as written, the line says its own. */
  readonly zone: string;
}

/** What stands before a line. */
export interface LineTime {
  readonly text: string;
  readonly heat: Heat;
}

const nothing: LineTime = { text: '', heat: 0 };

/**
 * The time of each shown line in the zone, and how long it was since the shown line before. Both stand before the first line of a
 * record only; the first line shown has none before it.
 */
export function lineTimes(
  lines: readonly number[],
  facts: readonly (LineFacts | null)[],
  { showsGaps, zone }: TimeOptions,
): readonly LineTime[] {
  let former: string | null = null;
  return lines.map((line, i) => {
    const own = facts[i];
    if (!own || own.first !== line || own.time === null) return nothing;
    const gap = showsGaps ? gapBetween(former, own.time) : null;
    former = own.time;
    const parts = [
      ...(zone === 'written' ? [] : [clockIn(own.time, zone)]),
      ...(gap === null ? [] : [gapText(gap)]),
    ];
    return { text: parts.join('  '), heat: gap === null ? 0 : heatOf(gap) };
  });
}

/** In characters: what a time of day and a time between two lines take, so that no line is moved when another comes into view. */
export function widthOf({ showsGaps, zone }: TimeOptions): number {
  return (zone === 'written' ? 0 : 14) + (showsGaps ? 13 : 0);
}
