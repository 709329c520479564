import type { Job } from '../jobs';
import type { ServiceName } from '../services';
import type { Step } from '../step';

export type IncidentCategory = 'resource-exhaustion' | 'expired-certificate' | 'out-of-memory';

/** A request, or something a service says by itself, while the incident lasts. */
export interface Scene {
  /** Seconds after the incident began. */
  readonly second: number;
  readonly hasRequest: boolean;
  readonly steps: readonly Step[];
}

/** Something that goes wrong, or is loud, from a minute on. */
export interface PlannedIncident {
  readonly name: string;
  /** Minutes after the log began; the seed adds up to two. */
  readonly minute: number;
  readonly lastsSeconds: number;
  /** Requests that need one of them, and their jobs, are left to the scenes meanwhile. */
  readonly affects: readonly ServiceName[];
  /** A job that does not run any more; its last run is a sign. */
  readonly stops?: Job;
  /** In order of time; at most one step in all of them is the worst. */
  readonly scenes: readonly Scene[];
}

/** One of the sample's. */
export interface Incident extends PlannedIncident {
  readonly category: IncidentCategory;
}

export function abnormal(...steps: readonly Step[]): readonly Step[] {
  return steps.map((step) => ({ ...step, sign: 'abnormal' }));
}

export function worst(step: Step): readonly Step[] {
  return [{ ...step, sign: 'worst' }];
}

/** Something a service says outside of any request. */
export function notice(second: number, steps: readonly Step[]): Scene {
  return { second, hasRequest: false, steps };
}

export function request(second: number, ...parts: readonly (readonly Step[])[]): Scene {
  return { second, hasRequest: true, steps: parts.flat() };
}
