import type { HiddenValue } from '../../engine/redact/secret';
import type { Turn } from '../../protocol/assistant';

/** A conversation about one log as it is kept, all words in the language they were shown in. */
export interface StoredConversation {
  /** Letters, digits and hyphens, at most 64. */
  readonly id: string;
  readonly title: string;
  /** The log's, as it was called. */
  readonly logName: string;
  /** ISO 8601, UTC. */
  readonly changed: string;
  readonly turns: readonly StoredTurn[];
}

export interface StoredTurn extends Turn {
  /** All the model answered, restored, without marks: what it is shown again, and goes on behind. */
  readonly said: string;
  /**
   * What was hidden from the model and stands in it: it is hidden again when the turn is told to one. Null where nothing was hidden from the
   * model: nobody knows what in it would have been.
   */
  readonly hidden: readonly HiddenValue[] | null;
}

export const conversationVersion = 1;

/** What is kept of a conversation at most, so that a folder of them never grows past what can be read in a moment. */
export const most = {
  idChars: 64,
  titleChars: 200,
  questionChars: 20_000,
  answerChars: 100_000,
  /** Of one step; what a tool answered can be asked again. */
  detailChars: 4_000,
  textChars: 4_000,
  turns: 100,
  steps: 100,
  entries: 1_000,
  fileBytes: 8 << 20,
} as const;

/** Of turns the last ones, of texts the beginning. */
export function boundedConversation(conversation: StoredConversation): StoredConversation {
  const { title, turns } = conversation;
  return {
    ...conversation,
    title: title.slice(0, most.titleChars),
    turns: turns.slice(-most.turns).map(boundedTurn),
  };
}

function boundedTurn(turn: StoredTurn): StoredTurn {
  const { context, steps, answer, notices } = turn;
  return {
    ...turn,
    question: turn.question.slice(0, most.questionChars),
    said: turn.said.slice(0, most.answerChars),
    hidden: turn.hidden === null ? null : boundedValues(turn.hidden),
    usage: turn.usage.slice(0, most.textChars),
    context: context.slice(0, most.entries),
    steps: steps.slice(-most.steps).map(({ title, detail, ...step }) => ({
      ...step,
      title: title.slice(0, most.textChars),
      detail: detail.slice(0, most.detailChars),
    })),
    answer: {
      ...answer,
      checked: answer.checked.slice(0, most.answerChars),
      rest: answer.rest.slice(0, most.answerChars),
      citations: answer.citations.slice(0, most.entries),
    },
    notices: notices.slice(-most.entries).map((notice) => ({
      ...notice,
      text: notice.text.slice(0, most.textChars),
    })),
  };
}

function boundedValues(values: readonly HiddenValue[]): readonly HiddenValue[] {
  return values
    .filter(({ kind, value }) => kind.length <= most.idChars && value.length <= most.textChars)
    .slice(0, most.entries);
}
