import type { AnswerText, Turn } from '../../protocol/assistant';
import type { StoredConversation, StoredTurn } from './conversation';

type Hide = (text: string) => Promise<string>;

/** Words of ours and places: nothing of a log stands in them, and whoever reads them knows them by the letter. */
const kept: ReadonlySet<string> = new Set([
  'id',
  'kind',
  'status',
  'state',
  'severity',
  'document',
  'changed',
]);

/** As a file may hold it that others read: what was put back for the reader's screen stands behind placeholders again. */
export async function hiddenConversation(
  conversation: StoredConversation,
  hide: Hide,
): Promise<StoredConversation> {
  const { turns, ...about } = conversation;
  const hidden: StoredTurn[] = [];
  for (const turn of turns) hidden.push(await hiddenIn(shownOf(turn), hide));
  return { ...(await hiddenIn(about, hide)), turns: hidden };
}

/** What is kept beside what is shown goes into no file. */
function shownOf(turn: StoredTurn): StoredTurn {
  const steps = turn.steps.map((step): Turn['steps'][number] => ({ ...step, detail: '' }));
  return { ...turn, steps, said: '', hidden: null, answer: joined(turn.answer) };
}

/** A value may begin in what was checked and end in what was not. */
function joined({ checked, rest, ...answer }: AnswerText): AnswerText {
  return { ...answer, checked: checked + rest, rest: '' };
}

async function hiddenIn<Value>(value: Value, hide: Hide): Promise<Value> {
  if (typeof value === 'string') return (await hide(value)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const items: unknown[] = [];
    for (const one of value) items.push(await hiddenIn(one, hide));
    return items as Value;
  }
  const members: [string, unknown][] = [];
  for (const [name, one] of Object.entries(value))
    members.push([name, kept.has(name) ? one : await hiddenIn(one, hide)]);
  return Object.fromEntries(members) as Value;
}
