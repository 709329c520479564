import { integer, longTailed, pick, pickWeighted, type Random } from '../draws';

/** One record of the fleet before it is written. */
export interface FleetEvent {
  /** Milliseconds since the epoch. */
  readonly time: number;
  readonly level: 'DEBUG' | 'INFO' | 'WARN' | 'ERROR';
  readonly service: string;
  readonly host: string;
  /** Of the client a request comes from; none where a service works by itself. */
  readonly version: string | null;
  readonly message: string;
}

export const hosts = ['web-1', 'web-2', 'web-3', 'web-4', 'web-5', 'web-6'] as const;
export const versions = [
  { name: '7.1.0', weight: 46 },
  { name: '7.0.4', weight: 24 },
  { name: '6.9.2', weight: 14 },
  { name: '7.2.0', weight: 11 },
  { name: '6.4.8', weight: 5 },
] as const;
export const codes = ['P104', 'P117', 'P131', 'P202', 'P208', 'P310', 'P311', 'P415'] as const;

/** What a request is about; `night` is how much of the traffic it is at night, against by day. */
const errands = [
  { path: '/rooms', service: 'rooms', weight: 34, night: 1 },
  { path: '/rooms/free', service: 'rooms', weight: 22, night: 0.6 },
  { path: '/bookings', service: 'bookings', weight: 14, night: 0.5 },
  { path: '/bookings/mine', service: 'bookings', weight: 12, night: 0.8 },
  { path: '/guests', service: 'guests', weight: 9, night: 0.7 },
  { path: '/export', service: 'reports', weight: 2, night: 6 },
] as const;

/** What goes wrong for a request now and then, whatever the day: share of all requests. */
const mishaps = [
  { weight: 0.006, name: 'timeout' },
  { weight: 0.005, name: 'refused' },
  { weight: 0.012, name: 'payment' },
] as const;
export type Mishap = (typeof mishaps)[number]['name'];

/** Who asks, where it is served, and what goes wrong with it. */
export interface FleetRequest {
  readonly time: number;
  readonly host: string;
  readonly version: string;
  readonly isNight: boolean;
  readonly mishap: Mishap | undefined;
  /** Of a payment that is turned down. */
  readonly code: string;
}

export function drawRequest(time: number, isNight: boolean, random: Random): FleetRequest {
  const none = 1 - mishaps.reduce((sum, { weight }) => sum + weight, 0);
  const mishap = pickWeighted(random, [...mishaps, { weight: none, name: undefined }]).name;
  return {
    time,
    isNight,
    mishap,
    host: pick(random, hosts),
    version: pickWeighted(random, versions).name,
    code: pick(random, codes),
  };
}

/** The records of one request, in order of time. */
export function serve(request: FleetRequest, random: Random): FleetEvent[] {
  const { time, host, version, isNight, mishap, code } = request;
  const errand = pickWeighted(
    random,
    errands.map((each) => ({ ...each, weight: each.weight * (isNight ? each.night : 1) })),
  );
  const took = Math.round(longTailed(random, 24));
  const id = integer(random, 100_000, 999_999);
  const at = (after: number, level: FleetEvent['level'], service: string, message: string): FleetEvent => ({
    ...{ time: time + after, level, service, host, version, message },
  });
  const arrival = at(0, 'INFO', 'gate', `Request ${id} for ${errand.path} taken`);
  const work = at(2, 'DEBUG', errand.service, `Looked up ${integer(random, 1, 60)} rows in ${took} ms`);
  const outcome = { timeout: 504, refused: 400, payment: 402, none: 200 }[mishap ?? 'none'];
  const answer = at(took + 3, 'INFO', 'gate', `Request ${id} answered ${outcome} after ${took + 3} ms`);
  const signs: Readonly<Record<Mishap, FleetEvent>> = {
    timeout: at(took, 'ERROR', errand.service, `Gave up waiting for the store after ${took} ms`),
    refused: at(1, 'WARN', 'gate', `Body of request ${id} cannot be read, refused`),
    payment: at(took, 'WARN', 'payments', `Card turned down with code ${code} for booking ${id}`),
  };
  return mishap === undefined ? [arrival, work, answer] : [arrival, work, signs[mishap], answer];
}
