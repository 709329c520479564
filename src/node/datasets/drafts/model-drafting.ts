import { InputError } from '../../../protocol/input-error';
import { isFatalFailure, isModelError } from '../../assistant/model-failure';
import { type Answer, answerOf } from '../../llm/answer-of';
import type { ChatModel } from '../../llm/chat-model';
import type { Drafting, DraftPrompt } from './drafting';

/** Some variety is wanted: outputs that are all alike teach little. */
const temperature = 0.3;
/** Four sentences, and what a model thinks before them. */
const maxAnswerTokens = 2_000;
const width = 4;
/** So many records in a row without an answer: the others get none, either. */
const mostInARow = 8;

/** Outputs written by a model that can be talked to. What it is told is masked before (see `export-dataset.ts`). */
export function modelDrafting(model: ChatModel): Drafting {
  let inARow = 0;
  const failed = (error: unknown) => {
    if (!isModelError(error)) throw error;
    if (isFatalFailure(error) || ++inARow >= mostInARow)
      throw new InputError({ code: 'no-drafts', sentence: error.sentence });
    return null;
  };
  return {
    model: model.name,
    host: model.destination.host,
    ...{ temperature, width },
    async draft(prompt, signal) {
      const answer = await asked(model, prompt, signal).catch(failed);
      if (answer === null) return '';
      inARow = 0;
      return answer.isWhole ? answer.text : '';
    },
  };
}

function asked(model: ChatModel, { system, user }: DraftPrompt, signal: AbortSignal): Promise<Answer> {
  const messages = [
    { role: 'system', content: system },
    { role: 'user', content: user },
  ] as const;
  return answerOf(model, { messages, tools: [], temperature, maxAnswerTokens }, signal);
}
