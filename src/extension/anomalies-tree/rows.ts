import type { Sentence, Severity } from '../../engine/model/finding';
import type { Incident, TimelineEntry } from '../../engine/model/incident';
import type { ReportedFinding } from '../../protocol/analysis';
import { findingsTotal, worstFinding } from '../../protocol/overview';
import type { AnalysedLog } from '../shared/analyses';
import type { FindingArgument } from '../shared/finding-argument';
import type { IncidentArgument } from '../shared/incident-argument';
import { isScoped } from '../shared/scope';
import { severitiesWorstFirst } from '../shared/severity';
import type { TemplateArgument } from '../shared/template-argument';

/** VS Code draws a tree row by row on the extension-host thread: thousands at once would hold it. */
export const pageSize = 500;

export type Notice = 'stale' | 'scope' | 'drift' | 'strangest' | 'cut' | 'hidden';
export type Offer = 'strangest' | 'time-range' | 'baseline';

export interface FindingRow extends FindingArgument, TemplateArgument {
  readonly kind: 'finding';
  readonly log: AnalysedLog;
  readonly finding: ReportedFinding;
}

export interface IncidentRow extends IncidentArgument {
  readonly kind: 'incident';
  readonly log: AnalysedLog;
  readonly incident: Incident;
}

/** A line of an incident's course. */
export interface MomentRow {
  readonly kind: 'moment';
  readonly log: AnalysedLog;
  readonly incident: Incident;
  readonly entry: TimelineEntry;
  /** Among the lines of the course. */
  readonly index: number;
}

/** What the tree shows of one log; a face puts it into words. */
export type AnomalyRow =
  | { readonly kind: 'incidents'; readonly log: AnalysedLog }
  | IncidentRow
  | MomentRow
  | { readonly kind: 'summary'; readonly log: AnalysedLog; readonly worst: ReportedFinding | undefined }
  | { readonly kind: 'standing'; readonly log: AnalysedLog; readonly standing: readonly Sentence[] }
  | { readonly kind: 'fact'; readonly log: AnalysedLog; readonly text: string }
  | { readonly kind: 'note'; readonly log: AnalysedLog; readonly note: Sentence }
  | { readonly kind: 'notice'; readonly log: AnalysedLog; readonly notice: Notice }
  | { readonly kind: 'offer'; readonly log: AnalysedLog; readonly offer: Offer }
  | {
      readonly kind: 'severity';
      readonly log: AnalysedLog;
      readonly severity: Severity;
      readonly count: number;
    }
  | { readonly kind: 'more'; readonly log: AnalysedLog; readonly severity: Severity; readonly rest: number }
  | FindingRow;

/** `standing`: how far labels reach and what they make of the detectors; see `standingSentences`. */
export function rootRows(log: AnalysedLog, standing: readonly Sentence[]): AnomalyRow[] {
  const notes = log.report.sources.flatMap((source) => source.notes);
  return [
    ...notes.map((note) => ({ kind: 'note', log, note }) as const),
    { kind: 'summary', log, worst: worstFinding(log.findings) },
    ...(standing.length > 0 ? [{ kind: 'standing', log, standing } as const] : []),
    ...noticesOf(log).map((notice) => ({ kind: 'notice', log, notice }) as const),
    ...offersOf(log).map((offer) => ({ kind: 'offer', log, offer }) as const),
    ...(log.showsStrangest ? strangestRows(log) : [...incidentsRow(log), ...severityRows(log)]),
    ...(log.hidden > 0 ? [{ kind: 'notice', log, notice: 'hidden' } as const] : []),
  ];
}

/** Worst first. */
export function incidentRows(log: AnalysedLog): IncidentRow[] {
  const uri = log.uri.toString();
  return log.incidents.map((incident) => ({ kind: 'incident', log, incident, uri, incidentId: incident.id }));
}

export function momentRows({ log, incident }: IncidentRow): MomentRow[] {
  return incident.timeline.map((entry, index) => ({ kind: 'moment', log, incident, entry, index }));
}

/** The findings of one severity by time, then line; `shown` of them, and a row for the rest. */
export function findingRows(log: AnalysedLog, severity: Severity, shown: number): AnomalyRow[] {
  const findings = byTime(log.findings).filter((finding) => finding.severity === severity);
  const rows: AnomalyRow[] = findings.slice(0, shown).map((finding) => findingRow(log, finding));
  const rest = findings.length - shown;
  return rest > 0 ? [...rows, { kind: 'more', log, severity, rest }] : rows;
}

function noticesOf(log: AnalysedLog): Notice[] {
  const notices: Notice[] = [];
  if (log.stale) notices.push('stale');
  if (isScoped(log.scope)) notices.push('scope');
  if (log.report.drift?.hasDrifted) notices.push('drift');
  if (log.showsStrangest) notices.push('strangest');
  else if (log.report.verdict === 'findings' && findingsTotal(log.report) > log.report.findings.length)
    notices.push('cut');
  return notices;
}

function offersOf(log: AnalysedLog): Offer[] {
  if (log.showsStrangest) return [];
  if (log.report.verdict === 'quiet') return log.report.strangest.length > 0 ? ['strangest'] : [];
  return log.report.verdict === 'unusual' ? ['time-range', 'baseline', 'strangest'] : [];
}

function strangestRows(log: AnalysedLog): AnomalyRow[] {
  return log.findings.toSorted((a, b) => b.score - a.score).map((finding) => findingRow(log, finding));
}

/** What people read first. */
function incidentsRow(log: AnalysedLog): AnomalyRow[] {
  return log.incidents.length === 0 ? [] : [{ kind: 'incidents', log }];
}

function severityRows(log: AnalysedLog): AnomalyRow[] {
  return severitiesWorstFirst.flatMap((severity) => {
    const count = log.findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [{ kind: 'severity', log, severity, count } as const];
  });
}

function findingRow(log: AnalysedLog, finding: ReportedFinding): FindingRow {
  const { id: findingId, templateId } = finding;
  return { kind: 'finding', log, finding, uri: log.uri.toString(), findingId, templateId };
}

/** A finding without a time stands where the line before it in the log stands. */
function byTime(findings: readonly ReportedFinding[]): ReportedFinding[] {
  let last = '';
  const timed = findings.map((finding, index) => {
    last = finding.time ?? last;
    return { finding, index, time: last };
  });
  timed.sort((a, b) => compareTimes(a.time, b.time) || a.index - b.index);
  return timed.map(({ finding }) => finding);
}

/** Decimal nanoseconds: too long for a number. '' is earlier than any; times before 1970 carry a minus. */
function compareTimes(one: string, other: string): number {
  if (one === other) return 0;
  if (one === '' || other === '') return one === '' ? -1 : 1;
  return BigInt(one) < BigInt(other) ? -1 : 1;
}
