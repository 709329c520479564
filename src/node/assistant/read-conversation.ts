import type { Sentence } from '../../engine/model/finding';
import { conversationVersion, most, type StoredConversation, type StoredTurn } from './conversation';
import { members, text, whole } from './stored-fields';
import { storedTurn } from './stored-turn';

/** What was found in a file of a conversation: all of it that is whole, and a sentence for what is not. */
export interface ReadConversation {
  /** Null where not even its head is whole. */
  readonly conversation: StoredConversation | null;
  readonly problems: readonly Sentence[];
}

/** The text of the file of a conversation. */
export function writtenConversation(conversation: StoredConversation): string {
  return `${JSON.stringify({ oddline: 'conversation', version: conversationVersion, ...conversation })}\n`;
}

/** `name`: of the file, for people. */
export function readConversation(name: string, contents: string): ReadConversation {
  const head = headOf(contents);
  if (head === undefined) return { conversation: null, problems: [damagedFile(name)] };
  if (head.version > conversationVersion) return { conversation: null, problems: [newerFile(name)] };
  const turns = head.turns.map(wholeTurn);
  const kept = turns.filter((turn) => turn !== undefined);
  const conversation = { ...head.conversation, turns: kept };
  return { conversation, problems: kept.length === turns.length ? [] : [lostTurns(turns, name)] };
}

function damagedFile(name: string): Sentence {
  return {
    pattern:
      'The conversation in {0} is damaged and cannot be shown. Delete the file, or restore it from a backup.',
    values: [name],
  };
}

function newerFile(name: string): Sentence {
  return {
    pattern:
      'The conversation in {0} was written by a newer Oddline. Update Oddline to read it; the file is left as it is.',
    values: [name],
  };
}

function lostTurns(turns: readonly (StoredTurn | undefined)[], name: string): Sentence {
  const lost = turns.filter((turn) => turn === undefined).length;
  return {
    pattern: '{0} of {1} questions in {2} are damaged and left out; the rest of the conversation is whole.',
    values: [lost, turns.length, name],
  };
}

function headOf(contents: string):
  | {
      readonly version: number;
      readonly conversation: Omit<StoredConversation, 'turns'>;
      readonly turns: readonly unknown[];
    }
  | undefined {
  try {
    const { oddline, version, id, title, logName, changed, turns } = members(JSON.parse(contents));
    if (oddline !== 'conversation' || !Array.isArray(turns)) return undefined;
    const conversation = {
      id: text(id, most.idChars),
      title: text(title, most.titleChars),
      logName: text(logName, most.textChars),
      changed: timeOf(changed),
    };
    return { version: whole(version), conversation, turns: turns.slice(-most.turns) };
  } catch {
    return undefined;
  }
}

/** Throws RangeError where it is no time. */
function timeOf(value: unknown): string {
  return new Date(text(value, most.titleChars)).toISOString();
}

function wholeTurn(value: unknown): StoredTurn | undefined {
  try {
    return storedTurn(value);
  } catch {
    return undefined;
  }
}
