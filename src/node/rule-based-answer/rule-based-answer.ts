import type { SlashCommand } from '../../protocol/assistant';
import type { AnswerBlock } from './answer-block';
import { nextAnswer } from './next-steps';
import type { RuleBasedInput } from './rule-based-input';
import { security } from './security';
import { summary } from './summary';
import { timeline } from './timeline';

/** What can be answered with no model at all. */
export type RuleBasedCommand = Extract<SlashCommand, 'summary' | 'timeline' | 'next' | 'security'>;

const answers: Readonly<Record<RuleBasedCommand, (input: RuleBasedInput) => readonly AnswerBlock[]>> = {
  summary,
  timeline,
  next: nextAnswer,
  security,
};

export function isRuleBased(command: SlashCommand | null): command is RuleBasedCommand {
  return command !== null && command in answers;
}

/** `answerText` makes Markdown of it in the reader's language. */
export function ruleBasedAnswer(command: RuleBasedCommand, input: RuleBasedInput): readonly AnswerBlock[] {
  return answers[command](input);
}
