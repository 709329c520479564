import type { Question, SlashCommandHelp } from '../../../src/protocol/assistant';

/** As it is typed; Chinese keyboards give the wide one. */
const slashes: ReadonlySet<string> = new Set(['/', '／']);

/** What is asked with this in the field: without the blanks around it, and with the slash that commands go by. */
export function questionOf(typed: string): Question {
  const text = typed.trim();
  return { text: slashes.has(text.charAt(0)) ? `/${text.slice(1)}` : text };
}

/**
 * The commands that what is typed may become: a question begins with one, and `caret` stands in it. None where it is one already:
 * Enter sends then.
 */
export function completions(
  text: string,
  caret: number,
  commands: readonly SlashCommandHelp[],
): readonly SlashCommandHelp[] {
  const word = commandWord(text);
  if (word === null || caret < 1 || caret > word.length) return [];
  if (commands.some(({ name }) => name === word.slice(1))) return [];
  const typed = word.slice(1, caret).toLowerCase();
  return commands.filter(({ name }) => name.startsWith(typed));
}

/** The text with the command in the place of the word that was begun, ready for what it is asked about. */
export function taken(text: string, name: string): { readonly text: string; readonly caret: number } {
  const rest = text.slice(commandWord(text)?.length ?? 0).trimStart();
  return { text: `/${name} ${rest}`, caret: name.length + 2 };
}

/** The command that what is typed begins with. */
export function commandOf(text: string, commands: readonly SlashCommandHelp[]): SlashCommandHelp | undefined {
  const word = commandWord(text.trimStart());
  return commands.find(({ name }) => name === word?.slice(1));
}

/** With its slash; null where the text begins with none. */
function commandWord(text: string): string | null {
  return slashes.has(text.charAt(0)) ? text.split(/\s/, 1)[0] : null;
}
