import type { ContrastWindow } from '../../engine/contrast/contrast';
import type { AnalysisWorkerApi } from '../../protocol/analysis';
import type { ViewLine } from '../../protocol/log-lines';
import type { Contrast, Headline, TimeWindow } from '../../protocol/log-shape';
import type { Handlers } from '../../protocol/rpc';
import type { FinishedAnalysis } from '../analyse-logs';
import { contrastLogs } from '../contrast-logs';
import type { ReadLogs } from '../merging/merged-text';
import { answerOf } from './time-answers';

type ContrastApi = Pick<AnalysisWorkerApi, 'contrast' | 'headlines'>;

const mostContrasts = 100;

/** What the worker answers of what is different in a part of logs that were read, and of what is to be known first of their analysis. Logs stand before baselines: a line of the view is one of the session. */
export function contrastAnswers(
  read: () => ReadLogs,
  analysed: () => FinishedAnalysis,
): Handlers<ContrastApi> {
  return {
    async contrast({ focus, against, limit, ...request }, signal): Promise<Contrast> {
      const asked = {
        ...request,
        focus: windowOf(focus),
        against: against === null ? null : windowOf(against),
        limit: Math.min(mostContrasts, limit),
      };
      const { contrasts, ...found } = await contrastLogs(read(), asked, signal);
      return { ...found, contrasts: contrasts.map((one) => ({ ...one, line: viewLine(one.line) })) };
    },
    async headlines(_, signal): Promise<readonly Headline[]> {
      const { session, analysis } = analysed();
      const headlines = await answerOf(session.contrasts.headlines(analysis), signal);
      return headlines.map(({ line, ...said }) => ({ ...said, line: line === null ? null : viewLine(line) }));
    },
  };
}

function windowOf({ from, until }: TimeWindow): ContrastWindow {
  return {
    from: from === null ? null : BigInt(from),
    until: until === null ? null : BigInt(until),
  };
}

function viewLine(line: number): ViewLine {
  return line as ViewLine;
}
