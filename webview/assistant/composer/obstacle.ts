import { type AssistantState, longestQuestion } from '../../../src/protocol/assistant';
import { tell } from '../../shared/tell';
import { commandOf } from './slash';

/** Why nothing can be asked, or not what is in the field, with its cure; null where it can. */
export function obstacle(
  { problem, model, commands }: Pick<AssistantState, 'problem' | 'model' | 'commands'>,
  question: string,
): string | null {
  if (problem !== null) return problem;
  if (model.kind === 'none' && commandOf(question, commands)?.needsModel !== false) return noModel(commands);
  if (question.length <= longestQuestion) return null;
  return tell(
    'A question may have {0} characters, and this one has {1}: shorten it, or add lines as context.',
    longestQuestion,
    question.length,
  );
}

function noModel(commands: AssistantState['commands']): string {
  const free = commands.filter(({ needsModel }) => !needsModel).map(({ name }) => `/${name}`);
  return tell('No model is chosen yet: choose who answers first. These need none: {0}', free.join(' '));
}
