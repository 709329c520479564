import * as vscode from 'vscode';
import type { AnalyseRequest } from '../../protocol/analysis';
import type { AnalysedLogs } from '../shared/analysed-logs';
import type { AnalysedLog, AnalysisScope } from '../shared/analyses';
import { diskChange, fileState } from '../shared/disk-change';
import type { LogCorrections } from '../shared/log-corrections';
import type { LogFiles } from '../shared/log-files';
import { logName } from '../shared/log-name';
import { showInLastingTab } from '../shared/log-target';
import type { Output } from '../shared/output';
import { readLog, readSingleLog } from '../shared/read-log';
import { withReadingProgress } from '../shared/reading-progress';
import { tellRuleProblems } from '../shared/rule-problems';
import type { Settings } from '../shared/settings';
import { TextChangedError } from '../shared/text-pieces';
import { tellFailure } from './failures';
import { tellVerdict } from './verdict-messages';

export const wholeLog: AnalysisScope = { baselines: [], from: null, until: null };

/** How often a text that is typed in while it is read is read again from its beginning. */
const maxReads = 5;

export interface DetectionParts {
  readonly analyses: AnalysedLogs;
  /** What was corrected of the log holds in every run. */
  readonly corrections: LogCorrections;
  readonly settings: Settings;
  readonly output: Output;
  /** Which files a log of several is. */
  readonly files: LogFiles;
}

/** Analyses with progress, then tells the verdict. Undefined when cancelled or failed, which is told too. */
export async function runDetection(
  uri: vscode.Uri,
  scope: AnalysisScope,
  { analyses, corrections, settings, output, files }: DetectionParts,
): Promise<AnalysedLog | undefined> {
  try {
    await showInLastingTab(uri);
    const { sensitivity } = settings.current;
    const told = { ...scope, ...(await corrections.forRun(uri)), sensitivity };
    const log = (await readOn(uri, told, analyses)) ?? (await readAll(uri, told, { analyses, files }));
    void tellVerdict(log);
    void tellRuleProblems(log.report.ruleProblems);
    return log;
  } catch (error) {
    if (!(error instanceof vscode.CancellationError)) void tellFailure(error, uri, output);
    return undefined;
  }
}

type Scope = Omit<AnalyseRequest, 'input'>;

/** Undefined where more than what was appended has to be read. */
async function readOn(
  uri: vscode.Uri,
  scope: Scope,
  analyses: AnalysedLogs,
): Promise<AnalysedLog | undefined> {
  if (!(await hasOnlyGrown(analyses.get(uri)))) return undefined;
  const { input, text } = await readSingleLog(uri);
  const request = { ...scope, input };
  if (!analyses.canReadOn(uri, request)) return undefined;
  const title = vscode.l10n.t('Reading what was appended to {0}', logName(uri));
  return withReadingProgress(title, (cancellation, onProgress) =>
    analyses.readOn(uri, { request, text, cancellation, onProgress }),
  );
}

/** As the disk says now: that it grew may not have been noticed yet. */
async function hasOnlyGrown(log: AnalysedLog | undefined): Promise<boolean> {
  const file = log?.report.file;
  if (!log || !file || log.uri.scheme !== 'file') return false;
  return diskChange(file, await fileState(log.uri.fsPath)) === 'grown';
}

function readAll(
  uri: vscode.Uri,
  scope: Scope,
  { analyses, files }: Pick<DetectionParts, 'analyses' | 'files'>,
): Thenable<AnalysedLog> {
  const title = vscode.l10n.t('Analysing {0}', logName(uri));
  return withReadingProgress(title, async (cancellation, onProgress) => {
    for (let reads = 1; ; reads++) {
      const { input, text } = await readLog(uri, files);
      try {
        return await analyses.run(uri, { request: { ...scope, input }, text, cancellation, onProgress });
      } catch (error) {
        if (!(error instanceof TextChangedError) || reads === maxReads) throw error;
      }
    }
  });
}
