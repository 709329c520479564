import type * as vscode from 'vscode';
import { canonicalJson } from '../../node/store/canonical-json';
import { correctionsOf } from '../../node/store/formats';
import type { FormatRule } from '../../protocol/understanding';
import type { AnalysedLogs } from '../shared/analysed-logs';
import type { AnalysedLog } from '../shared/analyses';
import type { LogCorrections } from '../shared/log-corrections';

/**
 * What was shown of one log is about those named like it too, and a pull can bring what others showed: results by other
 * corrections say that they are old. A large log is not read again unasked.
 */
export function watchFormats(analyses: AnalysedLogs, corrections: LogCorrections): vscode.Disposable {
  return corrections.onDidChange(() => {
    for (const log of analyses.all()) void check(log, analyses, corrections);
  });
}

async function check(log: AnalysedLog, analyses: AnalysedLogs, corrections: LogCorrections): Promise<void> {
  const { formats } = await corrections.of(log.uri);
  if (isSame(log, formats)) return;
  // A run that goes on was told of the corrections itself.
  const isLatest = analyses.get(log.uri)?.report === log.report && !analyses.isRunning(log.uri);
  if (isLatest) analyses.edited(log.uri, 'corrected', []);
}

function isSame({ report, scope }: AnalysedLog, rules: readonly FormatRule[]): boolean {
  const { path } = report.sources[0];
  const applied = correctionsOf(path, scope.formatRules ?? []);
  return canonicalJson({ all: applied }) === canonicalJson({ all: correctionsOf(path, rules) });
}
