import type { ServiceName } from '../services';
import { services } from '../services';
import type { Fault, FaultPlace } from './faults';
import type { RequestKind } from './request-kinds';

/** Where a fault can strike a request. */
export interface Place {
  /** The beat of the work that does not happen any more. */
  readonly at: number;
  /** Who notices. */
  readonly service: ServiceName;
  /** Whom it calls, where the fault is of a call. */
  readonly peer?: ServiceName;
}

export function placesOf({ place }: Pick<Fault, 'place'>, kind: RequestKind): Place[] {
  return finders[place](kind);
}

export function databaseOfService(name: ServiceName): string | null {
  return services.find((row) => row.name === name)?.database ?? null;
}

const finders: Readonly<Record<FaultPlace, (kind: RequestKind) => Place[]>> = {
  call: ({ work, callers }) =>
    work.flatMap(({ service, peer }, at): Place[] => {
      if (peer !== undefined) return [{ at, service, peer }];
      const caller = callers[service];
      const isFirst = work.findIndex((beat) => beat.service === service) === at;
      return caller !== undefined && isFirst ? [{ at, service: caller, peer: service }] : [];
    }),
  database: ({ work }) =>
    work.flatMap(({ service }, at) => (databaseOfService(service) === null ? [] : [{ at, service }])),
  service: ({ work, callers }) =>
    work.flatMap(({ service }, at) => (callers[service] === undefined ? [] : [{ at, service }])),
};
