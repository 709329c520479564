import type { Exercise, ExerciseLanguage } from '../../engine/dataset/generator/exercises/exercise';
import type { GivenAnswer } from '../../engine/evaluate/answers/answer-score';
import type { Sentence } from '../../engine/model/finding';
import { investigate } from '../assistant/investigate';
import type {
  AssistantLog,
  HostTools,
  Inquiry,
  InvestigationEvent,
  InvestigationParts,
} from '../assistant/investigation';
import { isFatalFailure, isModelError } from '../assistant/model-failure';
import type { AnswerEffort, Answered } from './answered-exercise';

/** All but the log, which each exercise brings. */
export type AskingParts = Pick<InvestigationParts, 'model' | 'limits' | 'now' | 'tell'> & {
  /** One an exercise, as each conversation has its own. */
  readonly shield: () => InvestigationParts['shield'];
};

/** What the panel promises to answer. */
const questions: Readonly<Record<ExerciseLanguage, string>> = {
  en: 'What broke, since when, why, and what should be looked at next?',
  zh: '出了什么问题？从什么时候开始？原因是什么？接下来应检查什么？',
};

/** Asks one question as the panel asks it. Rejects with ModelError where no question would be answered, and with the signal's reason. */
export async function askModel(
  exercise: Exercise,
  log: AssistantLog,
  { shield, ...parts }: AskingParts,
  signal: AbortSignal,
): Promise<Answered> {
  const investigation = { ...parts, log, documents: [], tools: noTools, shield: shield() };
  const heard = new HeardAnswer();
  const startedAt = parts.now();
  let failure: Sentence | null = null;
  try {
    for await (const event of investigate(inquiryOf(exercise), investigation, signal)) heard.hear(event);
  } catch (error) {
    if (!isModelError(error) || isFatalFailure(error)) throw error;
    failure = error.sentence;
  }
  const seconds = parts.now() - startedAt;
  return { answer: heard.answer, effort: { ...heard.effort, seconds }, failure: failure ?? heard.cut };
}

function inquiryOf({ name, language }: Exercise): Inquiry {
  return {
    question: questions[language],
    command: null,
    language: language === 'zh' ? 'zh-cn' : 'en',
    logName: `${name}.log`,
    files: [],
    earlier: [],
    context: [],
    evidence: { focus: null },
    resume: undefined,
  };
}

/** What is left of the events of an answer that has ended. */
class HeardAnswer {
  answer: GivenAnswer = { text: '', citations: [], struck: 0 };
  effort: Omit<AnswerEffort, 'seconds'> = { promptTokens: 0, answerTokens: 0, isEstimate: false, steps: 0 };
  cut: Sentence | null = null;
  private lastWarning: Sentence | null = null;

  hear(event: InvestigationEvent): void {
    if (event.kind === 'checked') this.answer = event;
    else if (event.kind === 'usage') this.effort = { ...this.effort, ...usageOf(event) };
    else if (event.kind === 'step' && event.state === 'running')
      this.effort = { ...this.effort, steps: this.effort.steps + 1 };
    else if (event.kind === 'notice' && event.severity === 'warning') this.lastWarning = event.sentence;
    else if (event.kind === 'end' && event.reason !== 'done') this.cut = this.lastWarning;
  }
}

const usageOf = ({
  promptTokens,
  answerTokens,
  isEstimate,
}: Extract<InvestigationEvent, { kind: 'usage' }>) => ({
  ...{ promptTokens, answerTokens, isEstimate },
});

/** An exercise is one log, and nothing is attached to it. */
const noTools: HostTools = {
  goodLogs: () => new Map(),
  sources: () => [],
  querySource: async () => ({ text: 'There are no sources.', document: null }),
};
