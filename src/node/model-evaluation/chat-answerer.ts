import { categoryIn } from '../../engine/evaluate/classification/answer-category';
import { verdictIn } from '../../engine/evaluate/classification/answer-verdict';
import { InputError } from '../../protocol/input-error';
import { isFatalFailure, isModelError } from '../assistant/model-failure';
import { answerOf } from '../llm/answer-of';
import type { ChatMessage, ChatModel } from '../llm/chat-model';
import type { PrivacyShield } from '../privacy/shield';
import { untilAllAnswered } from '../until-all-answered';
import type { Answerer, ModelAnswer } from './answerer';
import type { AskedMessage, EvaluationExample } from './evaluation-example';

export interface ChatAnswererParts {
  readonly model: ChatModel;
  /** One an example, so that what is sent of it does not depend on the others; null hides nothing. */
  readonly shield: (() => Pick<PrivacyShield, 'redact'>) | null;
  /** What answers may name. */
  readonly categories: readonly string[];
}

/** The same question gets the same answer, as far as a server allows. */
const temperature = 0;
/** A verdict with its reasons, and what a model thinks before it. */
const maxAnswerTokens = 2_000;
/** Enough to keep a server busy, and few enough for one that runs on a desk. */
const width = 4;
/** So many in a row without an answer: the others get none, either. */
const mostInARow = 8;
const failed: ModelAnswer = { verdict: null, category: null, hasFailed: true, tokens: null };

/** A model that is asked as it was trained: what stands before the answer of an example, and no more. */
export function chatAnswerer(parts: ChatAnswererParts): Answerer {
  const { model, shield } = parts;
  return {
    name: model.name,
    destination: model.destination,
    redacted: shield !== null,
    async answersTo(examples, signal, onAnswered) {
      const answers = new Array<ModelAnswer>(examples.length).fill(failed);
      let inARow = 0;
      const failure = (error: unknown) => {
        if (!isModelError(error)) throw error;
        if (isFatalFailure(error) || ++inARow >= mostInARow)
          throw new InputError({ code: 'no-model-answer', sentence: error.sentence });
        return failed;
      };
      await untilAllAnswered(examples, width, async (example, index) => {
        signal.throwIfAborted();
        answers[index] = await asked(example, parts, signal).catch(failure);
        if (!answers[index].hasFailed) inARow = 0;
        onAnswered();
      });
      signal.throwIfAborted();
      return answers;
    },
  };
}

async function asked(
  { asked: messages, verdicts }: EvaluationExample,
  { model, shield, categories }: ChatAnswererParts,
  signal: AbortSignal,
): Promise<ModelAnswer> {
  const hidden = await hiddenMessages(messages, shield, signal);
  const request = { messages: hidden, tools: [], temperature, maxAnswerTokens };
  const { text, usage } = await answerOf(model, request, signal);
  return {
    verdict: verdictIn(text, verdicts),
    category: categoryIn(text, categories),
    hasFailed: false,
    tokens: usage,
  };
}

async function hiddenMessages(
  messages: readonly AskedMessage[],
  shield: ChatAnswererParts['shield'],
  signal: AbortSignal,
): Promise<ChatMessage[]> {
  const one = shield?.();
  const hidden: ChatMessage[] = [];
  for (const { role, content } of messages) {
    const text = one === undefined ? content : await one.redact(content, signal);
    hidden.push(role === 'assistant' ? { role, content: text, toolCalls: [] } : { role, content: text });
  }
  return hidden;
}
