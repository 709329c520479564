import type { SlashCommand } from '../../protocol/assistant';

const names: Readonly<Record<SlashCommand, true>> = {
  summary: true,
  rootcause: true,
  timeline: true,
  security: true,
  compare: true,
  next: true,
};

/** `/rootcause of the restart` is the command and what follows; what is no command of ours is the question itself. */
export function slashCommandOf(text: string): {
  readonly command: SlashCommand | null;
  readonly question: string;
} {
  const [, name, question] = /^\/([a-z]+)(?:\s+([\s\S]*))?$/.exec(text.trim()) ?? [];
  if (name === undefined || !Object.hasOwn(names, name)) return { command: null, question: text };
  return { command: name as SlashCommand, question: question ?? '' };
}
