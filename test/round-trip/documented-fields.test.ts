import { describe, expect, it } from 'vitest';
import { datasetFormats } from '../../src/engine/dataset/formats/formats';
import { chineseInstructions } from '../../src/engine/dataset/instructions/chinese';
import { englishInstructions } from '../../src/engine/dataset/instructions/english';
import { sequenceOf } from '../engine/dataset/sample-sequences';

/** What is wrong with a line by what a service documents; null where nothing is. */
type Check = (line: Readonly<Record<string, unknown>>) => string | null;

interface Message {
  readonly [member: string]: unknown;
}

interface Chat {
  /** Members of a line, of a message, and values of who speaks. */
  readonly list: string;
  readonly speaker: string;
  readonly text: string;
  readonly asking: string;
  readonly answering: string;
  readonly first: readonly string[];
  /** Whether members that are not documented are refused. */
  readonly isStrict: boolean;
  /** Members that would make it another format, too. */
  readonly others: readonly string[];
}

/** A system message may come first; then who asks and who answers take turns, and the last one answers. */
const chat =
  ({ list, speaker, text, asking, answering, first, isStrict, others }: Chat): Check =>
  (line) => {
    const messages = line[list];
    if (!Array.isArray(messages) || messages.length < 2) return `${list} is no list of messages`;
    if (others.some((name) => name in line)) return 'two formats at once';
    if (isStrict && Object.keys(line).length > 1) return 'members nobody documents';
    const turns = first.includes(String((messages as Message[])[0][speaker])) ? messages.slice(1) : messages;
    for (const [at, message] of (messages as Message[]).entries()) {
      if (typeof message[text] !== 'string' || message[text] === '') return `message ${at} says nothing`;
      if (Object.keys(message).some((name) => name !== speaker && name !== text)) return 'unknown member';
    }
    const order = (turns as Message[]).map((message) => message[speaker]);
    const wanted = order.map((_, at) => (at % 2 === 0 ? asking : answering));
    if (order.join() !== wanted.join()) return `roles do not alternate: ${order.join()}`;
    return order.at(-1) === answering ? null : 'nobody answers';
  };

const messages = {
  ...{ list: 'messages', speaker: 'role', text: 'content' },
  ...{ asking: 'user', answering: 'assistant', first: ['system'], isStrict: false, others: [] },
};
const conversations = {
  ...{ list: 'conversations', speaker: 'from', text: 'value' },
  ...{ asking: 'human', answering: 'gpt', first: ['system'], isStrict: false, others: [] },
};

/** Facts of the documentation named, as it was in 2026, in our words. */
const documented: Readonly<Record<string, Readonly<Record<string, Check>>>> = {
  openai: {
    // https://platform.openai.com/docs/api-reference (FineTuneChatRequestInput): `messages`, `tools`, `functions`; no others.
    'OpenAI fine-tuning': chat({ ...messages, isStrict: true }),
    // https://docs.together.ai/docs/fine-tuning/data-preparation: begins with system or user, then user and assistant alternate; a
    // line that fits another of their formats as well is refused.
    'Together AI': chat({ ...messages, others: ['text', 'prompt', 'completion'] }),
    // https://docs.mistral.ai/capabilities/finetuning/text_finetuning and mistral-finetune's README: user, assistant, system; the
    // assistant has the last word.
    Mistral: chat(messages),
    // https://github.com/axolotl-ai-cloud/axolotl docs/dataset-formats: `type: chat_template` with the default mapping.
    Axolotl: chat(messages),
    // https://github.com/hiyouga/LLaMA-Factory data/README.md: "openai format", tags role and content; those who ask stand at odd places.
    'LLaMA-Factory': chat(messages),
  },
  sharegpt: {
    // https://docs.unsloth.ai/basics/chat-templates: from and value, human and gpt, mapped or standardised.
    Unsloth: chat(conversations),
    // The same README: the default of `formatting: sharegpt`.
    'LLaMA-Factory': chat(conversations),
    // The same docs: `field_messages: conversations` with role mapped to from, content to value.
    Axolotl: chat(conversations),
  },
  alpaca: Object.fromEntries(
    ['Unsloth', 'LLaMA-Factory', 'Axolotl'].map((name): [string, Check] => [
      name,
      ({ instruction, input, output }) =>
        [instruction, input, output].every((text) => typeof text === 'string') &&
        instruction !== '' &&
        output !== ''
          ? null
          : 'instruction, input and output are texts, of which input may be empty',
    ]),
  ),
};

const sequences = [
  sequenceOf(['said "no"\nat row 3', '支付超时 🚚'], { id: 'a', label: 'anomalous', category: 'network' }),
  sequenceOf(['all is well', ' '], { id: 'b', reasons: [] }),
  sequenceOf([''], { id: 'c', label: 'anomalous', reasons: ['It says nothing.'] }),
];

function linesOf(name: string): Readonly<Record<string, unknown>>[] {
  const format = datasetFormats.find((one) => one.name === name);
  return [englishInstructions, chineseInstructions].flatMap((instructions) => {
    const writer = format?.writer({ instructions, templates: [] });
    return sequences.map((sequence) => JSON.parse(writer?.write(sequence) ?? ''));
  });
}

describe.each(Object.entries(documented))('%s is what services document', (format, services) => {
  it.each(Object.entries(services))('%s', (_, check) => {
    expect(linesOf(format).map(check)).toEqual(linesOf(format).map(() => null));
  });
});

describe('these checks see', () => {
  const [line] = linesOf('openai') as { messages: Message[] }[];
  const { messages: said } = line;
  it.each([
    ['another member', { ...line, drafted_by: 'm' }],
    ['no answer', { messages: said.slice(0, -1) }],
    ['two questions', { messages: [...said.slice(0, 2), ...said.slice(1)] }],
    ['an empty text', { messages: [...said.slice(0, 2), { role: 'assistant', content: '' }] }],
    ['another role', { messages: [...said.slice(0, 2), { role: 'gpt', content: 'Normal.' }] }],
  ])('%s', (_, wrong) => {
    expect(documented.openai['OpenAI fine-tuning'](wrong)).not.toBeNull();
  });
});
