import type { Sentence } from '../../model/finding';
import type { InstructionPattern, InstructionSet } from './instruction-set';
import { names, type Pattern, type PatternProblem, parsePattern, placeholders } from './pattern';

export type CheckedInstructions =
  | { readonly set: InstructionSet; readonly problem?: never }
  | { readonly problem: Sentence; readonly set?: never };

type Members = Readonly<Record<string, unknown>>;

const patternTexts = ['instruction', 'input', 'normal', 'anomalous'] as const;

/** Holds what a person wrote (JSON, parsed) to what a set must be; the sentence ends in the cure. */
export function checkedInstructions(value: unknown): CheckedInstructions {
  const { system = '', verdicts, categories = {}, separator = ' ', patterns } = membersOf(value);
  const { normal, anomalous } = membersOf(verdicts);
  if (!isText(system)) return wrong('system', 'text');
  if (!isText(separator)) return wrong('separator', 'text');
  if (!isWord(normal)) return wrong('verdicts.normal', 'word');
  if (!isWord(anomalous)) return wrong('verdicts.anomalous', 'word');
  const said = { normal: normal.trim(), anomalous: anomalous.trim() };
  if (said.normal.toLowerCase() === said.anomalous.toLowerCase())
    return { problem: equalVerdicts(said.normal) };
  if (!Object.values(membersOf(categories)).every(isText)) return wrong('categories', 'words');
  if (!Array.isArray(patterns) || patterns.length === 0) return wrong('patterns', 'patterns');
  for (const [index, pattern] of patterns.entries()) {
    const problem = problemOf(membersOf(pattern), `patterns[${index}]`);
    if (problem) return { problem };
  }
  return {
    set: {
      system,
      verdicts: said,
      categories: { ...membersOf(categories) } as Record<string, string>,
      separator,
      patterns: (patterns as readonly InstructionPattern[]).map(onlyTexts),
    },
  };
}

/** Labels are read off answers by these words, whatever their case. */
function equalVerdicts(word: string): Sentence {
  return {
    pattern:
      '"verdicts.normal" and "verdicts.anomalous" of the instruction set are the same word ({0}), so no answer would tell its label. Write two.',
    values: [word],
  };
}

function problemOf(pattern: Members, at: string): Sentence | undefined {
  for (const name of patternTexts) {
    const text = pattern[name];
    if (!isText(text)) return wrong(`${at}.${name}`, 'text').problem;
    const parsed = parsePattern(text);
    if ('kind' in parsed) return patternSentence(parsed, `${at}.${name}`);
  }
  return logProblem(pattern, at) ?? answerProblem(pattern, at);
}

function logProblem({ instruction, input }: Members, at: string): Sentence | undefined {
  const asked = [...placeholdersOf(instruction), ...placeholdersOf(input)];
  if (asked.includes('log')) return undefined;
  const values = [at, '{log}'];
  return { pattern: '{0} shows the model no log. Put {1} into its instruction or its input.', values };
}

/** A model that is shown the answer learns to repeat it. */
function answerProblem(pattern: Members, at: string): Sentence | undefined {
  const given = [...placeholdersOf(pattern.instruction), ...placeholdersOf(pattern.input)];
  const told = given.find((name) => name === 'verdict' || name === 'category' || name === 'reasons');
  if (told !== undefined) {
    const values = [at, `{${told}}`];
    return { pattern: '{0} gives the answer away: move {1} into "normal" and "anomalous".', values };
  }
  const empty = (['normal', 'anomalous'] as const).find((name) => String(pattern[name]).trim() === '');
  if (empty === undefined) return undefined;
  return { pattern: '{0} has no text. Write what the model is to answer.', values: [`${at}.${empty}`] };
}

function patternSentence({ kind, at }: PatternProblem, place: string): Sentence {
  if (kind === 'unpaired')
    return { pattern: '{0} has a {1} that is not paired. Pair it, or double a brace.', values: [place, at] };
  const known = placeholders.map((name) => `{${name}}`).join(', ');
  return { pattern: '{0} names {1}, and there is only {2}.', values: [place, at, known] };
}

const wrongs = {
  text: { pattern: '"{0}" of the instruction set is missing or is no text.' },
  word: { pattern: '"{0}" of the instruction set is missing or is empty. Write a word.' },
  words: { pattern: '"{0}" of the instruction set is no object whose members are all texts.' },
  patterns: { pattern: '"{0}" of the instruction set is missing or is no list. Write at least one pattern.' },
} as const;

function wrong(member: string, wanted: keyof typeof wrongs): { readonly problem: Sentence } {
  return { problem: { ...wrongs[wanted], values: [member] } };
}

function placeholdersOf(text: unknown): ReturnType<typeof names> {
  const parsed = parsePattern(String(text));
  return 'kind' in parsed ? [] : names(parsed as Pattern);
}

function onlyTexts({ instruction, input, normal, anomalous }: InstructionPattern): InstructionPattern {
  return { instruction, input, normal, anomalous };
}

function membersOf(value: unknown): Members {
  return typeof value === 'object' && value !== null ? (value as Members) : {};
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isWord(value: unknown): value is string {
  return isText(value) && value.trim() !== '';
}
