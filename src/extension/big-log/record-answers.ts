import type * as vscode from 'vscode';
import type { BigLogHostApi } from '../../protocol/big-log';
import type { Handlers } from '../../protocol/rpc';
import type { AnalysedLogs } from '../shared/analysed-logs';
import type { LogQuestions } from '../shared/analyses';
import { spanOf } from '../shared/ask-time-range';
import { parseTimeRange } from '../shared/time-range';
import { checkedLine, checkedLines, checkedText } from './checks';
import { reasonsOf } from './reasons';

type RecordAnswers = Pick<Handlers<BigLogHostApi>, 'factsOfLines' | 'details' | 'reasons' | 'lineOfTime'>;

/** What the view asks of the log's records: nothing where it was not analysed, or the worker that knew them has ended. */
export function recordAnswers(
  uri: vscode.Uri,
  analyses: AnalysedLogs,
  clockOffsets: () => readonly number[],
): RecordAnswers {
  const ask = async <Answer>(
    question: (log: LogQuestions) => Promise<Answer>,
    otherwise: Answer,
  ): Promise<Answer> => {
    if (!analyses.get(uri)) return otherwise;
    return question(analyses.ask(uri)).catch(() => otherwise);
  };
  return {
    factsOfLines: async (lines) => {
      const asked = checkedLines(lines);
      return ask(
        (log) => log.factsOfLines(asked),
        asked.map(() => null),
      );
    },
    details: (line) => ask((log) => log.detailsOfLine(checkedLine(line)), null),
    reasons: (line) => reasonsOf(analyses.get(uri), checkedLine(line)),
    lineOfTime: async (text) => {
      const nanoseconds = momentOf(checkedText(text), uri, analyses);
      if (nanoseconds === null) return null;
      return ask((log) => log.lineOfTime({ nanoseconds, clockOffsets: clockOffsets() }), null);
    },
  };
}

/** A day is only needed where the log has several; null for what is no time of it. */
function momentOf(text: string, uri: vscode.Uri, analyses: AnalysedLogs): string | null {
  const log = analyses.get(uri);
  const range = parseTimeRange(`from ${text.trim()}`, log && spanOf(log));
  return typeof range === 'object' ? range.from : null;
}
