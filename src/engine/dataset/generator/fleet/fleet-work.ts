import { integer, longTailed, pick, type Random } from '../draws';
import { type FleetEvent, hosts } from './fleet-events';

/** Work that services do by themselves. */
export interface FleetWork {
  readonly everyMinutes: number;
  /** Records of one run: `{0}` stands for a number. */
  readonly opening: string;
  readonly each: string;
  readonly closing: string;
  readonly service: string;
  readonly least: number;
  readonly most: number;
}

const minute = 60_000;

export const regularWork: readonly FleetWork[] = [
  {
    everyMinutes: 10,
    opening: 'Cleaning of sessions begins',
    each: 'Session {0} was idle and is closed',
    closing: 'Cleaning of sessions ended',
    service: 'guests',
    least: 10,
    most: 40,
  },
  {
    everyMinutes: 15,
    opening: 'Prices are read from the partner',
    each: 'Price of room {0} taken over',
    closing: 'Prices are up to date',
    service: 'rooms',
    least: 20,
    most: 60,
  },
  {
    everyMinutes: 60,
    opening: 'Mails of the hour are sent',
    each: 'Reminder {0} handed to the relay',
    closing: 'Mails of the hour are out',
    service: 'mails',
    least: 30,
    most: 120,
  },
];

export const nightlyWork: FleetWork = {
  everyMinutes: 24 * 60,
  opening: 'Backup begins',
  each: 'Backup of table part {0} written',
  closing: 'Backup is complete',
  service: 'store',
  least: 300,
  most: 420,
};

/** Every run of some work between two times. */
export function runWork(work: FleetWork, from: number, until: number, random: Random): FleetEvent[] {
  const events: FleetEvent[] = [];
  const every = work.everyMinutes * minute;
  for (let due = from + integer(random, 0, every - 1); due < until; due += every)
    events.push(...runOf(work, due + integer(random, 0, 2_000), random));
  return events;
}

function runOf(work: FleetWork, start: number, random: Random): FleetEvent[] {
  const { service, opening, each, closing } = work;
  const host = pick(random, hosts);
  const event = (time: number, message: string): FleetEvent => ({
    ...{ time, level: 'INFO', service, host, version: null, message },
  });
  const events = [event(start, opening)];
  let time = start;
  for (let left = integer(random, work.least, work.most); left > 0; left--) {
    time += integer(random, 5, 120);
    events.push(event(time, each.replace('{0}', String(integer(random, 1, 9_999)))));
  }
  return [...events, event(time + 30, closing)];
}

/** Now and then somebody tries again and again: a few times, or some hundreds. */
export function runBursts(from: number, until: number, random: Random): FleetEvent[] {
  const events: FleetEvent[] = [];
  const what = [
    { service: 'guests', level: 'WARN', message: 'Sign-in of guest {0} failed, wrong word' },
    { service: 'gate', level: 'INFO', message: 'Crawler asked for page {0} of the catalogue' },
    { service: 'store', level: 'WARN', message: 'Row {0} is locked, waiting' },
    { service: 'rooms', level: 'INFO', message: 'Picture {0} was not there, a smaller one is made' },
  ] as const;
  for (let time = from; time < until; time += integer(random, 1, 40) * minute) {
    const { service, level, message } = pick(random, what);
    const host = pick(random, hosts);
    const guest = String(integer(random, 1_000, 9_999));
    const size = Math.round(longTailed(random, 20) * (random() < 0.15 ? 6 : 1));
    let at = time;
    for (let left = size; left > 0; left--) {
      at += integer(random, 20, 900);
      events.push({ time: at, level, service, host, version: null, message: message.replace('{0}', guest) });
    }
  }
  return events;
}
