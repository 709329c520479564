import type { TemplateSummary } from '../../engine/model/analysis';
import type { Severity } from '../../engine/model/finding';
import type { Incident, TimelineEntry } from '../../engine/model/incident';
import type { LevelName } from '../../engine/model/level';
import type { NormalMatch } from '../../engine/templates/normal-template';
import type { ReportedFinding } from '../../protocol/analysis';
import type { FindingMarks, IncidentCard, IncidentLine, TemplateColumns } from '../../protocol/dashboard';
import type { ViewLine } from '../../protocol/log-lines';
import type { Tell } from '../../protocol/overview';
import { incidentTimes, incidentTitle } from '../shared/incident-words';
import type { LogExtent } from '../shared/log-time';
import { onOneLine } from '../shared/markdown';
import { templateTitle } from '../shared/template-title';

/** The engine's own lists are values this layer may not import. */
const severityPlaces: Readonly<Record<Severity, number>> = { low: 0, medium: 1, high: 2, critical: 3 };
const levelPlaces: Readonly<Record<LevelName, number>> = {
  none: 0,
  trace: 1,
  debug: 2,
  info: 3,
  warn: 4,
  error: 5,
  fatal: 6,
};

const longestTitle = 300;
const longestExcerpt = 200;
const mostCards = 200;
const mostServices = 8;

export function findingMarks(findings: readonly ReportedFinding[]): FindingMarks {
  return {
    lines: Uint32Array.from(findings, ({ line }) => line - 1),
    severities: Uint8Array.from(findings, ({ severity }) => severityPlaces[severity]),
    seconds: Float64Array.from(findings, ({ time }) => secondsOf(time)),
    scores: Float32Array.from(findings, ({ score }) => score),
    templates: Uint32Array.from(findings, ({ templateId }) => templateId),
    counts: Uint32Array.from(findings, ({ repeats }) => repeats.count),
  };
}

export function templateColumns(
  templates: readonly TemplateSummary[],
  normal: readonly NormalMatch[],
): TemplateColumns {
  const normalIds = new Set<number>(normal.map(({ template }) => template));
  return {
    ids: Uint32Array.from(templates, ({ id }) => id),
    titles: templates.map((template) => shown(templateTitle(template), longestTitle)),
    counts: Uint32Array.from(templates, ({ count }) => count),
    levels: Uint8Array.from(templates, ({ level }) => levelPlaces[level]),
    rarity: Float32Array.from(templates, ({ rarity }) => rarity),
    firstLines: Uint32Array.from(templates, ({ firstLine }) => firstLine - 1),
    lastLines: Uint32Array.from(templates, ({ lastLine }) => lastLine - 1),
    firstSeconds: Float64Array.from(templates, ({ firstTime }) => secondsOf(firstTime)),
    lastSeconds: Float64Array.from(templates, ({ lastTime }) => secondsOf(lastTime)),
    normal: Uint8Array.from(templates, ({ id }) => Number(normalIds.has(id))),
    parameters: Uint8Array.from(templates, ({ parameters }) => Math.min(255, parameters.length)),
  };
}

export function incidentCards(
  incidents: readonly Incident[],
  extent: LogExtent,
  tell: Tell,
): readonly IncidentCard[] {
  return incidents.slice(0, mostCards).map((incident) => ({
    id: incident.id,
    severity: incident.severity,
    category: incident.category,
    title: shown(tell(incidentTitle(incident)), longestTitle),
    start: incident.start,
    end: incident.end,
    when: incidentTimes(incident, extent),
    services: incident.services.slice(0, mostServices).map((service) => shown(service, longestTitle)),
    findings: incident.findings.length,
    first: lineOf(incident, 'first', incident.firstLine),
    worst: lineOf(incident, 'worst', incident.worstLine),
    hint: incident.hint && tell(incident.hint),
  }));
}

/** Seconds with a fraction; NaN without a time. */
export function secondsOf(time: string | null): number {
  if (time === null) return Number.NaN;
  const nanoseconds = BigInt(time);
  const whole = nanoseconds / 1_000_000_000n;
  return Number(whole) + Number(nanoseconds - whole * 1_000_000_000n) / 1e9;
}

function lineOf({ timeline }: Incident, role: TimelineEntry['role'], line: number): IncidentLine {
  const entry = timeline.find((one) => one.role === role) ?? timeline.find((one) => one.line === line);
  return { line: (line - 1) as ViewLine, text: shown(entry?.text ?? '', longestExcerpt) };
}

function shown(text: string, most: number): string {
  const line = onOneLine(text);
  return line.length <= most ? line : `${line.slice(0, most - 1)}…`;
}
