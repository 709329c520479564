import type { LogEvaluation } from '../../engine/evaluate/log-evaluation';
import type { LaneShape } from '../../engine/lanes/lane-shape';
import type { NumberSeries, ParameterShape } from '../../engine/parameter-series/parameter-series';
import type { AnalysisWorkerApi } from '../../protocol/analysis';
import type { ViewLine } from '../../protocol/log-lines';
import type { Lanes, ModelEvaluation, ParameterSeries } from '../../protocol/log-shape';
import type { Handlers } from '../../protocol/rpc';
import type { FinishedAnalysis } from '../analyse-logs';
import { evaluateAnalysis } from '../evaluate-log';
import { openTexts } from '../files/source-texts';
import type { ReadLogs } from '../merging/merged-text';
import { timeWindow, writtenBins } from './shape-answers';
import { steadyAnswer } from './steady-answer';

type LaneApi = Pick<AnalysisWorkerApi, 'lanes' | 'parameterSeries' | 'evaluate'>;

/** What the worker answers of lanes and values in logs that were read, and of how well their analysis found what is known. Logs stand before baselines: a line of the view is one of the session. */
export function laneAnswers(read: () => ReadLogs, analysed: () => FinishedAnalysis): Handlers<LaneApi> {
  return {
    async lanes({ by, findings, bins, limit, ...window }, signal) {
      const { session, sources } = read();
      const question = { findings, bins, limit, window: timeWindow(window) };
      const texts = await openTexts(sources);
      const ask = () =>
        by === 'component' ? session.lanes.byComponent(question) : session.lanes.bySession(question, texts);
      return writtenLanes(await steadyAnswer(session, ask, signal));
    },
    async parameterSeries({ template, parameter, bins, ...window }, signal) {
      const { session, sources } = read();
      const question = { template, parameter, bins, window: timeWindow(window) };
      const texts = await openTexts(sources);
      const ask = () => session.lanes.parameterSeries(question, texts);
      return writtenSeries(await steadyAnswer(session, ask, signal));
    },
    async evaluate({ labels }, signal): Promise<ModelEvaluation> {
      return writtenEvaluation(await evaluateAnalysis(analysed(), labels, signal));
    },
  };
}

export function writtenEvaluation({ detectors, curves, ...evaluation }: LogEvaluation): ModelEvaluation {
  return { ...evaluation, detectors: detectors.map((one, i) => ({ ...one, ...curves[i] })) };
}

function writtenLanes({ bins, lanes, ...shape }: LaneShape): Lanes {
  return {
    ...shape,
    bins: bins === undefined ? null : writtenBins(bins),
    lanes: lanes.map((lane) => ({
      ...lane,
      firstLine: viewLine(lane.firstLine),
      lastLine: viewLine(lane.lastLine),
    })),
  };
}

function writtenSeries({ numbers, top, ...shape }: ParameterShape): ParameterSeries {
  return {
    ...shape,
    numbers: numbers === undefined ? null : writtenNumbers(numbers),
    top: top.map(({ line, ...value }) => ({ ...value, line: viewLine(line) })),
  };
}

function writtenNumbers({ bins, ...numbers }: NumberSeries): ParameterSeries['numbers'] {
  return { ...numbers, bins: bins === undefined ? null : writtenBins(bins) };
}

function viewLine(line: number): ViewLine {
  return line as ViewLine;
}
