import { seededRandom } from '../../../model/seeded-random';
import { integer, pick, type Random } from '../draws';
import {
  codes,
  drawRequest,
  type FleetEvent,
  type FleetRequest,
  hosts,
  serve,
  versions,
} from './fleet-events';
import { type FleetLayout, fleetLayouts } from './fleet-layouts';
import { nightlyWork, regularWork, runBursts, runWork } from './fleet-work';

/** What the day of the fleet is like: the same all the time, by the clock, in bursts, or five days with their nights. */
export type FleetRhythm = 'steady' | 'periodic' | 'bursty' | 'daily';
export const fleetRhythms: readonly FleetRhythm[] = ['steady', 'periodic', 'bursty', 'daily'];

/** One host whose requests time out, one version of the client whose requests are refused, one code by which cards are turned down. */
export type FleetCause = 'host' | 'version' | 'code';
export const fleetCauses: readonly FleetCause[] = ['host', 'version', 'code'];

export interface FleetLogOptions {
  /** Any number; the same options with the same seed give the same bytes. */
  readonly seed: number;
  readonly rhythm: FleetRhythm;
  readonly layout: FleetLayout;
  /** 6,000 if left out. */
  readonly requests?: number;
  /** Planted for a time that the seed chooses; none if left out. */
  readonly cause?: FleetCause;
}

export interface PlantedCause {
  readonly kind: FleetCause;
  /** The host, version or code. */
  readonly value: string;
  /** Milliseconds since the epoch. */
  readonly fromMs: number;
  readonly untilMs: number;
}

export interface FleetLog {
  /** Lines ended by LF; ASCII only. */
  readonly text: string;
  readonly fromMs: number;
  readonly untilMs: number;
  readonly cause: PlantedCause | null;
}

const usualRequests = 6_000;
const hour = 3_600_000;
const from = Date.UTC(2026, 4, 4, 6, 0, 0);
/** Of the requests it touches, while the cause lasts. */
const failing = 0.75;

/** The log of some hosts that serve the requests of an application for booking rooms. Nothing in it goes wrong more than usual, but for the cause. */
export function generateFleetLog(options: FleetLogOptions): FleetLog {
  const { seed, rhythm, layout, requests = usualRequests } = options;
  const random = seededRandom(seed);
  const until = from + (rhythm === 'daily' ? 5 * 24 * hour : 6 * hour);
  const cause = options.cause === undefined ? null : plantedCause(options.cause, until, random);
  const events = ownWork(rhythm, until, random);
  for (let i = 0; i < requests; i++) {
    const time = arrival(rhythm, until, random);
    const request = withCause(drawRequest(time, isNight(rhythm, time), random), cause, random);
    events.push(...serve(request, random));
  }
  events.sort((a, b) => a.time - b.time);
  return { text: `${events.map(fleetLayouts[layout]).join('\n')}\n`, fromMs: from, untilMs: until, cause };
}

function ownWork(rhythm: FleetRhythm, until: number, random: Random): FleetEvent[] {
  const work = rhythm === 'steady' ? [] : rhythm === 'daily' ? [...regularWork, nightlyWork] : regularWork;
  // In five days as much comes in all as in six hours: there is less of each.
  const rarer = rhythm === 'daily' ? 8 : 1;
  const events = work.flatMap((each) => {
    const everyMinutes = each === nightlyWork ? each.everyMinutes : each.everyMinutes * rarer;
    return runWork({ ...each, everyMinutes }, from, until, random);
  });
  return rhythm === 'bursty' ? [...events, ...runBursts(from, until, random)] : events;
}

/** By day five times as many as at night. */
function arrival(rhythm: FleetRhythm, until: number, random: Random): number {
  const time = integer(random, from, until - 1);
  if (!isNight(rhythm, time) || random() < 0.2) return time;
  return arrival(rhythm, until, random);
}

function isNight(rhythm: FleetRhythm, time: number): boolean {
  if (rhythm !== 'daily') return false;
  const clock = new Date(time).getUTCHours();
  return clock < 7 || clock >= 22;
}

function plantedCause(kind: FleetCause, until: number, random: Random): PlantedCause {
  const values = { host: hosts, version: versions.map(({ name }) => name), code: codes };
  const length = Math.round(((until - from) * integer(random, 2, 8)) / 100);
  const fromMs = integer(random, from + length, until - 2 * length);
  return { kind, value: pick<string>(random, values[kind]), fromMs, untilMs: fromMs + length };
}

function withCause(request: FleetRequest, cause: PlantedCause | null, random: Random): FleetRequest {
  if (cause === null || request.time < cause.fromMs || request.time > cause.untilMs) return request;
  if (cause.kind === 'code')
    return random() < failing / 3 ? { ...request, mishap: 'payment', code: cause.value } : request;
  if (request[cause.kind] !== cause.value || random() >= failing) return request;
  return { ...request, mishap: cause.kind === 'host' ? 'timeout' : 'refused' };
}
