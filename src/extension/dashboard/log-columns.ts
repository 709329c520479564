import type { Severity } from '../../engine/model/finding';
import type { Incident, TimelineEntry } from '../../engine/model/incident';
import type { ReportedFinding } from '../../protocol/analysis';
import type { FindingMarks, IncidentCard } from '../../protocol/dashboard';
import type { ViewLine } from '../../protocol/log-lines';
import type { Tell } from '../../protocol/overview';
import type { AnalysedLog } from '../shared/analyses';
import { incidentTimes, incidentTitle } from '../shared/incident-words';
import { onOneLine } from '../shared/markdown';
import { incidentLabels } from './row-labels';

/** The engine's own list is a value this layer may not import. */
const severityPlaces: Readonly<Record<Severity, number>> = { low: 0, medium: 1, high: 2, critical: 3 };
const longestTitle = 300;
const longestExcerpt = 200;
const mostCards = 200;
const mostServices = 8;

/** Findings of a result do not change, and a page asks for their marks with every second of a live log. */
const knownMarks = new WeakMap<readonly ReportedFinding[], FindingMarks>();

export function findingMarks(findings: readonly ReportedFinding[]): FindingMarks {
  const known = knownMarks.get(findings);
  if (known) return known;
  const marks: FindingMarks = {
    lines: Uint32Array.from(findings, ({ line }) => line - 1),
    severities: Uint8Array.from(findings, ({ severity }) => severityPlaces[severity]),
    seconds: Float64Array.from(findings, ({ time }) => secondsOf(time)),
    scores: Float32Array.from(findings, ({ score }) => score),
    templates: Uint32Array.from(findings, ({ templateId }) => templateId),
    counts: Uint32Array.from(findings, ({ repeats }) => repeats.count),
  };
  knownMarks.set(findings, marks);
  return marks;
}

/** Their lines are where they are since edits; of one that was edited itself, where it was. */
export function incidentCards(
  log: Pick<AnalysedLog, 'incidents' | 'extent' | 'lineNow' | 'labels' | 'findings'>,
  tell: Tell,
): readonly IncidentCard[] {
  const { incidents, extent, lineNow } = log;
  const labelOf = incidentLabels(log, tell);
  const place = (line: number) => ((lineNow(line) ?? line) - 1) as ViewLine;
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
    first: { line: place(incident.firstLine), text: textOf(incident, 'first', incident.firstLine) },
    worst: { line: place(incident.worstLine), text: textOf(incident, 'worst', incident.worstLine) },
    hint: incident.hint && tell(incident.hint),
    label: labelOf(incident),
  }));
}

/** Seconds with a fraction; NaN without a time. Without BigInt, which takes a quarter of a second for the times of 50,000 templates. */
export function secondsOf(time: string | null): number {
  if (time === null) return Number.NaN;
  const isNegative = time.startsWith('-');
  const digits = isNegative ? time.slice(1) : time;
  const seconds = Number(digits.slice(0, -9)) + Number(digits.slice(-9)) / 1e9;
  return isNegative ? -seconds : seconds;
}

function textOf({ timeline }: Incident, role: TimelineEntry['role'], line: number): string {
  const entry = timeline.find((one) => one.role === role) ?? timeline.find((one) => one.line === line);
  return shown(entry?.text ?? '', longestExcerpt);
}

export function shown(text: string, most: number): string {
  // What nobody sees of a very long text is not looked through.
  const line = onOneLine(text.slice(0, most * 8));
  return line.length <= most ? line : `${line.slice(0, most - 1)}…`;
}
