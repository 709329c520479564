import type { Sentence, Severity } from '../../engine/model/finding';
import { counted } from '../../protocol/sentence';
import type { AnalysedLog } from './analyses';
import { scopeSentences } from './scope';
import { worstSeverity } from './severity';

/** What the one status bar item says; pure, so that its states can be listed in a test. */
export interface Status {
  readonly icon: string;
  /** Told one after the other. */
  readonly text: readonly Sentence[];
  /** One a line. */
  readonly tooltip: readonly Sentence[];
  readonly command: string;
  readonly worst: Severity | undefined;
  readonly stale: boolean;
}

export interface StatusInput {
  readonly isLog: boolean;
  readonly isRunning: boolean;
  readonly log:
    | Pick<AnalysedLog, 'report' | 'scope' | 'extent' | 'findings' | 'stale' | 'showsStrangest'>
    | undefined;
}

/** Undefined where nothing is to be said: no log, nothing analysed. */
export function statusOf({ isLog, isRunning, log }: StatusInput): Status | undefined {
  if (isRunning) return running;
  if (!log) return isLog ? notAnalysed : undefined;
  const text = countsText(log);
  const worst = log.report.verdict === 'findings' ? worstSeverity(log.findings) : undefined;
  if (log.stale) {
    const tooltip = [staleReasons[log.stale], ...scopeSentences(log)];
    const staleText = [...text, { pattern: 'stale', values: [] }];
    return { icon: 'warning', text: staleText, tooltip, command: 'oddline.runAgain', worst, stale: true };
  }
  const tooltip = [{ pattern: 'Oddline: show the anomalies', values: [] }, ...scopeSentences(log)];
  return { icon: 'pulse', text, tooltip, command: 'oddline.anomalies.focus', worst, stale: false };
}

const notAnalysed: Status = {
  icon: 'search',
  text: [{ pattern: 'Analyse', values: [] }],
  tooltip: [{ pattern: 'Oddline: detect anomalies in this log', values: [] }],
  command: 'oddline.detectAnomalies',
  worst: undefined,
  stale: false,
};

const running: Status = {
  icon: 'loading~spin',
  text: [{ pattern: 'Analysing…', values: [] }],
  tooltip: [{ pattern: 'Oddline: cancel the analysis', values: [] }],
  command: 'oddline.cancelAnalysis',
  worst: undefined,
  stale: false,
};

const staleReasons: Readonly<Record<NonNullable<AnalysedLog['stale']>, Sentence>> = {
  edited: { pattern: 'The text was edited since it was analysed. Click to run again.', values: [] },
  grown: { pattern: 'The log has grown since it was analysed. Click to run again.', values: [] },
  corrected: {
    pattern: 'What was shown of its format changed since it was analysed. Click to run again.',
    values: [],
  },
  'changed-on-disk': {
    pattern: 'The file changed on disk since it was analysed. Click to run again.',
    values: [],
  },
};

function countsText(log: NonNullable<StatusInput['log']>): readonly Sentence[] {
  return [findingsText(log), counted(log.report.overview.templates, '1 template', '{0} templates')];
}

function findingsText({ report, findings, showsStrangest }: NonNullable<StatusInput['log']>): Sentence {
  if (showsStrangest) return { pattern: '{0} strangest lines', values: [findings.length] };
  if (report.verdict === 'unusual') return { pattern: 'whole log unusual', values: [] };
  if (findings.length === 0) return { pattern: 'no anomalies', values: [] };
  return counted(findings.length, '1 anomaly', '{0} anomalies');
}
