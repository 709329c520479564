import * as vscode from 'vscode';
import type { Sentence } from '../../engine/model/finding';
import type { DashboardLog, DashboardState } from '../../protocol/dashboard';
import type { AnalysedLog } from '../shared/analyses';
import { standingSentences } from '../shared/label-measures';
import { localise } from '../shared/localise';
import { logName } from '../shared/log-name';
import { statusOf } from '../shared/log-status';
import { findingMarks, incidentCards } from './log-columns';
import type { DashboardParts } from './parts';
import { rangeOf } from './time-range';

/** Counts the results and comparisons of a log, so that a page knows which answers still hold. */
export class Versions {
  private readonly numbers = new WeakMap<object, number>();
  private next = 0;

  of(value: object | undefined): number {
    if (value === undefined) return 0;
    const known = this.numbers.get(value);
    if (known !== undefined) return known;
    const number = ++this.next;
    this.numbers.set(value, number);
    return number;
  }
}

export interface StateOptions {
  readonly size: DashboardState['size'];
  /** Undefined where there is none to show. */
  readonly uri: vscode.Uri | undefined;
  readonly texts: DashboardState['texts'];
  readonly versions: Versions;
  /** Choices of labels so far. */
  readonly labels: number;
  /** What is in the way, with its cure. */
  readonly problem: string | null;
}

/** A complete snapshot. */
export function dashboardState(
  { analyses, readings, compared, metrics }: DashboardParts,
  { size, uri, texts, versions, labels, problem }: StateOptions,
): DashboardState {
  if (uri === undefined) return { ...nothing, size, texts, labels, problem };
  const log = analyses.get(uri);
  const isRunning = analyses.isRunning(uri);
  const status = statusOf({ isLog: true, isRunning, log });
  const reading = readings.of(uri);
  return {
    size,
    name: logName(uri),
    uri: uri.toString(),
    texts,
    status: statusWord(log, isRunning),
    progress: analyses.progressOf(uri),
    summary: log ? summaryOf(log, status?.text ?? []) : '',
    problem,
    log: log ? { ...dashboardLog(log), version: versions.of(log) } : null,
    range: rangeOf(reading.filter),
    zone: log?.extent.zone ?? reading.zone,
    isFollowed: analyses.isReadOn(uri),
    metricsOrigins: metrics.of(uri).length,
    comparison: versions.of(compared.get(uri)),
    labels,
  };
}

const nothing: Omit<DashboardState, 'size' | 'texts' | 'labels' | 'problem'> = {
  name: null,
  uri: null,
  status: 'none',
  progress: null,
  summary: '',
  log: null,
  range: null,
  zone: 'written',
  isFollowed: false,
  metricsOrigins: 0,
  comparison: 0,
};

type ShownLog = Omit<DashboardLog, 'version'>;

/** What is seen of a log is made anew with every change of it, and told again with every step of a run. */
const knownLogs = new WeakMap<AnalysedLog, ShownLog>();

function dashboardLog(log: AnalysedLog): ShownLog {
  const known = knownLogs.get(log) ?? shownLog(log);
  knownLogs.set(log, known);
  return known;
}

function shownLog(log: AnalysedLog): ShownLog {
  const { report, findings, sensitivity } = log;
  const { overview, verdict, threshold } = report;
  return {
    verdict,
    lines: overview.lines,
    records: overview.records,
    bytes: overview.bytes,
    timed: overview.timed,
    firstTime: overview.firstTime,
    lastTime: overview.lastTime,
    errors: overview.errors,
    templates: overview.templates,
    threshold,
    sensitivityIsOwn: typeof sensitivity === 'number',
    detectors: overview.detectors,
    notJudged: overview.notJudged.map(localise),
    incidents: incidentCards(log, localise),
    findings: findingMarks(findings),
  };
}

function summaryOf({ report }: AnalysedLog, status: readonly Sentence[]): string {
  return [...status, ...standingSentences(report.labels, undefined, null)].map(localise).join(' · ');
}

function statusWord(log: AnalysedLog | undefined, isRunning: boolean): DashboardState['status'] {
  if (isRunning) return 'running';
  if (!log) return 'none';
  return log.stale ? 'stale' : 'done';
}

/** The page is told the language once. */
export function textsOfLanguage(): DashboardState['texts'] {
  return vscode.l10n.bundle ?? {};
}
