import type { JsonObject } from '../../engine/dataset/formats/format';
import { isText } from '../../engine/dataset/formats/json-members';
import { messageOf } from '../../engine/dataset/formats/line-writer';
import { chineseInstructions } from '../../engine/dataset/instructions/chinese';
import { englishInstructions } from '../../engine/dataset/instructions/english';
import type { VerdictWords } from '../../engine/dataset/instructions/verdict';
import type { SequenceLabel } from '../../engine/dataset/sequence';

/** An example of a data set as a model is asked about it. */
export interface EvaluationExample {
  /** In its file, counted from 1. */
  readonly line: number;
  readonly label: SequenceLabel;
  readonly category: string | null;
  /** Words of the data set's own for the labels: what a model trained with it begins its answers with. */
  readonly verdicts?: VerdictWords | undefined;
  /** All that stands before the answer. */
  readonly asked: readonly AskedMessage[];
  /** The text of the log, as a classifier takes it. */
  readonly text: string;
  /** Its records, as detectors take them. */
  readonly entries: readonly string[];
}

export interface AskedMessage {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

/** What is asked of a format that holds the log alone. */
const questions = {
  en: { system: englishInstructions.system, instruction: englishInstructions.patterns[0].instruction },
  zh: { system: chineseInstructions.system, instruction: chineseInstructions.patterns[0].instruction },
} as const;

const roles: Readonly<Record<string, AskedMessage['role']>> = {
  ...{ system: 'system', developer: 'system' },
  ...{ assistant: 'assistant', gpt: 'assistant' },
};

/** What a model of this format is asked, in the words it was trained with where the format has them. */
export function askedOf(
  object: JsonObject,
  format: string,
  text: string,
  language: 'en' | 'zh',
): AskedMessage[] {
  if (format === 'alpaca') {
    const [instruction, input] = [object.instruction, object.input ?? ''].map(String);
    return [{ role: 'user', content: messageOf({ instruction, input }) }];
  }
  if (format === 'openai') return turnsOf(object.messages, 'role', 'content');
  if (format === 'sharegpt') return turnsOf(object.conversations, 'from', 'value');
  const { system, instruction } = questions[format === 'chinese-labels' ? 'zh' : language];
  return [
    { role: 'system', content: system },
    { role: 'user', content: messageOf({ instruction, input: text }) },
  ];
}

/** All but the last, which is the answer. The format was checked before: each has a text, or parts that are texts. */
function turnsOf(list: unknown, speaker: string, said: string): AskedMessage[] {
  const turns = Array.isArray(list) ? (list.slice(0, -1) as JsonObject[]) : [];
  return turns.map((turn) => ({
    role: roles[String(turn[speaker])] ?? 'user',
    content: contentOf(turn[said]),
  }));
}

function contentOf(content: unknown): string {
  if (isText(content)) return content;
  return Array.isArray(content) ? content.map((part) => String(Object(part).text ?? '')).join('\n') : '';
}
