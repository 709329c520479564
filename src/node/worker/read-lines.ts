import type { SourceIndex } from '../../engine/model/units';
import type { ReadLinesReport, ReadLinesRequest } from '../../protocol/analysis';
import { type AnalysisTask, readThrough } from '../analyse-logs';
import { openLogFile } from '../files/log-file';
import type { ReadableLog } from '../files/readable-log';
import type { ReadLogs } from '../merging/merged-text';
import { correctionsOf } from '../store/formats';

type Means = Pick<AnalysisTask, 'segments' | 'signal' | 'onProgress'>;

/** Reads files without judging them; they stay open. Throws InputError, or the signal's reason. */
export async function readLines(
  { files, formatRules = [] }: ReadLinesRequest,
  means: Means,
): Promise<ReadLogs> {
  const logs: ReadableLog[] = [];
  try {
    for (const { path, ...options } of files) logs.push(await openLogFile(path, options));
    const formatCorrections = (path: string) => correctionsOf(path, formatRules);
    return await readThrough({ ...means, logs, formatCorrections });
  } catch (error) {
    for (const log of logs) await log.close();
    throw error;
  }
}

export function linesReport({ session, sources }: ReadLogs): ReadLinesReport {
  return {
    sources: sources.map(({ state }, source) => ({
      file: state,
      lines: session.linesOf(source as SourceIndex),
    })),
  };
}
