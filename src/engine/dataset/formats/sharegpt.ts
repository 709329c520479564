import type { JsonFormat } from './format';
import { draftMark, messageOf, promptWriter } from './line-writer';
import { readTurns, type TurnNames } from './turns';

const names: TurnNames = {
  list: 'conversations',
  speaker: 'from',
  text: 'value',
  speakers: ['system', 'human', 'user', 'gpt', 'assistant', 'function_call', 'observation', 'tool'],
  answering: ['gpt', 'assistant', 'function_call'],
};

export const sharegpt: JsonFormat = {
  name: 'sharegpt',
  ending: 'jsonl',
  holds: 'sequences',
  hasOutputs: true,
  summary: { pattern: 'conversations of turns, as ShareGPT has them', values: [] },
  members: ['conversations'],
  writer: (settings) =>
    promptWriter(settings, ({ system, output, ...asked }, sequence) => ({
      conversations: [
        ...(system === '' ? [] : [{ from: 'system', value: system }]),
        { from: 'human', value: messageOf(asked) },
        { from: 'gpt', value: output },
      ],
      ...draftMark(sequence),
    })),
  read: ({ conversations }, line, verdicts) => readTurns(conversations, line, { ...names, verdicts }),
};
