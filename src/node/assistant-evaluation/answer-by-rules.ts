import type { Tell } from '../../protocol/overview';
import type { FinishedAnalysis } from '../analyse-logs';
import { answerText } from '../rule-based-answer/answer-text';
import { ruleBasedAnswer } from '../rule-based-answer/rule-based-answer';
import { reportOf } from '../worker/analysis-report';
import { contrastAnswers } from '../worker/contrast-answers';
import type { Answered } from './answered-exercise';

/** The summary a reader gets with no model at all, scored like a model's answer. Its lines are the analysis' own: none can be struck out. */
export async function answerByRules(
  analysed: FinishedAnalysis,
  tell: Tell,
  now: () => number,
  signal: AbortSignal,
): Promise<Answered> {
  const startedAt = now();
  const worker = contrastAnswers(
    () => analysed,
    () => analysed,
  );
  const headlines = await worker.headlines(undefined, signal);
  const report = await reportOf(analysed);
  const blocks = ruleBasedAnswer('summary', { report, headlines, comparison: null });
  const { checked, citations, struck } = answerText(blocks, tell);
  const effort = { promptTokens: 0, answerTokens: 0, isEstimate: false, steps: 0 };
  return {
    answer: { text: checked, citations, struck },
    effort: { ...effort, seconds: now() - startedAt },
    failure: null,
  };
}
