import type { Analysis } from '../../../../src/engine/model/analysis';
import type { Finding } from '../../../../src/engine/model/finding';
import type { Incident } from '../../../../src/engine/model/incident';
import { Session } from '../../../../src/engine/session';
import { finish } from '../../log-builder';
import { textsOf } from '../../source-texts';

export interface Told extends Pick<Analysis, 'findingCounts'> {
  readonly incidents: readonly Incident[];
  readonly findings: readonly Finding[];
}

/** What the engine makes of a log's text with default settings. */
export function incidentsIn(text: string): Told {
  const session = new Session();
  session.openSource({ path: 'a.log', role: 'log', referenceSeconds: 1_795_000_000 });
  session.push(new TextEncoder().encode(text));
  session.closeSource();
  return finish(session.analyse(textsOf(text)));
}

/** A line of a made-up log; `at`: seconds since its start. */
export interface Said {
  readonly at: number;
  readonly who: string;
  readonly level: 'debug' | 'info' | 'warn' | 'error' | 'fatal';
  readonly what: string;
}

export type Layout = (said: Said) => string;

const start = Date.UTC(2026, 4, 3, 8, 0, 0);
const timeOf = ({ at }: Said): string => new Date(start + at * 1_000).toISOString();

export const layouts = {
  brackets: (said) => `${timeOf(said)} ${said.level.toUpperCase()} [${said.who}] ${said.what}`,
  json: (said) =>
    JSON.stringify({ time: timeOf(said), level: said.level, service: said.who, message: said.what }),
  timeless: ({ level, who, what }) => `${level.toUpperCase()} ${who}: ${what}`,
} as const satisfies Record<string, Layout>;

/** Every half a second one of the services says something it always says, for `seconds`. */
export function routine(services: readonly string[], seconds = 1_800): Said[] {
  const doings = ['served a caller in', 'kept its cache warm, took', 'wrote its books in'];
  return Array.from({ length: seconds * 2 }, (_, i) => ({
    at: i / 2,
    who: services[i % services.length],
    level: 'info',
    what: `${doings[Math.floor(i / services.length) % doings.length]} ${7 + (i % 13)} ms`,
  }));
}

/** In order of time; what is said at the same time stays as it was given. */
export function logOf(
  layout: Layout,
  ...parts: readonly (readonly Said[])[]
): { text: string; lines: Said[] } {
  const lines = parts.flat().sort((a, b) => a.at - b.at);
  return { text: lines.map((said) => `${layout(said)}\n`).join(''), lines };
}

/** The line, from 1, on which something is said first. */
export function lineOf(lines: readonly Said[], what: string): number {
  return lines.findIndex((said) => said.what.includes(what)) + 1;
}
