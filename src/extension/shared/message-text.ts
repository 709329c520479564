/**
 * Words of a server, a log or a name as part of a message: VS Code makes a link of `[text](command:…)` in it, which would run a command at a
 * click.
 */
export function messageText(text: string): string {
  return text.replaceAll('](', '] (');
}
