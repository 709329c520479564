/** Characters that show as nothing, as a blank or as a box, or that make others show elsewhere; U+2800 is Braille for nothing. */
const unseen = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]|[^\S ]/gu;
/** Words that read the same with and without quotes. */
const plainWord = /^[\w@%+=:,./-]+$/;

/**
 * A command as a person reads it before it runs for the first time: each argument on a line, in quotes unless it is one plain word, and
 * every character that would not be seen as an escape (`\u202e`). To be shown, not to be run.
 */
export function shownCommand(command: readonly string[]): string {
  return command.map(shownArgument).join('\n');
}

function shownArgument(argument: string): string {
  if (plainWord.test(argument)) return argument;
  const visible = argument.replace(/[\\"]/g, '\\$&').replace(unseen, escaped);
  return `"${visible}"`;
}

function escaped(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  if (character === '\n') return '\\n';
  if (character === '\t') return '\\t';
  return point > 0xffff ? `\\u{${point.toString(16)}}` : `\\u${point.toString(16).padStart(4, '0')}`;
}
