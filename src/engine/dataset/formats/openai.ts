import type { JsonFormat } from './format';
import { messageOf, promptWriter } from './line-writer';
import { readTurns, type TurnNames } from './turns';

/** Roles and members as OpenAI's API reference has them for fine-tuning (FineTuneChatRequestInput). */
const names: TurnNames = {
  list: 'messages',
  speaker: 'role',
  text: 'content',
  speakers: ['system', 'developer', 'user', 'assistant', 'tool', 'function'],
  answering: ['assistant'],
};

/** No mark of drafts: services that take this format document no member beside those it has. The data card counts them. */
export const openai: JsonFormat = {
  name: 'openai',
  ending: 'jsonl',
  holds: 'sequences',
  hasOutputs: true,
  summary: { pattern: 'chat messages, as OpenAI fine-tuning and ChatML templates take them', values: [] },
  members: ['messages'],
  writer: (settings) =>
    promptWriter(settings, ({ system, output, ...asked }) => ({
      messages: [
        ...(system === '' ? [] : [{ role: 'system', content: system }]),
        { role: 'user', content: messageOf(asked) },
        { role: 'assistant', content: output },
      ],
    })),
  read: ({ messages }, line, verdicts) => readTurns(messages, line, { ...names, verdicts }),
};
