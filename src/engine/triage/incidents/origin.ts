import { Level } from '../../model/level';
import type { RecordTable } from '../../model/record-table';
import type { Clue } from './clue';
import type { Group } from './grouping';
import type { ServiceId } from './service-names';

type Counts = Map<ServiceId, number>;

/**
 * The service a trouble probably comes from. Complaints are followed from the service that complains most to the one it
 * blames, and on, until one blames nobody: that one ails itself, or is silent. Where nobody is blamed it is the service
 * that deviated first.
 */
export function originOf({ clues }: Group): ServiceId {
  // What begins with the state of a machine comes from there, whoever is blamed for it later.
  if (clues[0].condition !== undefined && clues[0].peers.length === 0) return clues[0].service;
  const blames = blamesOf(clues);
  const loudest = commonest(new Map([...blames].map(([by, counts]) => [by, sum(counts)])));
  if (loudest === undefined) return firstToDeviate(clues);
  const passed = new Set<ServiceId>([loudest]);
  let at = loudest;
  for (let next = mostBlamed(blames, at, passed); next !== undefined; next = mostBlamed(blames, at, passed)) {
    passed.add(next);
    at = next;
  }
  return beyond(at, passed, clues) ?? at;
}

/** Services involved: the origin, then the others in the order they appear. */
export function servicesOf({ clues }: Group, origin: ServiceId): ServiceId[] {
  const found = new Set<ServiceId>([origin]);
  for (const { service, peers } of clues) for (const each of [service, ...peers]) found.add(each);
  found.delete(0);
  return [...found];
}

/** The service that writes most errors; undefined where none does, or no service has a name. */
export function loudestOf({ clues }: Group, { level }: RecordTable): ServiceId | undefined {
  const errors: Counts = new Map();
  for (const { service, episode } of clues) {
    if (service === 0 || level.get(episode.first) < Level.error) continue;
    errors.set(service, (errors.get(service) ?? 0) + episode.count);
  }
  return commonest(errors);
}

function blamesOf(clues: readonly Clue[]): Map<ServiceId, Counts> {
  const blames = new Map<ServiceId, Counts>();
  for (const { service, peers, episode } of clues) {
    for (const peer of peers) {
      const counts = blames.get(service) ?? new Map<ServiceId, number>();
      blames.set(service, counts.set(peer, (counts.get(peer) ?? 0) + episode.count));
    }
  }
  return blames;
}

function mostBlamed(
  blames: ReadonlyMap<ServiceId, Counts>,
  by: ServiceId,
  passed: ReadonlySet<ServiceId>,
): ServiceId | undefined {
  const others = [...(blames.get(by) ?? [])].filter(([peer]) => !passed.has(peer));
  return commonest(new Map(others));
}

/** Where the service only passes on that something it depends on is gone: who deviated before it, and was not blamed. */
function beyond(
  service: ServiceId,
  passed: ReadonlySet<ServiceId>,
  clues: readonly Clue[],
): ServiceId | undefined {
  const own = clues.filter((clue) => clue.service === service);
  if (own.length === 0 || !own.every(({ blamesUnnamed }) => blamesUnnamed)) return undefined;
  const others = clues.filter(
    (clue) => !passed.has(clue.service) && clue.service !== 0 && speaksOfItself(clue),
  );
  return others.find(({ from }) => from <= own[0].from)?.service;
}

function firstToDeviate(clues: readonly Clue[]): ServiceId {
  return (clues.find(speaksOfItself) ?? clues[0]).service;
}

function speaksOfItself({ blamesUnnamed, isAbsence }: Clue): boolean {
  return !blamesUnnamed && !isAbsence;
}

/** Of equals the first. */
function commonest(counts: ReadonlyMap<ServiceId, number>): ServiceId | undefined {
  let best: ServiceId | undefined;
  for (const [service, count] of counts)
    if (best === undefined || count > (counts.get(best) ?? 0)) best = service;
  return best;
}

function sum(counts: ReadonlyMap<ServiceId, number>): number {
  return [...counts.values()].reduce((total, count) => total + count, 0);
}
