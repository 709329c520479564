import type { Contrast } from '../../engine/contrast/contrast';
import type { Finding } from '../../engine/model/finding';
import type { Incident, TimelineEntry } from '../../engine/model/incident';
import type { FinishedAnalysis } from '../../node/analyse-logs';
import { Excerpts } from '../../node/excerpts';
import type { BookmarkedLine } from '../../node/store/bookmarked-lines';
import type { Tell } from '../../protocol/overview';
import { findingsTotal } from '../../protocol/overview';
import { repeatsSentence } from '../../protocol/repeats';
import { unfitted } from '../terminal/fit-width';
import { colourless } from '../terminal/palette';
import { timeText } from '../terminal/time-text';
import { contrastText } from './contrast-text';
import { driftText } from './drift-text';
import { incidentNotes, timelineMarks } from './incident-text';
import { excerptLength, excerptLines, type Report, type ReportItem, type ReportSection } from './report';
import { summaryText, verdictText } from './summary-text';

const incidentRule = { id: 'incident', description: 'Findings that belong to one trouble' };
const detectorRules = {
  rarity: 'A template or wording that is rare',
  level: 'A level or words of failure',
  'isolation-forest': 'A record that is strange in several features together',
  volume: 'A rate that leaves its own history',
  sequence: 'An order or number of events that is unusual',
  parameter: 'A value that is unusual in its place',
  rules: 'A rule that matched',
  label: 'What people called anomalous',
} as const;

/** Lines of a log that people marked. */
export interface BookmarkedLog {
  /** As the command line named it. */
  readonly path: string;
  readonly lines: readonly BookmarkedLine[];
}

/** A report is read by people. */
const mostBookmarks = 60;

export interface AnalysisShown {
  readonly finished: FinishedAnalysis;
  /** By source index, as the command line names them. */
  readonly paths: readonly string[];
  /** In order of source and line. */
  readonly findings: readonly Finding[];
  /** Lines people marked, by log. */
  readonly bookmarked: readonly BookmarkedLog[];
  /** Where a part of the logs was asked about. */
  readonly contrast: Contrast | undefined;
}

/** An analysis as a report: its incidents, then its findings. */
export async function analysisReport(shown: AnalysisShown, tell: Tell): Promise<Report> {
  const { finished, paths, findings, bookmarked, contrast } = shown;
  const { analysis } = finished;
  const voice = { palette: colourless, tell, fit: unfitted };
  const excerpts = new Excerpts(finished);
  const items = analysis.incidents.map((incident) => incidentItem(incident, shown, tell));
  for (const finding of findings) items.push(await findingItem(finding, excerpts, paths, tell));
  return {
    title: summaryText(analysis, voice).trim(),
    remarks: [
      ...linesOf(verdictText(analysis, voice, { strangest: true })),
      ...analysis.overview.notJudged.map(tell),
    ],
    warnings: linesOf(driftText(analysis.drift, voice)),
    items,
    more: findingsTotal(analysis) - findings.length,
    sections: [
      ...(contrast ? [contrastSection(contrast, shown, tell)] : []),
      ...bookmarked.map((log) => bookmarkSection(log, tell)),
    ],
    tell,
  };
}

function contrastSection(contrast: Contrast, { finished, paths }: AnalysisShown, tell: Tell): ReportSection {
  const [title = '', ...lines] = linesOf(
    contrastText(contrast, finished, paths, { palette: colourless, tell }),
  );
  return { title, lines, more: 0 };
}

function bookmarkSection({ path, lines }: BookmarkedLog, tell: Tell): ReportSection {
  const told = lines.map(({ line, text, note }) => {
    const said = note === '' ? '' : `  — ${note.replace(/\s+/g, ' ')}`;
    return `${line}: ${text}${said}`;
  });
  const title = tell({ pattern: 'Bookmarks in {0}', values: [path] });
  return { title, lines: told.slice(0, mostBookmarks), more: Math.max(0, told.length - mostBookmarks) };
}

function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line !== '');
}

function incidentItem(incident: Incident, { finished, paths }: AnalysisShown, tell: Tell): ReportItem {
  const { id, severity, title, source, firstLine, timeline } = incident;
  const own = new Set(incident.findings);
  const scores = finished.analysis.findings.filter((finding) => own.has(finding.id));
  return {
    rule: incidentRule,
    severity,
    score: scores.reduce((highest, { score }) => Math.max(highest, score), 0),
    path: paths[source],
    line: firstLine,
    endLine: firstLine,
    headline: tell(title),
    excerpt: timeline.slice(0, excerptLines).map((entry) => timelineText(entry, tell)),
    messages: incidentNotes(incident, tell),
    fingerprint: id,
  };
}

function timelineText(entry: TimelineEntry, tell: Tell): string {
  const clock = entry.time === null ? '' : `${timeText(entry.time)} `;
  const marks = timelineMarks(entry, tell);
  return `${entry.line}: ${clock}${entry.text}${marks === '' ? '' : `  ${marks}`}`;
}

async function findingItem(
  finding: Finding,
  excerpts: Excerpts,
  paths: readonly string[],
  tell: Tell,
): Promise<ReportItem> {
  const { id, source, line, endLine, severity, score, repeats, hint, reasons } = finding;
  const excerpt = await excerpts.of(source, line, excerptLength);
  const repeated = repeatsSentence(repeats, repeats.time === null ? null : timeText(repeats.time));
  const said = [...reasons.map(({ message }) => message), ...(hint === null ? [] : [hint])];
  const [strongest] = reasons;
  return {
    rule: { id: strongest.detector, description: detectorRules[strongest.detector] },
    ...{ severity, score, line, endLine },
    path: paths[source],
    headline: excerpt,
    excerpt: [excerpt],
    messages: [...(repeated === undefined ? [] : [repeated]), ...said].map(tell),
    fingerprint: id,
  };
}
