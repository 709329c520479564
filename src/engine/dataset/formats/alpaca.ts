import { verdictOf } from '../instructions/verdict';
import type { JsonFormat } from './format';
import { exampleAt, isText, wrongMember } from './json-members';
import { draftMark, promptWriter } from './line-writer';

/** https://github.com/tatsu-lab/stanford_alpaca and Unsloth's notebooks: three texts, of which `input` may be empty. */
export const alpaca: JsonFormat = {
  name: 'alpaca',
  ending: 'jsonl',
  holds: 'sequences',
  hasOutputs: true,
  summary: { pattern: 'instruction, input and output, as Alpaca and Unsloth take them', values: [] },
  members: ['instruction', 'output'],
  writer: (settings) =>
    promptWriter(settings, ({ instruction, input, output }, sequence) => ({
      ...{ instruction, input, output },
      ...draftMark(sequence),
    })),
  read({ instruction, input = '', output }, line, verdicts) {
    if (!isText(instruction)) return wrongMember(line, 'instruction', 'text');
    if (!isText(input)) return wrongMember(line, 'input', 'text');
    if (!isText(output)) return wrongMember(line, 'output', 'text');
    const said = input === '' ? { texts: [instruction] } : { context: [instruction], texts: [input] };
    return exampleAt(line, { ...said, answer: output, label: verdictOf(output, verdicts) });
  },
};
