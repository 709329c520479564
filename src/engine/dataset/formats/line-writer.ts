import type { Prompt } from '../instructions/prompts';
import { Prompts } from '../instructions/prompts';
import type { DatasetSequence } from '../sequence';
import type { DatasetWriter, WriterSettings } from './format';
import { jsonLine, wellFormed } from './written-text';

const nothing = () => '';

/** A writer of one JSON object a sequence. */
export function lineWriter(toJson: (sequence: DatasetSequence) => object): DatasetWriter {
  return { head: nothing, write: (sequence) => jsonLine(toJson(sequence)), end: nothing };
}

/** A writer of what is asked and answered. */
export function promptWriter(
  { instructions }: WriterSettings,
  toJson: (prompt: Prompt, sequence: DatasetSequence) => object,
): DatasetWriter {
  const prompts = new Prompts(instructions);
  return lineWriter((sequence) => {
    const { system, instruction, input, output } = prompts.of(sequence);
    const prompt = {
      system: wellFormed(system),
      instruction: wellFormed(instruction),
      input: wellFormed(input),
      output: wellFormed(sequence.drafted?.output ?? output),
    };
    return toJson(prompt, sequence);
  });
}

/** Which model wrote the output; in every line of a file that has drafts, since Arrow wants the same members in all. */
export function draftMark({ drafted }: DatasetSequence): { readonly drafted_by?: string } {
  if (drafted === undefined) return {};
  return { drafted_by: drafted.output === null ? '' : wellFormed(drafted.by) };
}

/** As a person would send it in one message. */
export function messageOf({ instruction, input }: Pick<Prompt, 'instruction' | 'input'>): string {
  return input === '' ? instruction : `${instruction}\n\n${input}`;
}
