import type * as vscode from 'vscode';
import type { TemplateSummary } from '../../src/engine/model/analysis';
import type { LineNumber, SourceIndex, TemplateId } from '../../src/engine/model/units';
import type { AnalysedLog } from '../../src/extension/shared/analyses';
import type { AnalysisReport, ReportedFinding } from '../../src/protocol/analysis';
import { labelsOf } from './reported-labels';

/** A finding on line `line`; its id is the line unless given. */
export function finding(line: number, more: Partial<ReportedFinding> = {}): ReportedFinding {
  return {
    id: `${line}`,
    formerIds: [],
    source: 0 as SourceIndex,
    line: line as LineNumber,
    endLine: line as LineNumber,
    time: null,
    level: 'error',
    severity: 'low',
    score: 0.5,
    templateId: 0 as TemplateId,
    repeats: { count: 1, source: 0 as SourceIndex, line: line as LineNumber, time: null },
    category: null,
    hint: null,
    reasons: [],
    excerpt: `line ${line}`,
    ...more,
  };
}

export function template(id: number, more: Partial<TemplateSummary> = {}): TemplateSummary {
  return {
    id: id as TemplateId,
    pattern: `pattern ${id}`,
    pieces: ['pattern', ` ${id}`],
    parameters: [],
    count: 1,
    level: 'info',
    source: 0 as SourceIndex,
    firstLine: 1 as LineNumber,
    lastSource: 0 as SourceIndex,
    lastLine: 1 as LineNumber,
    firstTime: null,
    lastTime: null,
    rarity: 0,
    ...more,
  };
}

type Overview = AnalysisReport['overview'];

/** A log of 100 records with the given findings. */
export function analysedLog(
  findings: readonly ReportedFinding[],
  more: Partial<AnalysedLog> = {},
  report: Partial<AnalysisReport> = {},
  overview: Partial<Overview> = {},
): AnalysedLog {
  const { firstTime = null, lastTime = null } = overview;
  return {
    uri: { toString: () => 'file:///logs/app.log', path: '/logs/app.log' } as vscode.Uri,
    report: reportOf(findings, report, overview),
    scope: { baselines: [], from: null, until: null },
    templateCorrections: [],
    labels: [],
    weights: null,
    sensitivity: 'normal',
    findings,
    hidden: 0,
    incidents: [],
    showsStrangest: false,
    painted: true,
    stale: undefined,
    extent: { firstTime, lastTime, zone: 'written' },
    lineNow: (line) => line,
    ...more,
  };
}

function reportOf(
  findings: readonly ReportedFinding[],
  more: Partial<AnalysisReport>,
  overview: Partial<Overview>,
): AnalysisReport {
  return {
    verdict: 'findings',
    threshold: 0.5,
    overview: {
      lines: 100,
      records: 100,
      bytes: 5000,
      templates: 4,
      timed: 100,
      firstTime: null,
      lastTime: null,
      errors: 0,
      judged: { records: 100, errors: 0, warnings: 0 },
      markedLines: findings.length,
      detectors: ['rarity', 'level'],
      notJudged: [],
      ...overview,
    },
    aliases: [],
    drift: null,
    sources: [
      {
        path: '/logs/app.log',
        role: 'log',
        lines: 100,
        records: 100,
        bytes: 5000,
        format: 'time-level',
        encoding: 'utf8',
        timed: 100,
        unfit: 0,
        zone: 'UTC',
        notes: [],
        contentKey: '00112233aabbccdd',
      },
    ],
    templates: [template(0)],
    corrections: [],
    ruleProblems: [],
    labels: labelsOf([]),
    incidents: [],
    findings,
    findingCounts: { low: 0, medium: 0, high: findings.length, critical: 0 },
    strangest: findings,
    seconds: 1,
    file: null,
    ...more,
  };
}
