import { seededRandom } from '../../model/seeded-random';
import { brokenFlows } from './broken-flows';
import { type Flow, flows } from './flows';
import type { Incident, IncidentCategory } from './incidents/incident';
import { incidents } from './incidents/incidents';
import { layouts } from './layouts';
import type { ShopEvent } from './playback';
import { simulate } from './simulation';

export interface ShopLogOptions {
  /** Any number; the same seed gives the same bytes. */
  readonly seed: number;
  /** Records to write, a dozen more at most: 2,000 or more, 7,000 if left out. They always span 40 minutes. */
  readonly records?: number;
}

export interface PlantedIncident {
  readonly name: string;
  readonly category: IncidentCategory;
  /** 1-based, ascending: every line that warns or fails because of the incident; news of its end is not among them. */
  readonly lines: readonly number[];
  readonly firstLine: number;
  /** Where to look first: the line that says what went wrong. */
  readonly worstLine: number;
}

export interface GeneratedLog {
  /** Lines ended by LF, the last one too; ASCII only. */
  readonly text: string;
  /** In order of their first lines. */
  readonly incidents: readonly PlantedIncident[];
}

const usualRecords = 7_000;
/** Start-up, jobs and incidents alone write about 1,000. */
const fewestRecords = 2_000;

/**
 * The log of a small web shop's services, in which three incidents are planted.
 *
 * @throws RangeError where fewer than 2,000 records are asked for.
 */
export function generateShopLog(options: ShopLogOptions): GeneratedLog {
  return generate(options, { flows, incidents });
}

/** The same shop on a day without incidents. @throws RangeError like `generateShopLog`. */
export function generateQuietLog(options: ShopLogOptions): GeneratedLog {
  return generate(options, { flows, incidents: [] });
}

/** A shop so broken that more than 5 % of the lines are errors, of few kinds. @throws RangeError like `generateShopLog`. */
export function generateUnusualLog(options: ShopLogOptions): GeneratedLog {
  return generate(options, { flows: [...flows, ...brokenFlows], incidents: [] });
}

/** Of what the sample's shop goes through. */
interface ShopScenario {
  readonly flows: readonly Flow[];
  readonly incidents: readonly Incident[];
}

function generate(options: ShopLogOptions, scenario: ShopScenario): GeneratedLog {
  const records = checkedRecords(options.records);
  return write(simulate({ ...scenario, records }, seededRandom(options.seed)), scenario.incidents);
}

/** @throws RangeError where fewer than 2,000 are asked for. */
export function checkedRecords(records = usualRecords): number {
  if (records >= fewestRecords) return records;
  throw new RangeError(`Cannot write fewer than ${fewestRecords} records, not ${records}`);
}

function write(events: readonly ShopEvent[], planted: readonly Incident[]): GeneratedLog {
  const lines: string[] = [];
  const signs = new Map(planted.map((incident) => [incident.name, { lines: [] as number[], worstLine: 0 }]));
  for (const event of events) {
    const sign = event.incident === null ? undefined : signs.get(event.incident);
    if (event.worst && sign) sign.worstLine = lines.length + 1;
    for (const line of layouts.bracketed(event)) {
      lines.push(line);
      sign?.lines.push(lines.length);
    }
  }
  const incidentsFound = planted.map(({ name, category }) => {
    const sign = signs.get(name)!;
    return { name, category, lines: sign.lines, firstLine: sign.lines[0], worstLine: sign.worstLine };
  });
  return { text: `${lines.join('\n')}\n`, incidents: incidentsFound };
}
