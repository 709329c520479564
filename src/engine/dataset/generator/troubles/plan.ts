import { shuffled } from '../../../model/shuffled';
import { integer, type Random } from '../draws';
import type { PlannedIncident, Scene } from '../incidents/incident';
import type { ServiceName } from '../services';
import { failingRequests, routes } from './callers';
import type { Trouble } from './trouble';
import { troubleTable } from './trouble-table';

/**
 * `single`: one trouble of any kind, its callers moderate. `cascade`: one whose callers write ten errors and more for each of
 * its own. `several`: three, minutes apart, the first a cascade. `overlapping`: two within two minutes in unrelated services, the first a
 * cascade.
 */
export const troublePresets = ['single', 'cascade', 'several', 'overlapping'] as const;
export type TroublePreset = (typeof troublePresets)[number];

export interface PlannedTrouble {
  readonly trouble: Trouble;
  readonly origin: ServiceName;
  readonly incident: PlannedIncident;
}

interface Slot {
  readonly minute: number;
  readonly isLoud: boolean;
}

/** Up to two minutes come on top of each (`PlannedIncident.minute`). */
function slotsOf(preset: TroublePreset, random: Random): Slot[] {
  const minute = integer(random, 12, 30);
  if (preset === 'single') return [{ minute, isLoud: false }];
  if (preset === 'cascade') return [{ minute, isLoud: true }];
  if (preset === 'overlapping') {
    const together = integer(random, 12, 28);
    return [
      { minute: together, isLoud: true },
      { minute: together, isLoud: false },
    ];
  }
  return [9, 19, 29].map((start, index) => ({ minute: start + integer(random, 0, 3), isLoud: index === 0 }));
}

/** `kinds`, where given, take the place of those drawn: one a slot, as far as they go. @throws RangeError for a kind that is not in the table. */
export function planTroubles(
  preset: TroublePreset,
  kinds: readonly string[] | undefined,
  random: Random,
): PlannedTrouble[] {
  const planned: PlannedTrouble[] = [];
  for (const [index, slot] of slotsOf(preset, random).slice(0, kinds?.length).entries()) {
    const candidates = kinds === undefined ? shuffled(troubleTable, random) : [troubleOf(kinds[index])];
    const next = firstThatFits(candidates, slot, preset === 'overlapping' ? planned : [], planned, random);
    if (next !== undefined) planned.push(next);
  }
  return planned;
}

function troubleOf(kind: string | undefined): Trouble {
  const trouble = troubleTable.find((row) => row.kind === kind);
  if (trouble === undefined) throw new RangeError(`No trouble is called ${kind}`);
  return trouble;
}

function firstThatFits(
  candidates: readonly Trouble[],
  slot: Slot,
  atOnce: readonly PlannedTrouble[],
  planned: readonly PlannedTrouble[],
  random: Random,
): PlannedTrouble | undefined {
  for (const trouble of candidates) {
    const isTaken = planned.some((each) => each.trouble === trouble);
    if (isTaken || (slot.isLoud && candidates.length > 1 && !trouble.failsRequests)) continue;
    for (const origin of shuffled(trouble.origins, random)) {
      const next = planOne(trouble, origin, slot, random);
      if (atOnce.every((other) => areUnrelated(next, other))) return next;
    }
  }
  return undefined;
}

function planOne(
  trouble: Trouble,
  origin: ServiceName,
  { minute, isLoud }: Slot,
  random: Random,
): PlannedTrouble {
  const { kind, lastsSeconds, failsRequests } = trouble;
  const own = trouble.scenes({ origin, random });
  const failed = failsRequests ? failingRequests(origin, spanOf(trouble, own, isLoud, random), random) : [];
  const scenes = [...own, ...failed];
  const affects = failsRequests ? [origin] : [];
  const stops = trouble.stops === undefined ? {} : { stops: trouble.stops };
  return { trouble, origin, incident: { name: kind, minute, lastsSeconds, affects, scenes, ...stops } };
}

/** Callers fail once the origin has failed, until shortly before it is well again. */
function spanOf({ lastsSeconds }: Trouble, own: readonly Scene[], isLoud: boolean, random: Random) {
  const failing = own.filter(({ steps }) => steps.some(isFailure));
  const count = isLoud ? failing.length * 11 + integer(random, 0, 10) : integer(random, 3, 7);
  return { from: failing[0].second + 2, until: lastsSeconds - 25, count };
}

const isFailure = ({ level }: Scene['steps'][number]): boolean => level === 'ERROR' || level === 'FATAL';

/** No service but the gateway takes part in both. */
function areUnrelated(one: PlannedTrouble, other: PlannedTrouble): boolean {
  const those = participants(other);
  return [...participants(one)].every((service) => !those.has(service));
}

function participants({ origin, incident, trouble }: PlannedTrouble): Set<ServiceName> {
  const writing = incident.scenes.flatMap(({ steps }) => steps.map(({ service }) => service));
  const calling = trouble.failsRequests
    ? routes.filter(({ hops }) => hops.includes(origin)).flatMap(({ hops }) => hops)
    : [];
  const all = new Set<ServiceName>([origin, ...writing, ...calling]);
  if (origin !== 'gateway') all.delete('gateway');
  return all;
}
