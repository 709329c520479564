import type { AnalysisProgress, AnalysisWorkerApi } from '../../protocol/analysis';
import type { Gap, MergeOrder } from '../../protocol/line-facts';
import type { ViewLine } from '../../protocol/log-lines';
import type { Handlers } from '../../protocol/rpc';
import { mergedText, type ReadLogs } from '../merging/merged-text';
import { writeMerged } from '../merging/write-merged';
import { pause } from '../pause';
import { ProgressMeter } from '../progress-meter';

type TimeApi = Pick<AnalysisWorkerApi, 'mergeOrder' | 'longestGaps' | 'lineOfTime' | 'exportMerged'>;

/** What the worker answers of the times of logs that were read. Logs stand before baselines: a line of the view is one of the session. */
export function timeAnswers(
  read: () => ReadLogs,
  onProgress: (snapshot: AnalysisProgress) => void,
): Handlers<TimeApi> {
  const lines = () => read().session.lines;
  return {
    async mergeOrder({ clockOffsets }, signal): Promise<MergeOrder> {
      const { order, untimed } = await answerOf(lines().mergeOrder(clockOffsets), signal);
      return { order: order.buffer, untimed };
    },
    async longestGaps({ limit, clockOffsets }, signal): Promise<readonly Gap[]> {
      const gaps = await answerOf(lines().longestGaps(limit, clockOffsets), signal);
      return gaps.map((gap) => ({ ...gap, before: viewLine(gap.before), after: viewLine(gap.after) }));
    },
    lineOfTime({ nanoseconds, clockOffsets }) {
      const line = lines().lineOfTime(BigInt(nanoseconds), clockOffsets);
      return line === undefined ? null : viewLine(line);
    },
    async exportMerged({ path, names, clockOffsets }, signal) {
      const logs = read();
      const { sources, session } = logs;
      const meter = new ProgressMeter(sources, session, onProgress);
      const onRecords = (records: number) => meter.scored(records / session.lines.recordCount);
      await writeMerged(path, mergedText(logs, names, { clockOffsets, signal, onRecords }), sources);
    },
  };
}

/** Steps to the end, with a look at the signal in between. */
export async function answerOf<Answer>(
  steps: Generator<number, Answer>,
  signal: AbortSignal,
): Promise<Answer> {
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    await pause(signal);
  }
}

function viewLine(line: number): ViewLine {
  return line as ViewLine;
}
