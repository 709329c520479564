import { longTailed, type Random } from './draws';
import type { ServiceName } from './services';
import type { ShopLevel, Step } from './step';
import { RequestValues } from './values';

/** What steps are played for. */
export interface Occasion {
  /** Whole milliseconds since the epoch. */
  readonly start: number;
  /** Request id, or null for what a service does by itself. */
  readonly request: string | null;
  /** Name of the incident, where there is one. */
  readonly incident: string | null;
}

/** A record before it is written. */
export interface ShopEvent {
  /** Whole milliseconds since the epoch. */
  readonly time: number;
  readonly level: ShopLevel;
  readonly service: ServiceName;
  readonly request: string | null;
  /** The record's lines without header: the message, then its continuation. */
  readonly lines: readonly string[];
  /** The incident this is a sign of. */
  readonly incident: string | null;
  readonly worst: boolean;
}

/** Plays steps in their order, each at least a millisecond after the one before. */
export function play(steps: readonly Step[], occasion: Occasion, random: Random): ShopEvent[] {
  const { start, request, incident } = occasion;
  const values = new RequestValues(random);
  const events: ShopEvent[] = [];
  let time = start;
  for (const step of steps) {
    if (step.chance !== undefined && random() >= step.chance) continue;
    const took = events.length === 0 ? step.after : delay(step, random);
    time += took;
    const times = { elapsed: time - start, took, waited: step.waited ?? took };
    events.push({
      time,
      level: step.level,
      service: step.service,
      request,
      lines: [step.message, ...(step.continuation ?? [])].map((line) => values.fill(line, times)),
      incident: step.sign === undefined ? null : incident,
      worst: step.sign === 'worst',
    });
  }
  return events;
}

function delay(step: Step, random: Random): number {
  return step.exact ? step.after : Math.max(1, Math.round(longTailed(random, step.after)));
}
