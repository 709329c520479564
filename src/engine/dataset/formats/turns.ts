import type { Sentence } from '../../model/finding';
import { type VerdictWords, verdictOf } from '../instructions/verdict';
import type { DatasetExample, ReadExample } from './format';
import { exampleAt, isText, objectOf, wrongMember } from './json-members';

/** How a format with turns names them. */
export interface TurnNames {
  readonly list: string;
  readonly speaker: string;
  readonly text: string;
  readonly speakers: readonly string[];
  /** Whose turns a model is trained on. */
  readonly answering: readonly string[];
}

interface ReadAs extends TurnNames {
  readonly verdicts: VerdictWords | undefined;
}

interface Turn {
  readonly isAnswer: boolean;
  readonly isSystem: boolean;
  readonly text: string;
}

/** A conversation as an example; at least one turn asks, and the last is the model's. */
export function readTurns(list: unknown, line: number, names: ReadAs): ReadExample {
  if (!Array.isArray(list) || list.length === 0) return wrongMember(line, names.list, 'turns');
  const turns: Turn[] = [];
  for (const [index, value] of list.entries()) {
    const found = turnOf(value, names);
    if ('text' in found) turns.push(found);
    else
      return wrongMember(
        line,
        `${names.list}[${index}].${found.wrong}`,
        found.wanted,
        names.speakers.join(', '),
      );
  }
  return exampleOf(turns, line, names);
}

function turnOf(
  value: unknown,
  { speaker, text, speakers, answering }: TurnNames,
): Turn | { wrong: string; wanted: 'word' | 'text' } {
  const turn = objectOf(value) ?? {};
  const who = turn[speaker];
  const said = textOf(turn[text]);
  if (!isText(who) || !speakers.includes(who)) return { wrong: speaker, wanted: 'word' };
  const role = { isAnswer: answering.includes(who), isSystem: who === 'system' || who === 'developer' };
  if (said !== undefined) return { ...role, text: said };
  if (role.isAnswer && (Array.isArray(turn.tool_calls) || objectOf(turn.function_call)))
    return { ...role, text: JSON.stringify(turn.tool_calls ?? turn.function_call) };
  return { wrong: text, wanted: 'text' };
}

/** A text, or a list of parts that are texts. */
function textOf(content: unknown): string | undefined {
  if (isText(content)) return content;
  if (!Array.isArray(content)) return undefined;
  const texts = content.map((part) => objectOf(part)?.text);
  return texts.every(isText) ? texts.join('\n') : undefined;
}

function exampleOf(turns: readonly Turn[], line: number, { list, answering, verdicts }: ReadAs): ReadExample {
  const last = turns[turns.length - 1];
  if (!last.isAnswer)
    return wrongTurns(line, {
      pattern: '"{0}" does not end with a turn of "{1}".',
      values: [list, answering[0]],
    });
  const asked = turns.slice(0, -1);
  if (!asked.some(({ isAnswer, isSystem }) => !isAnswer && !isSystem))
    return wrongTurns(line, {
      pattern: '"{0}" has an answer, but no turn that asks for it.',
      values: [list],
    });
  const answer = last.text;
  return exampleAt(line, { ...promptOf(asked), answer, label: verdictOf(answer, verdicts) });
}

/** Of a single question the log is what follows its first blank line: the same log is the same whatever is asked of it. */
function promptOf(asked: readonly Turn[]): Pick<DatasetExample, 'context' | 'texts'> {
  const system = asked.filter(({ isSystem }) => isSystem).map(({ text }) => text);
  const texts = asked.filter(({ isSystem }) => !isSystem).map(({ text }) => text);
  const blank = texts[0].indexOf('\n\n');
  if (texts.length > 1 || blank < 0) return { context: system, texts };
  return { context: [...system, texts[0].slice(0, blank)], texts: [texts[0].slice(blank + 2)] };
}

function wrongTurns(line: number, sentence: Sentence): ReadExample {
  return { problem: { line, sentence } };
}
