import type * as vscode from 'vscode';
import type { LineNumber } from '../../engine/model/units';
import type { BigLogHostApi } from '../../protocol/big-log';
import type { ViewLine } from '../../protocol/log-lines';
import type { Handlers } from '../../protocol/rpc';
import { verdictsOfLines } from '../shared/line-labels';
import { checkedLine, checkedLines } from './checks';
import type { BigLogParts } from './parts';

type LabelAnswers = Pick<Handlers<BigLogHostApi>, 'verdictsOfLines' | 'labelOfLine'>;

/** What the view asks of labels: nothing where the log was not analysed, or the worker that knew it has ended. */
export function labelAnswers(
  uri: vscode.Uri,
  { analyses, labels }: Pick<BigLogParts, 'analyses' | 'labels'>,
): LabelAnswers {
  return {
    verdictsOfLines: (lines) => {
      const asked = checkedLines(lines).map(numberOf);
      const log = analyses.get(uri);
      return log ? verdictsOfLines(log, analyses.ask(uri), asked) : asked.map(() => null);
    },
    labelOfLine: async (line) => {
      const asked = numberOf(checkedLine(line));
      const log = analyses.get(uri);
      if (!log || log.lineNow(asked) !== asked) return null;
      const [given] = await analyses
        .ask(uri)
        .labelsOfLines({ lines: [asked] })
        .catch(() => []);
      return given === undefined || given === null ? null : (labels.wordsOf(log, given) ?? null);
    },
  };
}

/** Lines of labels count from 1, those of the view from 0. */
function numberOf(line: ViewLine): LineNumber {
  return (line + 1) as LineNumber;
}
