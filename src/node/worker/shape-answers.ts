import type { TimeBins } from '../../engine/shape/time-bins';
import type { TimeWindow } from '../../engine/shape/time-window';
import type { AnalysisWorkerApi } from '../../protocol/analysis';
import type { WindowRequest, TimeBins as WrittenBins } from '../../protocol/log-shape';
import type { Handlers } from '../../protocol/rpc';
import type { FinishedAnalysis } from '../analyse-logs';
import type { ReadLogs } from '../merging/merged-text';
import { steadyAnswer } from './steady-answer';

type ShapeApi = Pick<
  AnalysisWorkerApi,
  'timeline' | 'templateCounts' | 'templateSeries' | 'componentsOfLines' | 'scores'
>;

/** What the worker answers of the shape of logs that were read; of their scores where they were analysed. Logs stand before baselines: a line of the view is one of the session. */
export function shapeAnswers(
  read: () => Pick<ReadLogs, 'session'>,
  analysed: () => Promise<Pick<FinishedAnalysis, 'session'>>,
): Handlers<ShapeApi> {
  return {
    async timeline(request, signal) {
      const { session } = read();
      const ask = () => session.shape.timeline(timeWindow(request), request.bins);
      const found = await steadyAnswer(session, ask, signal);
      if (found === undefined) return null;
      return {
        ...found,
        first: String(found.first),
        last: String(found.last),
        bins: writtenBins(found.bins),
        silences: found.silences.map(({ from, until }) => ({ from: String(from), until: String(until) })),
      };
    },
    templateCounts(request, signal) {
      const { session } = read();
      return steadyAnswer(session, () => session.shape.templateCounts(timeWindow(request)), signal);
    },
    async templateSeries(request, signal) {
      const { session } = read();
      const ask = () => session.shape.templateSeries(request.templates, timeWindow(request), request.bins);
      const { bins, counts } = await steadyAnswer(session, ask, signal);
      return { bins: bins === undefined ? null : writtenBins(bins), counts };
    },
    componentsOfLines: (lines) => read().session.shape.componentsOfLines(lines),
    async scores(request, signal) {
      const { session } = await analysed();
      signal.throwIfAborted();
      return steadyAnswer(session, () => session.shape.scores(timeWindow(request)), signal);
    },
  };
}

export function timeWindow({ from, until, clockOffsets = [] }: WindowRequest): TimeWindow {
  return { from: nanoseconds(from), until: nanoseconds(until), clockOffsets };
}

export function writtenBins({ from, width, count }: TimeBins): WrittenBins {
  return { from: String(from), width: String(width), count };
}

function nanoseconds(decimal: string | null): bigint | null {
  return decimal === null ? null : BigInt(decimal);
}
