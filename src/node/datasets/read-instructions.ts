import { readFile } from 'node:fs/promises';
import { checkedInstructions } from '../../engine/dataset/instructions/check-instructions';
import { chineseInstructions } from '../../engine/dataset/instructions/chinese';
import { englishInstructions } from '../../engine/dataset/instructions/english';
import type { InstructionSet } from '../../engine/dataset/instructions/instruction-set';
import { InputError } from '../../protocol/input-error';

export function instructionsIn(language: 'en' | 'zh'): InstructionSet {
  return language === 'zh' ? chineseInstructions : englishInstructions;
}

/** A person's own set, or that of the language where none is named. Throws InputError. */
export async function readInstructions(
  path: string | undefined,
  language: 'en' | 'zh',
): Promise<InstructionSet> {
  if (path === undefined) return instructionsIn(language);
  const { set, problem } = checkedInstructions(await jsonOf(path));
  if (set !== undefined) return set;
  throw new InputError({ code: 'wrong-instructions', sentence: problem });
}

async function jsonOf(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    const sentence = {
      pattern: 'The instructions in {0} could not be read ({1}). Check that the file is there and is JSON.',
      values: [path, error instanceof Error ? error.message : String(error)],
    };
    throw new InputError({ code: 'no-instructions', sentence });
  }
}
