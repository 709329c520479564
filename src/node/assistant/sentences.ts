import type { Sentence } from '../../engine/model/finding';

/** What a reader is told of how an answer came about; each ends in its cure where there is one. */
export const noTools: Sentence = {
  pattern:
    'This model cannot use tools: it answers from the evidence alone. Choose one that can for it to look further.',
  values: [],
};

export const emptyAnswer: Sentence = {
  pattern: 'The model gave an empty answer. Ask again, or choose another model.',
  values: [],
};

export const noReport: Sentence = {
  pattern:
    'The model gave no report in the form that was asked for, so its answer is shown as text. Ask again, or choose another model.',
  values: [],
};

export const tooLongAnswer: Sentence = {
  pattern:
    'The answer ends here because it is as long as an answer may be. Raise oddline.assistant.maxAnswerTokens, or ask for less.',
  values: [],
};

export const filteredAnswer: Sentence = {
  pattern:
    'The model’s server held the rest of the answer back by its content filter. Ask in other words, or choose another model.',
  values: [],
};

export function noRoomForTools(contextTokens: number): Sentence {
  return {
    pattern:
      'A context of {0} tokens leaves no room for tools: the model answers from the evidence alone. Raise oddline.assistant.contextTokens, or choose a model with a larger context.',
    values: [contextTokens],
  };
}

export function noRoomForQuestion(contextTokens: number): Sentence {
  return {
    pattern:
      'The question alone does not fit into the {0} tokens the model can take. Shorten it, attach less, or choose a model with a larger context.',
    values: [contextTokens],
  };
}

export function smallerEvidence(before: number, after: number): Sentence {
  return {
    pattern:
      'The question was too long for the model: its evidence was made smaller, from {0} to {1} tokens.',
    values: [before, after],
  };
}

export function smallerPrompt(before: number, after: number): Sentence {
  return {
    pattern: 'The question was too long for the model: it was made smaller, from {0} to {1} tokens.',
    values: [before, after],
  };
}

export function cutAttachment(title: string, kept: number, whole: number): Sentence {
  return {
    pattern:
      'Of “{0}” only the first {1} of {2} tokens went along. Attach less, or raise oddline.assistant.contextTokens.',
    values: [title, kept, whole],
  };
}

export function leftOutTurns(count: number): Sentence {
  return {
    pattern:
      'The first {0} questions of this conversation no longer fit and were left out. Begin a new conversation, or raise oddline.assistant.contextTokens.',
    values: [count],
  };
}
