import { hexDigits, integer, pickWeighted, type Random } from './draws';
import type { Flow } from './flows';
import type { PlannedIncident } from './incidents/incident';
import { type Job, jobs } from './jobs';
import { play, type ShopEvent } from './playback';
import { services } from './services';
import { startUp } from './start-up';
import { needs, type Step } from './step';
import { Traffic } from './traffic';

export interface Scenario {
  readonly flows: readonly Flow[];
  readonly incidents: readonly PlannedIncident[];
  /** Records to write; the last request may add a few more. */
  readonly records: number;
}

const startTime = Date.UTC(2026, 2, 14, 9, 0, 0);
const durationMs = 40 * 60_000;
const startUpMs = 20_000;
/** A request that begins this shortly before an outage could still be under way when it begins. */
const longestRequestMs = 6_000;

interface Outage {
  readonly incident: PlannedIncident;
  readonly from: number;
  readonly until: number;
}

/** Everything that happens in the shop in 40 minutes, in order of time. */
export function simulate(scenario: Scenario, random: Random): ShopEvent[] {
  const outages = scenario.incidents.map((incident) => outageOf(incident, random));
  const events = [
    ...startOfDay(random),
    ...outages.flatMap((outage) => playIncident(outage, random)),
    ...jobs.flatMap((job) => runJob(job, outages, random)),
  ];
  serveRequests(scenario, outages, events, random);
  return events.sort((a, b) => a.time - b.time);
}

function outageOf(incident: PlannedIncident, random: Random): Outage {
  const from = startTime + incident.minute * 60_000 + integer(random, 0, 120_000);
  return { incident, from, until: from + incident.lastsSeconds * 1_000 };
}

function startOfDay(random: Random): ShopEvent[] {
  return services.flatMap(({ name }) => {
    const start = startTime + integer(random, 0, startUpMs / 2);
    return play(startUp(name), { start, request: null, incident: null }, random);
  });
}

function playIncident({ incident, from }: Outage, random: Random): ShopEvent[] {
  return incident.scenes.flatMap((scene) => {
    const start = from + scene.second * 1_000 + integer(random, 0, 900);
    const request = scene.hasRequest ? requestId(random) : null;
    return play(scene.steps, { start, request, incident: incident.name }, random);
  });
}

function runJob(job: Job, outages: readonly Outage[], random: Random): ShopEvent[] {
  const every = job.everySeconds * 1_000;
  const end = outages.find(({ incident }) => incident.stops === job);
  const events: ShopEvent[] = [];
  for (let due = startUpMs + integer(random, 0, every - 1); due < durationMs; due += every) {
    const start = startTime + due + integer(random, 0, 40);
    if (isPaused(job.steps, start, outages)) continue;
    if (end !== undefined && start >= end.from) break;
    events.push(...play(job.steps, { start, request: null, incident: null }, random));
  }
  return end === undefined ? events : signedAtItsEnd(events, end.incident);
}

/** The last record before a silence is all that can be shown of it. */
function signedAtItsEnd(events: readonly ShopEvent[], { name }: PlannedIncident): ShopEvent[] {
  const last = events.length - 1;
  return events.map((event, index) => (index < last ? event : { ...event, incident: name, worst: true }));
}

/** Fills `events` with requests until they are as many as the scenario wants. */
function serveRequests(
  scenario: Scenario,
  outages: readonly Outage[],
  events: ShopEvent[],
  random: Random,
): void {
  const traffic = new Traffic(random, startTime + startUpMs, durationMs - startUpMs);
  while (events.length < scenario.records) {
    const { steps } = pickWeighted(random, scenario.flows);
    const start = traffic.nextArrival();
    if (isPaused(steps, start, outages)) continue;
    events.push(...play(steps, { start, request: requestId(random), incident: null }, random));
  }
}

function isPaused(steps: readonly Step[], start: number, outages: readonly Outage[]): boolean {
  return outages.some(({ incident, from, until }) => {
    const during = start > from - longestRequestMs && start < until;
    return during && needs(steps, incident.affects);
  });
}

function requestId(random: Random): string {
  return `req-${hexDigits(random, 12)}`;
}
