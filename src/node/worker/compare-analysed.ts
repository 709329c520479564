import type { AnalyseRequest, ComparisonReport, FilesInput } from '../../protocol/analysis';
import type { AnalysisTask, FinishedAnalysis } from '../analyse-logs';
import { refuseBaselineFiles } from '../baselines/good-paths';
import { openJoined } from '../files/joined-log';
import { openLogFile } from '../files/log-file';
import type { ReadableLog } from '../files/readable-log';
import { compareOpened } from './compare-opened';

type Means = Pick<AnalysisTask, 'segments' | 'signal'>;

/** Holds a log that was analysed against a good one; each of one file or several, whose lines count through all. Throws InputError. */
export async function compareAnalysed(
  { sources }: FinishedAnalysis,
  { input, templateCorrections = [], formatRules = [] }: AnalyseRequest,
  good: readonly string[],
  means: Means,
): Promise<ComparisonReport> {
  const opened: ReadableLog[] = [];
  try {
    await refuseBaselineFiles(good);
    // Files are opened anew: what was analysed can be streamed once only.
    if (input.kind !== 'text') opened.push(await openAsOne(input.kind === 'files' ? input.files : [input]));
    opened.push(await openAsOne(good.map((path) => ({ path, encoding: undefined }))));
    const logs = input.kind === 'text' ? [sources[0], ...opened] : opened;
    const asked = { input, good: { kind: 'files', paths: good }, templateCorrections, formatRules } as const;
    return await compareOpened(logs, asked, means);
  } finally {
    for (const log of opened) await log.close();
  }
}

/** One file is read as it is: what it lacks to be a log is said then. */
function openAsOne(files: FilesInput['files']): Promise<ReadableLog> {
  const [{ path, encoding }] = files;
  return files.length === 1 ? openLogFile(path, { encoding }) : openJoined(files);
}
