import type { IncidentCard } from '../../../src/protocol/dashboard';
import { type Stretch, shareOf } from './stretch';

/** An incident as a bar above the plot. */
export interface IncidentBar {
  readonly card: IncidentCard;
  /** Pixels from the left of the plot. */
  readonly left: number;
  readonly right: number;
  /** The lowest that is free, 0 first. */
  readonly lane: number;
}

/** Wide enough to be seen and pressed. */
const leastWidth = 24;
const mostLanes = 3;

/** Those that lie in the stretch and have a time, worst first; what finds no free lane shares the last one. */
export function incidentBars(
  cards: readonly IncidentCard[],
  view: Stretch,
  width: number,
): readonly IncidentBar[] {
  const bars: IncidentBar[] = [];
  for (const card of cards) {
    const stretch = incidentStretch(card);
    if (!stretch || stretch.until <= view.from || stretch.from >= view.until) continue;
    const left = Math.max(0, Math.min(width - leastWidth, shareOf(view, stretch.from) * width));
    const right = Math.min(width, Math.max(left + leastWidth, shareOf(view, stretch.until) * width));
    bars.push({ card, left, right, lane: freeLane(bars, left, right) });
  }
  return bars;
}

/** Clocks go back, and a log may be written out of order: then its end is before its start. */
export function incidentStretch({ start, end }: IncidentCard): Stretch | null {
  if (start === null) return null;
  const first = BigInt(start);
  const last = end === null ? first : BigInt(end);
  return first <= last ? { from: first, until: last + 1n } : { from: last, until: first + 1n };
}

export function laneCount(bars: readonly IncidentBar[]): number {
  return bars.reduce((most, { lane }) => Math.max(most, lane + 1), 0);
}

function freeLane(bars: readonly IncidentBar[], left: number, right: number): number {
  for (let lane = 0; lane < mostLanes; lane++)
    if (!bars.some((bar) => bar.lane === lane && bar.left < right + 2 && left < bar.right + 2)) return lane;
  return mostLanes - 1;
}
