import type { TimeBins } from '../../engine/shape/time-bins';
import type { TimeWindow } from '../../engine/shape/time-window';
import type { AnalysisWorkerApi } from '../../protocol/analysis';
import type { WindowRequest, TimeBins as WrittenBins } from '../../protocol/log-shape';
import type { Handlers } from '../../protocol/rpc';
import type { FinishedAnalysis } from '../analyse-logs';
import type { ReadLogs } from '../merging/merged-text';
import { answerOf } from './time-answers';

type ShapeApi = Pick<
  AnalysisWorkerApi,
  'timeline' | 'templateCounts' | 'templateSeries' | 'componentsOfLines' | 'scores'
>;

/** What the worker answers of the shape of logs that were read; of their scores where they were analysed. Logs stand before baselines: a line of the view is one of the session. */
export function shapeAnswers(
  read: () => ReadLogs,
  analysed: () => Pick<FinishedAnalysis, 'session'>,
): Handlers<ShapeApi> {
  const shape = () => read().session.shape;
  return {
    async timeline(request, signal) {
      const found = await answerOf(shape().timeline(timeWindow(request), request.bins), signal);
      if (found === undefined) return null;
      const { first, last, bins, silences } = found;
      return {
        ...found,
        first: String(first),
        last: String(last),
        bins: writtenBins(bins),
        silences: silences.map(({ from, until }) => ({ from: String(from), until: String(until) })),
      };
    },
    templateCounts: (request, signal) => answerOf(shape().templateCounts(timeWindow(request)), signal),
    async templateSeries(request, signal) {
      const { templates, bins: most } = request;
      const { bins, counts } = await answerOf(
        shape().templateSeries(templates, timeWindow(request), most),
        signal,
      );
      return { bins: bins === undefined ? null : writtenBins(bins), counts };
    },
    componentsOfLines: (lines) => shape().componentsOfLines(lines),
    scores: (request, signal) => answerOf(analysed().session.shape.scores(timeWindow(request)), signal),
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
